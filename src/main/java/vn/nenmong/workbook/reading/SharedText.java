package vn.nenmong.workbook.reading;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// The texts that a file keeps once for all its cells, each cleaned once.
final class SharedText extends DefaultHandler {

  private final TextAllowance allowance;
  private final List<Cell> cells = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private boolean inText;
  private boolean phonetic;

  SharedText(TextAllowance allowance) {
    this.allowance = allowance;
  }

  Cell cell(int index) {
    return cells.get(index);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (local) {
      case "si" -> value.setLength(0);
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
        String text = RowsOfSheet.clean(value.toString());
        allowance.take(text);
        cells.add(Cell.text(text));
      }
      case "t" -> inText = false;
      case "rPh" -> phonetic = false;
      default -> {}
    }
  }
}
