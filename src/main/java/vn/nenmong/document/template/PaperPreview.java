package vn.nenmong.document.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// A paper as blocks that a page can show: read from the .docx itself, so that what is seen is what
/// is signed. Looks are names of style classes, since pages carry no style of their own.
public final class PaperPreview {

  public sealed interface Block {}

  /// @param look classes of the whole paragraph
  public record Paragraph(String look, List<Run> runs) implements Block {}

  /// @param look classes, or empty
  public record Run(String text, String look) {}

  /// @param bordered whether its lines are drawn
  public record Table(boolean bordered, List<Row> rows) implements Block {}

  public record Row(List<Cell> cells) {}

  /// @param span columns it takes
  public record Cell(int span, List<Block> blocks) {}

  /// A new page begins.
  public record PageBreak() implements Block {}

  /// What a paragraph or run style says, styles it is based on included.
  private record Style(Map<String, String> looks) {}

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, String> defaults = new HashMap<>();

  private PaperPreview() {}

  /// @param paper a filled .docx
  public static List<Block> of(byte[] paper) {
    WordPackage word = WordPackage.read(paper);
    PaperPreview preview = new PaperPreview();
    if (word.has("word/styles.xml")) {
      preview.readStyles(word.xml("word/styles.xml").getDocumentElement());
    }
    Element body = WordXml.child(word.xml(word.document()).getDocumentElement(), "body");
    return body == null ? List.of() : preview.blocks(body);
  }

  private void readStyles(Element root) {
    Element byDefault = WordXml.child(root, "docDefaults");
    readLooks(WordXml.child(WordXml.child(byDefault, "rPrDefault"), "rPr"), defaults);
    readLooks(WordXml.child(WordXml.child(byDefault, "pPrDefault"), "pPr"), defaults);
    Map<String, Element> byId = new HashMap<>();
    for (Element style : WordXml.children(root, "style")) {
      byId.put(WordXml.attribute(style, "styleId"), style);
      if (WordXml.attribute(style, "default").matches("1|true")
          && WordXml.attribute(style, "type").equals("paragraph")) {
        readLooks(WordXml.child(style, "rPr"), defaults);
        readLooks(WordXml.child(style, "pPr"), defaults);
      }
    }
    byId.keySet().forEach(id -> styles.put(id, style(byId, id, new HashSet<>())));
  }

  private static Style style(Map<String, Element> byId, String id, Set<String> seen) {
    Map<String, String> looks = new HashMap<>();
    Element style = byId.get(id);
    if (style != null && seen.add(id)) {
      String base = WordXml.attribute(WordXml.child(style, "basedOn"), "val");
      looks.putAll(style(byId, base, seen).looks());
      readLooks(WordXml.child(style, "pPr"), looks);
      readLooks(WordXml.child(style, "rPr"), looks);
    }
    return new Style(looks);
  }

  private static void readLooks(@Nullable Element properties, Map<String, String> looks) {
    if (properties == null) {
      return;
    }
    for (Element property : WordXml.children(properties)) {
      String value = WordXml.attribute(property, "val");
      switch (property.getLocalName()) {
        case "b", "i", "caps" ->
            looks.put(property.getLocalName(), value.matches("0|false|off") ? "" : "yes");
        case "u" -> looks.put("u", value.equals("none") ? "" : "yes");
        case "highlight" -> looks.put("mark", value.equals("none") ? "" : "yes");
        case "sz", "jc" -> looks.put(property.getLocalName(), value);
        case "ind" -> {
          String first = WordXml.attribute(property, "firstLine");
          looks.put("indent", first.isEmpty() || first.equals("0") ? "" : "yes");
        }
        default -> {}
      }
    }
  }

  private List<Block> blocks(Element container) {
    List<Block> blocks = new ArrayList<>();
    for (Element child : WordXml.children(container)) {
      if (WordXml.is(child, "p")) {
        paragraph(child, blocks);
      } else if (WordXml.is(child, "tbl")) {
        blocks.add(table(child));
      } else {
        blocks.addAll(blocks(child));
      }
    }
    return blocks;
  }

  private void paragraph(Element paragraph, List<Block> blocks) {
    Element properties = WordXml.child(paragraph, "pPr");
    Map<String, String> looks = new HashMap<>(defaults);
    looks.putAll(named(properties, "pStyle"));
    readLooks(properties, looks);
    boolean newPage =
        WordXml.child(properties, "pageBreakBefore") != null
            || WordXml.descendants(paragraph, "br").stream()
                .anyMatch(br -> WordXml.attribute(br, "type").equals("page"));
    if (newPage) {
      blocks.add(new PageBreak());
    }
    List<Run> runs = new ArrayList<>();
    for (Element run : WordXml.descendants(paragraph, "r", "txbxContent")) {
      String text = text(run);
      if (!text.isEmpty()) {
        add(runs, new Run(text, runLook(run, looks)));
      }
    }
    if (!runs.isEmpty() || !newPage) {
      blocks.add(new Paragraph(paragraphLook(properties, looks), runs));
    }
    boxes(paragraph, blocks);
  }

  /// Word cuts text into runs as it likes; what looks alike is shown as one.
  private static void add(List<Run> runs, Run run) {
    if (!runs.isEmpty() && runs.getLast().look().equals(run.look())) {
      runs.add(new Run(runs.removeLast().text() + run.text(), run.look()));
    } else {
      runs.add(run);
    }
  }

  /// Text boxes, once each: Word writes every one twice, for new and for old readers.
  private void boxes(Element paragraph, List<Block> blocks) {
    List<Element> boxes = WordXml.descendants(paragraph, "txbxContent", "txbxContent");
    for (Element box : boxes) {
      boolean forOldReaders = box.getParentNode().getLocalName().equals("textbox");
      if (!forOldReaders || boxes.size() == 1) {
        blocks.addAll(blocks(box));
      }
    }
  }

  private Map<String, String> named(@Nullable Element properties, String kind) {
    Style style = styles.get(WordXml.attribute(WordXml.child(properties, kind), "val"));
    return style == null ? Map.of() : style.looks();
  }

  private static String paragraphLook(@Nullable Element properties, Map<String, String> looks) {
    List<String> classes = new ArrayList<>();
    switch (looks.getOrDefault("jc", "")) {
      case "center" -> classes.add("paper-center");
      case "right", "end" -> classes.add("paper-right");
      case "both", "distribute" -> classes.add("paper-justify");
      default -> {}
    }
    if ("yes".equals(looks.get("indent"))) {
      classes.add("paper-indent");
    }
    if (WordXml.child(properties, "numPr") != null) {
      classes.add("paper-item");
    }
    return String.join(" ", classes);
  }

  private String runLook(Element run, Map<String, String> paragraph) {
    Map<String, String> looks = new HashMap<>(paragraph);
    Element properties = WordXml.child(run, "rPr");
    looks.putAll(named(properties, "rStyle"));
    readLooks(properties, looks);
    List<String> classes = new ArrayList<>();
    for (String name : List.of("b", "i", "u", "caps", "mark")) {
      if ("yes".equals(looks.get(name))) {
        classes.add("paper-" + name);
      }
    }
    String size = looks.getOrDefault("sz", "");
    if (size.matches("\\d{1,3}")) {
      int points = Integer.parseInt(size) / 2;
      classes.add(points <= 12 ? "paper-small" : points >= 15 ? "paper-large" : "");
    }
    return String.join(" ", classes).strip();
  }

  private static String text(Element run) {
    StringBuilder text = new StringBuilder();
    for (Element child : WordXml.children(run)) {
      switch (child.getLocalName()) {
        case "t" -> text.append(child.getTextContent());
        case "tab" -> text.append('\t');
        case "br", "cr" -> text.append(WordXml.attribute(child, "type").isEmpty() ? "\n" : "");
        case "noBreakHyphen" -> text.append('\u2011');
        default -> {}
      }
    }
    return text.toString();
  }

  private Table table(Element table) {
    List<Row> rows = new ArrayList<>();
    for (Element row : WordXml.descendants(table, "tr", "tc")) {
      List<Cell> cells = new ArrayList<>();
      for (Element cell : WordXml.descendants(row, "tc", "tc")) {
        Element properties = WordXml.child(cell, "tcPr");
        String span = WordXml.attribute(WordXml.child(properties, "gridSpan"), "val");
        cells.add(new Cell(span.matches("\\d{1,3}") ? Integer.parseInt(span) : 1, blocks(cell)));
      }
      rows.add(new Row(cells));
    }
    return new Table(bordered(table), rows);
  }

  private static boolean bordered(Element table) {
    Element properties = WordXml.child(table, "tblPr");
    Element borders = WordXml.child(properties, "tblBorders");
    if (borders == null) {
      return WordXml.child(properties, "tblStyle") != null;
    }
    return WordXml.children(borders).stream()
        .anyMatch(line -> !WordXml.attribute(line, "val").matches("nil|none|"));
  }
}
