package vn.nenmong.workbook.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vn.nenmong.kernel.text.Vietnamese;

/// Turns the XML of a sheet into rows of cells, one at a time.
final class RowsOfSheet extends DefaultHandler {

  private record NumberFormat(int index, String text, boolean date) {}

  private final ReadOnlySharedStringsTable strings;
  private final StylesTable styles;
  private final boolean since1904;
  private final BiConsumer<Integer, Map<Integer, Cell>> sink;
  private final DataFormatter formatter = new DataFormatter(Vietnamese.LOCALE);
  private final Map<Integer, NumberFormat> formats = new HashMap<>();
  private final Map<String, String> repeated = new HashMap<>();
  private final StringBuilder value = new StringBuilder();

  private Map<Integer, Cell> cells = new HashMap<>();
  private int row;
  private int column = -1;
  private @Nullable String type;
  private int style;
  private boolean inValue;

  RowsOfSheet(
      ReadOnlySharedStringsTable strings,
      StylesTable styles,
      boolean since1904,
      BiConsumer<Integer, Map<Integer, Cell>> sink) {
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
    this.sink = sink;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (local) {
      case "row" -> {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        cells = new HashMap<>();
      }
      case "c" -> {
        String reference = attributes.getValue("r");
        column =
            reference == null
                ? column + 1
                : CellReference.convertColStringToIndex(reference.replaceAll("\\d", ""));
        type = attributes.getValue("t");
        String index = attributes.getValue("s");
        style = index == null ? 0 : Integer.parseInt(index);
        value.setLength(0);
      }
      case "v", "t" -> inValue = true;
      case "rPh" -> inValue = false;
      default -> {}
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (inValue) {
      value.append(text, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    switch (local) {
      case "v", "t" -> inValue = false;
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
      return;
    }
    Cell cell = cell(value.toString());
    if (!cell.text().isEmpty()) {
      cells.put(column, cell);
    }
  }

  private Cell cell(String raw) {
    return switch (type == null ? "n" : type) {
      case "s" -> Cell.text(clean(strings.getItemAt(Integer.parseInt(raw)).getString()));
      case "inlineStr", "str", "d" -> Cell.text(clean(raw));
      case "b" -> Cell.text(raw.equals("1") ? "x" : "0");
      case "e" -> Cell.text(raw);
      default -> number(Double.parseDouble(raw));
    };
  }

  private Cell number(double number) {
    NumberFormat format = formats.computeIfAbsent(style, this::format);
    if (format.date() && DateUtil.isValidExcelDate(number)) {
      var day = DateUtil.getLocalDateTime(number, since1904).toLocalDate();
      return new Cell(
          "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
          number,
          day);
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    String text =
        format.text().matches("0{2,}")
            ? formatter.formatRawCellContents(number, format.index(), format.text())
            : whole ? Long.toString((long) number) : Double.toString(number);
    return new Cell(text, number, null);
  }

  private NumberFormat format(int index) {
    var cellStyle = styles.getNumCellStyles() > index ? styles.getStyleAt(index) : null;
    if (cellStyle == null) {
      return new NumberFormat(0, "General", false);
    }
    int format = cellStyle.getDataFormat();
    String text = cellStyle.getDataFormatString();
    return new NumberFormat(
        format, text == null ? "General" : text, DateUtil.isADateFormat(format, text));
  }

  /// The same words come back in row after row; one copy of each is enough.
  private String clean(String text) {
    String known = repeated.get(text);
    if (known != null) {
      return known;
    }
    String clean = Vietnamese.clean(text);
    if (repeated.size() < 20_000) {
      repeated.put(text, clean);
    }
    return clean;
  }
}
