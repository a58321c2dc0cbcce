package vn.nenmong.workbook.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vn.nenmong.kernel.Refused;

/// Turns the XML of a sheet into rows of cells, one at a time.
class RowsOfSheet extends DefaultHandler {

  private static final int COLUMNS = 16_384;
  private static final int KEPT_TEXTS = 20_000;

  private final SharedText shared;
  private final NumberFormats formats;
  private final boolean since1904;
  private final TextAllowance allowance;
  private final Form form;
  private final BiConsumer<Integer, Map<Integer, Cell>> sink;
  private final Map<String, Cell> repeated = new HashMap<>();
  private final StringBuilder value = new StringBuilder();

  private Map<Integer, Cell> cells = new HashMap<>();
  private int row;
  private int column = -1;
  private @Nullable String type;
  private int style;
  private boolean inValue;
  private boolean formula;
  private boolean phonetic;

  RowsOfSheet(
      SharedText shared,
      NumberFormats formats,
      boolean since1904,
      TextAllowance allowance,
      Form form,
      BiConsumer<Integer, Map<Integer, Cell>> sink) {
    this.shared = shared;
    this.formats = formats;
    this.since1904 = since1904;
    this.allowance = allowance;
    this.form = form;
    this.sink = sink;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (local) {
      case "row" -> {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        cells = new HashMap<>(32);
      }
      case "c" -> startCell(attributes);
      case "f" -> formula = true;
      case "v", "t" -> inValue = !phonetic;
      case "rPh" -> phonetic = true;
      default -> {}
    }
  }

  private void startCell(Attributes attributes) {
    String reference = attributes.getValue("r");
    column = reference == null ? column + 1 : columnOf(reference);
    if (column < 0 || column >= COLUMNS) {
      throw new Refused("workbook.refused.damaged");
    }
    type = attributes.getValue("t");
    String index = attributes.getValue("s");
    style = index == null ? 0 : Integer.parseInt(index);
    formula = false;
    value.setLength(0);
  }

  /// `C7` is column 2.
  private static int columnOf(String reference) {
    int number = 0;
    for (int i = 0; i < reference.length() && number < COLUMNS; i++) {
      int letter = (reference.charAt(i) | 0x20) - 'a';
      if (letter < 0 || letter > 25) {
        break;
      }
      number = number * 26 + letter + 1;
    }
    return number - 1;
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (inValue) {
      TextAllowance.refuseLonger(value.length() + length);
      value.append(text, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    switch (local) {
      case "v", "t" -> inValue = false;
      case "rPh" -> phonetic = false;
      case "c" -> endCell();
      case "row" -> {
        if (!cells.isEmpty()) {
          sink.accept(row, cells);
        }
      }
      default -> {}
    }
  }

  private void endCell() {
    if (value.isEmpty()) {
      if (formula && !"str".equals(type)) {
        cells.put(column, Cell.failed("="));
      }
      return;
    }
    Cell cell = cell(value.toString());
    if (!cell.text().isEmpty()) {
      cells.put(column, cell);
    }
  }

  private Cell cell(String raw) {
    return switch (type == null ? "n" : type) {
      case "s" -> shared.cell(Integer.parseInt(raw), letters());
      case "inlineStr", "str", "d" -> text(raw);
      case "b" -> Cell.text(raw.equals("1") ? "x" : "0");
      case "e" -> Cell.failed(raw);
      default -> formats.cell(Double.parseDouble(raw), style, since1904);
    };
  }

  private @Nullable LegacyLetters letters() {
    return form == Form.AS_WRITTEN ? formats.letters(style) : null;
  }

  /// The same words come back in row after row; one copy of each is enough.
  private Cell text(String raw) {
    LegacyLetters letters = letters();
    Cell known = letters == null ? repeated.get(raw) : null;
    if (known != null) {
      return known;
    }
    Cell plain = Cell.text(form.clean(raw));
    Cell cell = letters == null ? plain : plain.decodedAs(form.clean(letters.decode(raw)));
    allowance.take(cell.text());
    if (letters == null && repeated.size() < KEPT_TEXTS) {
      repeated.put(raw, cell);
    }
    return cell;
  }
}
