package vn.nenmong.workbook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// The texts that a file keeps once for all its cells, each cleaned once.
final class SharedText extends DefaultHandler {

  /// A part of a text with a font of its own, or null for the font of the cell.
  private record Run(String text, @Nullable String font) {}

  private final TextAllowance allowance;
  private final Form form;
  private final List<Cell> cells = new ArrayList<>();
  private final Map<Integer, List<Run>> runs = new HashMap<>();
  private final List<Run> runsOfText = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private boolean inText;
  private boolean phonetic;
  private int runStart;
  private @Nullable String runFont;

  SharedText(TextAllowance allowance, Form form) {
    this.allowance = allowance;
    this.form = form;
  }

  /// The text as the font of the cell shows it, or fonts of parts of it.
  Cell cell(int index, @Nullable LegacyLetters font) {
    Cell cell = cells.get(index);
    List<Run> parts = runs.get(index);
    if (parts == null) {
      return font == null ? cell : cell.decodedAs(form.clean(font.decode(cell.text())));
    }
    StringBuilder decoded = new StringBuilder();
    for (Run part : parts) {
      LegacyLetters letters = part.font() == null ? font : LegacyLetters.of(part.font());
      decoded.append(letters == null ? part.text() : letters.decode(part.text()));
    }
    return cell.decodedAs(form.clean(decoded.toString()));
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (local) {
      case "si" -> {
        value.setLength(0);
        runsOfText.clear();
      }
      case "r" -> {
        runStart = value.length();
        runFont = null;
      }
      case "rFont" -> runFont = attributes.getValue("val");
      case "t" -> inText = !phonetic;
      case "rPh" -> phonetic = true;
      default -> {}
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (inText) {
      TextAllowance.refuseLonger(value.length() + length);
      value.append(text, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    switch (local) {
      case "si" -> {
        String text = form.clean(value.toString());
        allowance.take(text);
        if (form == Form.AS_WRITTEN
            && runsOfText.stream()
                .anyMatch(run -> run.font() != null && LegacyLetters.of(run.font()) != null)) {
          runs.put(cells.size(), List.copyOf(runsOfText));
        }
        cells.add(Cell.text(text));
      }
      case "t" -> inText = false;
      case "rPh" -> phonetic = false;
      case "r" -> runsOfText.add(new Run(value.substring(runStart), runFont));
      default -> {}
    }
  }
}
