package vn.nenmong.document.annual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the templates that the program brings with it: `main` puts them into
/// `src/main/resources/templates/paper`. What they say stands here and nowhere else.
final class DefaultTemplates {

  static final Path FOLDER = Path.of("src/main/resources/templates/paper");

  /// @param top margins in mm
  /// @param guidance the document that the layout follows, and how sure it is
  record Layout(int top, int bottom, int left, int right, String guidance) {
    String file() {
      return "annual-report_%d-%d-%d-%d.docx".formatted(top, bottom, left, right);
    }
  }

  static final List<Layout> LAYOUTS =
      List.of(
          new Layout(
              25,
              25,
              35,
              15,
              "Lề trang theo Hướng dẫn 11-HD/VPTW ngày 28/5/2004 (trên 25, dưới 25, trái 35, phải 15 mm; theo nguồn"
                  + " giải thích, mức B). Cỡ chữ của năm 2004 chưa tìm được văn bản, nên lấy cỡ chữ của Hướng dẫn"
                  + " 36-HD/VPTW năm 2018."),
          new Layout(
              20,
              20,
              30,
              15,
              "Lề trang theo Hướng dẫn 36-HD/VPTW ngày 03/4/2018 (trên 20, dưới 20, trái 30, phải 15 mm; theo nguồn"
                  + " thứ ba, mức C), cỡ chữ theo cùng hướng dẫn."));

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

  private final Layout layout;
  private final StringBuilder body = new StringBuilder();

  private DefaultTemplates(Layout layout) {
    this.layout = layout;
  }

  static byte[] build(Layout layout) {
    return new DefaultTemplates(layout).file();
  }

  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(FOLDER);
    for (Layout layout : LAYOUTS) {
      Files.write(FOLDER.resolve(layout.file()), build(layout));
    }
  }

  private void content() {
    notes();
    heading();
    title();
    organization();
    study();
    admission();
    cells();
    charge();
    cadres();
    massOrganizations();
    economy();
    models();
    review();
    shortcomings();
    tasks();
    signature();
    annex();
  }

  private void notes() {
    note("Mẫu Báo cáo tổng kết công tác xây dựng Đảng. " + layout.guidance());
    note(
        "Chữ trong hai ngoặc nhọn là thẻ, chương trình thay bằng số liệu; danh sách thẻ ở trang Mẫu báo cáo."
            + " Văn phòng sửa lời văn, thêm bớt mục, đổi chỗ thẻ tùy ý rồi tải mẫu lên lại."
            + " Các dòng ghi chú như dòng này không in ra báo cáo.");
  }

  private void heading() {
    int width = textWidth();
    int left = width * 44 / 100;
    table(
        false,
        List.of(left, width - left),
        row(
            p("HeadLeft", "{{cap_tren}}")
                + p("HeadLeft", bold("{{ten_dang_uy_hoa}}"))
                + p("HeadLeft", "*")
                + p("HeadLeft", "Số          -BC/ĐU"),
            p(
                    "HeadRight",
                    run(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "<w:b/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/><w:u w:val=\"single\"/>"))
                + p("HeadRight", "")
                + p("HeadRight", italic("{{dia_danh}}, {{ngay_thang}}"))));
  }

  private void title() {
    p("Kind", "BÁO CÁO", body);
    p("Subject", "tổng kết công tác xây dựng Đảng năm {{nam}}", body);
    p("Dashes", "-----", body);
    text(
        "{{ten_dang_uy}} báo cáo kết quả công tác xây dựng Đảng năm {{nam}} và phương hướng, nhiệm vụ năm"
            + " {{nam_sau}} như sau (số liệu tính đến ngày {{ngay_so_lieu}}):");
  }

  private void organization() {
    section("I. TỔ CHỨC ĐẢNG VÀ SỰ LÃNH ĐẠO Ở THÔN, BẢN");
    text(
        "{{ten_dang_bo}} thành lập {{ngay_thanh_lap}}. Toàn Đảng bộ có {{so_dang_vien}} đảng viên, trong đó"
            + " {{so_chinh_thuc}} đảng viên chính thức, {{so_du_bi}} đảng viên dự bị, sinh hoạt tại {{so_chi_bo}} chi"
            + " bộ trực thuộc; {{dang_vien_ho_ngheo}} đảng viên thuộc hộ nghèo.");
    text(
        "Xã có {{so_ban}} thôn, bản, {{so_ban_van_hoa}} bản đạt danh hiệu bản văn hóa."
            + "{{^so_ban_trang}} Toàn xã không còn bản trắng đảng viên.{{/so_ban_trang}}"
            + "{{?so_ban_trang}} Toàn xã còn {{so_ban_trang}} bản trắng đảng viên.{{/so_ban_trang}}"
            + "{{?so_ban_ghep}} Đảng viên của {{so_ban_ghep}} bản còn sinh hoạt ghép với chi bộ bản khác:"
            + " {{ds_ban_ghep}}.{{/so_ban_ghep}}"
            + "{{^so_ban_ghep}} Không có bản nào phải sinh hoạt ghép.{{/so_ban_ghep}}");
  }

  private void study() {
    section("II. GIÁO DỤC CHÍNH TRỊ, HỌC TẬP, QUÁN TRIỆT CHỈ THỊ, NGHỊ QUYẾT");
    text(
        "Đảng ủy tổ chức {{so_dot_hoc_tap}} đợt học tập, quán triệt chỉ thị, nghị quyết của Đảng; tỷ lệ đảng viên"
            + " tham gia học tập đạt {{ty_le_hoc_tap}}.");
    item("{{#hoc_tap}}");
    item("- Ngày {{ngay}}: {{van_ban}}; {{du}}/{{phai_du}} đảng viên tham gia.");
    item("{{/hoc_tap}}");
  }

  private void admission() {
    section("III. PHÁT TRIỂN ĐẢNG VÀ ĐẢNG VIÊN");
    text(
        "Trong năm, Đảng bộ kết nạp {{ket_nap}} đảng viên; công nhận chính thức cho {{cong_nhan}} đồng chí; hoàn tất hồ"
            + " sơ xem xét kết nạp đối với {{ho_so_hoan_tat}} quần chúng ưu tú.");
  }

  private void cells() {
    section("IV. CHI BỘ VÀ SINH HOẠT CHI BỘ");
    text(
        "Các chi bộ sinh hoạt thường kỳ {{so_ky_hop}}/{{so_ky_phai_hop}} kỳ, đạt {{ty_le_sinh_hoat}}; tình hình từng"
            + " chi bộ ở Phụ lục kèm theo.");
    text("Đảng ủy ban hành {{so_nghi_quyet_chuyen_de}} nghị quyết chuyên đề.");
    item("{{#nghi_quyet}}");
    item("- Nghị quyết số {{so_ky_hieu}} ngày {{ngay}}: {{trich_yeu}}.");
    item("{{/nghi_quyet}}");
  }

  private void charge() {
    section("V. PHÂN CÔNG CẤP ỦY VIÊN PHỤ TRÁCH CHI BỘ");
    text(
        "{{so_chi_bo_phu_trach}}/{{so_chi_bo}} chi bộ có cấp ủy viên được phân công phụ trách (Phụ lục kèm theo).");
  }

  private void cadres() {
    section("VI. CÁN BỘ, QUY HOẠCH, ĐÀO TẠO, BỒI DƯỠNG");
    text(
        "Đã bồi dưỡng {{bi_thu_boi_duong}} bí thư chi bộ và {{truong_ban_boi_duong}} trưởng thôn, bản. Công tác quy"
            + " hoạch cán bộ có {{so_quy_hoach}} lượt người được đưa vào quy hoạch trong năm.");
    item("{{#lop}}");
    item("- Lớp {{ten_lop}} (từ ngày {{tu_ngay}}): {{so_nguoi}} người.");
    item("{{/lop}}");
  }

  private void massOrganizations() {
    section("VII. MẶT TRẬN TỔ QUỐC VÀ CÁC ĐOÀN THỂ");
    item("{{#doan_the}}");
    item(
        "- {{ten}}: {{?so_chi_hoi}}{{so_chi_hoi}} chi hội, chi đoàn{{/so_chi_hoi}}; {{?so_hoi_vien}}{{so_hoi_vien}} hội viên, đoàn viên{{/so_hoi_vien}}.");
    item("{{/doan_the}}");
  }

  private void economy() {
    section("VIII. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU");
    text(
        "Đàn trâu, bò {{dan_trau_bo}}; diện tích lúa ruộng {{dien_tich_lua}}, trong đó {{dien_tich_lua_hai_vu}} gieo cấy"
            + " 2 vụ/năm; thu ngân sách trên địa bàn đạt {{thu_ngan_sach}} kế hoạch. Tỷ lệ hộ nghèo đa chiều"
            + " {{ty_le_ngheo}}.");
    int width = textWidth();
    List<Integer> columns = shares(width, 6, 24, 12, 12, 11, 12, 12);
    table(
        true,
        columns,
        headerRow(
            "TT",
            "Chỉ tiêu",
            "Đơn vị tính",
            "Thực hiện năm {{nam_truoc}}",
            "Kế hoạch năm {{nam}}",
            "Thực hiện năm {{nam}}",
            "So với kế hoạch",
            "So với năm {{nam_truoc}}"),
        row(
            p("Cell", center(), "{{#chi_tieu}}{{stt}}"),
            p("Cell", "{{ten}}"),
            p("Cell", center(), "{{don_vi}}"),
            p("Cell", right(), "{{thuc_hien_truoc}}"),
            p("Cell", right(), "{{ke_hoach}}"),
            p("Cell", right(), "{{thuc_hien}}"),
            p("Cell", right(), "{{so_ke_hoach}}"),
            p("Cell", right(), "{{so_nam_truoc}}{{/chi_tieu}}")));
    p("After", "", body);
  }

  private void models() {
    section("IX. MÔ HÌNH ĐẢNG VIÊN PHÁT TRIỂN KINH TẾ");
    text(
        "Đảng bộ có {{mo_hinh_lam_diem}} mô hình làm điểm, {{mo_hinh_nhan_rong}} mô hình nhân rộng; thu nhập cao nhất"
            + " {{thu_nhap_cao_nhat}}.");
    item("{{#mo_hinh}}");
    item("- {{ten}} ({{giai_doan}}): đồng chí {{dang_vien}}, bản {{ban}}; thu nhập {{thu_nhap}}.");
    item("{{/mo_hinh}}");
  }

  private void review() {
    section("X. ĐÁNH GIÁ, XẾP LOẠI");
    text(
        "Tổ chức đảng: {{chi_bo_muc_cao_nhat}}/{{so_chi_bo}} chi bộ xếp loại «{{ten_muc_cao_nhat}}»;"
            + " {{chi_bo_tot_tro_len}}/{{so_chi_bo}} chi bộ hoàn thành tốt nhiệm vụ trở lên.");
    text(
        "Đảng viên: xếp loại {{dang_vien_xep_loai}} đảng viên, {{ty_le_tot_tro_len}} hoàn thành tốt nhiệm vụ trở lên;"
            + " {{dang_vien_xuat_sac}} đồng chí hoàn thành xuất sắc nhiệm vụ, bằng {{ty_le_xuat_sac}} số hoàn thành tốt"
            + " trở lên.");
  }

  private void shortcomings() {
    section("XI. HẠN CHẾ");
    note(
        "Các hạn chế dưới đây chỉ rút ra từ số liệu. Văn phòng bổ sung hạn chế khác và nguyên nhân vào chỗ này.");
    text("Qua số liệu năm {{nam}}, Đảng bộ còn những hạn chế sau:");
    item("{{?so_ban_trang}}- Còn {{so_ban_trang}} bản chưa có đảng viên.{{/so_ban_trang}}");
    item(
        "{{?so_ban_ghep}}- Đảng viên của {{so_ban_ghep}} bản còn phải sinh hoạt ghép: {{ds_ban_ghep}}.{{/so_ban_ghep}}");
    item(
        "{{?so_ky_thieu}}- Còn {{so_ky_thieu}} kỳ sinh hoạt thường kỳ không tổ chức: {{ds_ky_thieu}}.{{/so_ky_thieu}}");
    item(
        "{{?so_chi_bo_chua_phu_trach}}- Còn {{so_chi_bo_chua_phu_trach}} chi bộ chưa có cấp ủy viên phụ"
            + " trách.{{/so_chi_bo_chua_phu_trach}}");
    item(
        "{{?so_chi_tieu_khong_dat}}- Còn {{so_chi_tieu_khong_dat}} chỉ tiêu không đạt kế hoạch:"
            + " {{ds_chi_tieu_khong_dat}}.{{/so_chi_tieu_khong_dat}}");
    item("{{?ty_le_ngheo}}- Tỷ lệ hộ nghèo đa chiều còn {{ty_le_ngheo}}.{{/ty_le_ngheo}}");
  }

  private void tasks() {
    section("XII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {{nam_sau}}");
    note(
        "Phần này là văn mẫu thường dùng, không phải số liệu của Đảng bộ. Văn phòng sửa theo nghị quyết của Đảng ủy, rồi"
            + " xóa dòng nhắc được tô màu.");
    p(
        "Item",
        run(
            "(Văn mẫu thường dùng: rà soát, sửa theo nghị quyết của Đảng ủy trước khi ký.)",
            "<w:i/><w:highlight w:val=\"yellow\"/>"),
        body);
    for (String task :
        List.of(
            "1. Tiếp tục học tập, quán triệt, thực hiện chỉ thị, nghị quyết của Đảng các cấp; đẩy mạnh học tập và làm theo"
                + " tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
            "2. Củng cố, kiện toàn chi bộ; phát triển đảng viên ở các bản còn ít đảng viên, từng bước giảm số bản sinh hoạt"
                + " ghép.",
            "3. Duy trì nền nếp, nâng cao chất lượng sinh hoạt chi bộ; phát huy trách nhiệm cấp ủy viên phụ trách chi bộ.",
            "4. Tạo nguồn, bồi dưỡng quần chúng ưu tú; kết nạp đảng viên và công nhận đảng viên chính thức đúng quy định.",
            "5. Thực hiện quy hoạch, đào tạo, bồi dưỡng cán bộ; bồi dưỡng bí thư chi bộ, trưởng thôn, bản.",
            "6. Lãnh đạo thực hiện các chỉ tiêu kinh tế - xã hội, giảm nghèo, giữ vững quốc phòng - an ninh; nhân rộng mô"
                + " hình đảng viên phát triển kinh tế.",
            "7. Lãnh đạo Mặt trận Tổ quốc và các đoàn thể đổi mới nội dung, phương thức hoạt động.")) {
      item(task);
    }
  }

  private void signature() {
    p("After", "", body);
    int width = textWidth();
    int left = width / 2;
    table(
        false,
        List.of(left, width - left),
        row(
            p("Recipients", run("Nơi nhận:", "<w:u w:val=\"single\"/>"))
                + p("Recipients", "- {{cap_tren_noi_nhan}} (báo cáo),")
                + p("Recipients", "- Các đồng chí Đảng ủy viên,")
                + p("Recipients", "- Các chi bộ trực thuộc,")
                + p("Recipients", "- Lưu Đảng ủy."),
            p("HeadRight", bold("T/M ĐẢNG ỦY"))
                + p("HeadRight", "BÍ THƯ")
                + p("HeadRight", "").repeat(4)
                + p("HeadRight", bold("{{ho_ten_bi_thu}}"))));
  }

  private void annex() {
    body.append("<w:p><w:pPr><w:pStyle w:val=\"Subject\"/><w:pageBreakBefore/></w:pPr>")
        .append(run("PHỤ LỤC", ""))
        .append("</w:p>");
    p("Subject", "Tình hình các chi bộ năm {{nam}}", body);
    p(
        "HeadRight",
        italic(
            "(Kèm theo Báo cáo tổng kết công tác xây dựng Đảng năm {{nam}} của {{ten_dang_uy}})"),
        body);
    p("After", "", body);
    List<Integer> columns = shares(textWidth(), 6, 18, 8, 9, 7, 8, 10, 17);
    table(
        true,
        columns,
        headerRow(
            "TT",
            "Chi bộ",
            "Đảng viên",
            "Chính thức",
            "Dự bị",
            "Kết nạp",
            "Kỳ họp / phải họp",
            "Cấp ủy viên phụ trách",
            "Xếp loại"),
        row(
            p("Cell", center(), "{{#chi_bo}}{{stt}}"),
            p("Cell", "{{ten}}"),
            p("Cell", center(), "{{dang_vien}}"),
            p("Cell", center(), "{{chinh_thuc}}"),
            p("Cell", center(), "{{du_bi}}"),
            p("Cell", center(), "{{ket_nap}}"),
            p("Cell", center(), "{{da_hop}}/{{phai_hop}}"),
            p("Cell", "{{phu_trach}}"),
            p("Cell", "{{xep_loai}}{{/chi_bo}}")),
        row(
            p("Cell", ""),
            p("Cell", bold("Cộng")),
            p("Cell", center(), bold("{{so_dang_vien}}")),
            p("Cell", center(), bold("{{so_chinh_thuc}}")),
            p("Cell", center(), bold("{{so_du_bi}}")),
            p("Cell", center(), bold("{{ket_nap}}")),
            p("Cell", center(), bold("{{so_ky_hop}}/{{so_ky_phai_hop}}")),
            p("Cell", ""),
            p("Cell", "")));
  }

  // Below: how Word writes it.

  private int textWidth() {
    return A4_WIDTH - twentieths(layout.left()) - twentieths(layout.right());
  }

  private static int twentieths(double millimetres) {
    return (int) Math.round(millimetres * 1440 / 25.4);
  }

  /// Widths by per cent, the last column taking the rest.
  private static List<Integer> shares(int width, int... percents) {
    List<Integer> columns = new ArrayList<>();
    int left = width;
    for (int percent : percents) {
      columns.add(width * percent / 100);
      left -= width * percent / 100;
    }
    columns.add(left);
    return columns;
  }

  private void section(String title) {
    p("Section", title, body);
  }

  private void text(String content) {
    p("Body", content, body);
  }

  private void item(String content) {
    p("Item", content, body);
  }

  private void note(String content) {
    p("Note", "{{! " + content + "}}", body);
  }

  private static void p(String style, String content, StringBuilder to) {
    to.append(p(style, content));
  }

  private static String p(String style, String content) {
    return p(style, "", content);
  }

  private static String p(String style, String properties, String content) {
    String runs = content.isEmpty() || content.startsWith("<w:r>") ? content : run(content, "");
    return "<w:p><w:pPr><w:pStyle w:val=\""
        + style
        + "\"/>"
        + properties
        + "</w:pPr>"
        + runs
        + "</w:p>";
  }

  private static String center() {
    return "<w:jc w:val=\"center\"/>";
  }

  private static String right() {
    return "<w:jc w:val=\"right\"/>";
  }

  private static String bold(String text) {
    return run(text, "<w:b/>");
  }

  private static String italic(String text) {
    return run(text, "<w:i/>");
  }

  private static String run(String text, String look) {
    String properties = look.isEmpty() ? "" : "<w:rPr>" + look + "</w:rPr>";
    return "<w:r>" + properties + "<w:t xml:space=\"preserve\">" + escape(text) + "</w:t></w:r>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Cells of a row, each the paragraphs in it; the widths come with the table.
  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  private static List<String> headerRow(String... titles) {
    List<String> cells = new ArrayList<>(List.of("header"));
    for (String title : titles) {
      cells.add(p("Cell", center(), bold(title)));
    }
    return cells;
  }

  @SafeVarargs
  private void table(boolean lines, List<Integer> columns, List<String>... rows) {
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

  private byte[] file() {
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
        + twentieths(layout.top())
        + "\" w:right=\""
        + twentieths(layout.right())
        + "\" w:bottom=\""
        + twentieths(layout.bottom())
        + "\" w:left=\""
        + twentieths(layout.left())
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
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Báo cáo tổng kết công tác xây dựng Đảng</dc:title>"
        + "<dc:description>"
        + escape(layout.guidance())
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
