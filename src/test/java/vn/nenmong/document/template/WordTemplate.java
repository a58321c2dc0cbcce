package vn.nenmong.document.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a template as Word does. What it says is for those who extend it.
public abstract class WordTemplate {

  /// Where those are that the program brings with it.
  public static final Path FOLDER = Path.of("src/main/resources/templates/paper");

  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final int A4_WIDTH = 11906;
  private static final int A4_HEIGHT = 16838;

  private final String title;
  private final String description;
  private final int top;
  private final int bottom;
  private final int left;
  private final int right;
  protected final StringBuilder body = new StringBuilder();

  /// @param top margins in mm
  protected WordTemplate(
      String title, String description, int top, int bottom, int left, int right) {
    this.title = title;
    this.description = description;
    this.top = top;
    this.bottom = bottom;
    this.left = left;
    this.right = right;
  }

  /// Puts what the template says into [#body].
  protected abstract void content();

  protected int textWidth() {
    return A4_WIDTH - twentieths(left) - twentieths(right);
  }

  private static int twentieths(double millimetres) {
    return (int) Math.round(millimetres * 1440 / 25.4);
  }

  /// Widths by per cent, the last column taking the rest.
  protected static List<Integer> shares(int width, int... percents) {
    List<Integer> columns = new ArrayList<>();
    int left = width;
    for (int percent : percents) {
      columns.add(width * percent / 100);
      left -= width * percent / 100;
    }
    columns.add(left);
    return columns;
  }

  protected void section(String title) {
    p("Section", title, body);
  }

  protected void text(String content) {
    p("Body", content, body);
  }

  protected void item(String content) {
    p("Item", content, body);
  }

  protected void note(String content) {
    p("Note", "{{! " + content + "}}", body);
  }

  protected static void p(String style, String content, StringBuilder to) {
    to.append(p(style, content));
  }

  protected static String p(String style, String content) {
    return p(style, "", content);
  }

  protected static String p(String style, String properties, String content) {
    String runs = content.isEmpty() || content.startsWith("<w:r>") ? content : run(content, "");
    return "<w:p><w:pPr><w:pStyle w:val=\""
        + style
        + "\"/>"
        + properties
        + "</w:pPr>"
        + runs
        + "</w:p>";
  }

  protected static String center() {
    return "<w:jc w:val=\"center\"/>";
  }

  protected static String right() {
    return "<w:jc w:val=\"right\"/>";
  }

  protected static String bold(String text) {
    return run(text, "<w:b/>");
  }

  protected static String italic(String text) {
    return run(text, "<w:i/>");
  }

  protected static String run(String text, String look) {
    String properties = look.isEmpty() ? "" : "<w:rPr>" + look + "</w:rPr>";
    return "<w:r>" + properties + "<w:t xml:space=\"preserve\">" + escape(text) + "</w:t></w:r>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Cells of a row, each the paragraphs in it; the widths come with the table.
  protected static List<String> row(String... cells) {
    return List.of(cells);
  }

  protected static List<String> headerRow(String... titles) {
    List<String> cells = new ArrayList<>(List.of("header"));
    for (String title : titles) {
      cells.add(p("Cell", center(), bold(title)));
    }
    return cells;
  }

  @SafeVarargs
  protected final void table(boolean lines, List<Integer> columns, List<String>... rows) {
    int width = columns.stream().mapToInt(Integer::intValue).sum();
    body.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
    body.append("<w:tblBorders>");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      body.append("<w:")
          .append(side)
          .append(lines ? " w:val=\"single\" w:sz=\"4\"" : " w:val=\"nil\"");
      body.append(lines ? " w:space=\"0\" w:color=\"auto\"/>" : "/>");
    }
    body.append(
        "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>");
    body.append("<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
    columns.forEach(column -> body.append("<w:gridCol w:w=\"").append(column).append("\"/>"));
    body.append("</w:tblGrid>");
    for (List<String> row : rows) {
      boolean header = row.getFirst().equals("header");
      body.append("<w:tr><w:trPr><w:cantSplit/>")
          .append(header ? "<w:tblHeader/>" : "")
          .append("</w:trPr>");
      List<String> cells = header ? row.subList(1, row.size()) : row;
      for (int i = 0; i < cells.size(); i++) {
        body.append("<w:tc><w:tcPr><w:tcW w:w=\"")
            .append(columns.get(i))
            .append("\" w:type=\"dxa\"/>");
        body.append(header ? "<w:vAlign w:val=\"center\"/>" : "").append("</w:tcPr>");
        body.append(cells.get(i)).append("</w:tc>");
      }
      body.append("</w:tr>");
    }
    body.append("</w:tbl>");
  }

  protected void noteOnTags() {
    note(
        "Chữ trong hai ngoặc nhọn là thẻ, chương trình thay bằng số liệu; danh sách thẻ ở trang Mẫu văn bản."
            + " Các dòng ghi chú như dòng này không in ra.");
  }

  /// The head of a paper.
  ///
  /// @param left paragraphs on who issues it
  protected void heading(String left) {
    int width = textWidth();
    int issuer = width * 44 / 100;
    table(
        false,
        List.of(issuer, width - issuer),
        row(
            left,
            p(
                    "HeadRight",
                    run(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "<w:b/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/><w:u w:val=\"single\"/>"))
                + p("HeadRight", "")
                + p("HeadRight", italic("{{dia_danh}}, {{ngay_thang}}"))));
  }

  /// The head of one that is numbered.
  protected static String numbered() {
    return p("HeadLeft", "{{?cap_tren}}{{cap_tren}}{{/cap_tren}}")
        + p("HeadLeft", bold("{{co_quan_hoa}}"))
        + p("HeadLeft", "*")
        + p("HeadLeft", "Số {{so_ky_hieu}}");
  }

  protected static String recipients(String... lines) {
    StringBuilder recipients =
        new StringBuilder(p("Recipients", run("Nơi nhận:", "<w:u w:val=\"single\"/>")));
    for (String line : lines) {
      p("Recipients", line, recipients);
    }
    return recipients.toString();
  }

  /// Over the name of the secretary who signs for a body.
  protected static String secretary() {
    return p("HeadRight", bold("{{thay_mat}}"))
        + p("HeadRight", "BÍ THƯ")
        + p("HeadRight", "").repeat(4)
        + p("HeadRight", bold("{{nguoi_ky}}"));
  }

  /// The foot of a paper.
  protected void signatures(String left, String right) {
    p("After", "", body);
    int half = textWidth() / 2;
    table(false, List.of(half, textWidth() - half), row(left, right));
  }

  protected byte[] file() {
    content();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", contentTypes());
    parts.put(
        "_rels/.rels",
        relationships(
            "officeDocument",
            OFFICE,
            "word/document.xml",
            "metadata/core-properties",
            "http://schemas.openxmlformats.org/package/2006/relationships",
            "docProps/core.xml"));
    parts.put("docProps/core.xml", properties());
    parts.put("word/document.xml", document());
    parts.put(
        "word/_rels/document.xml.rels",
        relationships(
            "styles",
            OFFICE,
            "styles.xml",
            "header",
            OFFICE,
            "header1.xml",
            "header",
            OFFICE,
            "header2.xml"));
    parts.put("word/styles.xml", styles());
    parts.put(
        "word/header1.xml",
        XML
            + "<w:hdr "
            + W
            + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>");
    parts.put("word/header2.xml", XML + "<w:hdr " + W + "><w:p/></w:hdr>");
    return zip(parts);
  }

  private String document() {
    return XML
        + "<w:document "
        + W
        + "><w:body>"
        + body
        + "<w:sectPr>"
        + "<w:headerReference w:type=\"default\" r:id=\"r2\"/><w:headerReference w:type=\"first\" r:id=\"r3\"/>"
        + "<w:pgSz w:w=\""
        + A4_WIDTH
        + "\" w:h=\""
        + A4_HEIGHT
        + "\"/>"
        + "<w:pgMar w:top=\""
        + twentieths(top)
        + "\" w:right=\""
        + twentieths(right)
        + "\" w:bottom=\""
        + twentieths(bottom)
        + "\" w:left=\""
        + twentieths(left)
        + "\" w:header=\""
        + twentieths(10)
        + "\" w:footer=\""
        + twentieths(10)
        + "\" w:gutter=\"0\"/>"
        + "<w:titlePg/></w:sectPr></w:body></w:document>";
  }

  private String styles() {
    String font =
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>";
    return XML
        + "<w:styles "
        + W
        + "><w:docDefaults><w:rPrDefault><w:rPr>"
        + font
        + size(14)
        + "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
        + "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        + style("HeadLeft", "Tiêu đề trái", "<w:jc w:val=\"center\"/>", "")
        + style("HeadRight", "Tiêu đề phải", "<w:jc w:val=\"center\"/>", "")
        + style(
            "Kind",
            "Tên loại",
            "<w:spacing w:before=\"360\"/><w:jc w:val=\"center\"/>",
            "<w:b/>" + size(16))
        + style("Subject", "Trích yếu", "<w:jc w:val=\"center\"/>", "<w:b/>")
        + style(
            "Dashes",
            "Gạch dưới trích yếu",
            "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>",
            "")
        + style(
            "Section",
            "Mục",
            "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/>")
        + style(
            "Body",
            "Nội dung",
            "<w:spacing w:after=\"120\"/><w:ind w:firstLine=\""
                + twentieths(10)
                + "\"/><w:jc w:val=\"both\"/>",
            "")
        + style(
            "Item",
            "Gạch đầu dòng",
            "<w:spacing w:after=\"80\"/><w:ind w:firstLine=\""
                + twentieths(10)
                + "\"/><w:jc w:val=\"both\"/>",
            "")
        + style("Cell", "Ô bảng", "<w:spacing w:before=\"30\" w:after=\"30\"/>", size(12))
        + style("Recipients", "Nơi nhận", "", size(12))
        + style("After", "Dòng trống", "", size(8))
        + style(
            "Note",
            "Ghi chú của mẫu",
            "<w:spacing w:after=\"60\"/>",
            "<w:i/><w:color w:val=\"7F6000\"/>" + size(11))
        + "</w:styles>";
  }

  private static String style(String id, String name, String paragraph, String run) {
    return "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + name
        + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
        + paragraph
        + "</w:pPr><w:rPr>"
        + run
        + "</w:rPr></w:style>";
  }

  private static String size(int points) {
    return "<w:sz w:val=\"" + points * 2 + "\"/><w:szCs w:val=\"" + points * 2 + "\"/>";
  }

  private String properties() {
    return XML
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
        + escape(title)
        + "</dc:title>"
        + "<dc:description>"
        + escape(description)
        + "</dc:description></cp:coreProperties>";
  }

  private static String contentTypes() {
    return XML
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + override("word/document.xml", WORD + "document.main+xml")
        + override("word/styles.xml", WORD + "styles+xml")
        + override("word/header1.xml", WORD + "header+xml")
        + override("word/header2.xml", WORD + "header+xml")
        + override(
            "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
  }

  /// Triples of type, its family, and target.
  private static String relationships(String... triples) {
    StringBuilder xml =
        new StringBuilder(
            XML
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < triples.length; i += 3) {
      xml.append("<Relationship Id=\"r")
          .append(i / 3 + 1)
          .append("\" Type=\"")
          .append(triples[i + 1])
          .append('/')
          .append(triples[i])
          .append("\" Target=\"")
          .append(triples[i + 2])
          .append("\"/>");
    }
    return xml.append("</Relationships>").toString();
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
