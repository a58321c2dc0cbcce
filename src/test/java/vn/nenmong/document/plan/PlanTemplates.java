package vn.nenmong.document.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import vn.nenmong.document.store.PaperKind;
import vn.nenmong.document.template.WordTemplate;

/// Writes the templates of the decisions on plans that the program brings with it: `main` puts them
/// into `src/main/resources/templates/paper`. What they say stands here and nowhere else.
final class PlanTemplates extends WordTemplate {

  private static final String GUIDANCE =
      "Lề trang theo quy định của ngày ký (Hướng dẫn 11-HD/VPTW năm 2004, 36-HD/VPTW năm 2018), cỡ chữ theo Hướng dẫn"
          + " 36-HD/VPTW. Chưa có nguồn cho lời văn của mẫu in: lời văn theo lối chung của văn bản đảng, văn phòng đối"
          + " chiếu với mẫu của cấp trên rồi sửa, ghi các căn cứ vào dòng chấm.";
  private static final String DOTS = "……………………………………………………………………";

  private final PaperKind kind;

  private PlanTemplates(PaperKind kind) {
    super("QUYẾT ĐỊNH", GUIDANCE, 20, 20, 30, 15);
    this.kind = kind;
  }

  static String file(PaperKind kind) {
    return kind.code().replace('_', '-') + "_20-20-30-15.docx";
  }

  static byte[] build(PaperKind kind) {
    return new PlanTemplates(kind).file();
  }

  public static void main(String[] arguments) throws IOException {
    for (PaperKind kind : List.of(PlanPapers.CHARGE, PlanPapers.VILLAGES)) {
      Files.write(FOLDER.resolve(file(kind)), build(kind));
    }
  }

  @Override
  protected void content() {
    note(GUIDANCE);
    noteOnTags();
    heading(numbered());
    p("Kind", "QUYẾT ĐỊNH", body);
    p(
        "Subject",
        kind.equals(PlanPapers.CHARGE)
            ? "phân công cấp ủy viên phụ trách chi bộ"
            : "về việc củng cố tổ chức chi bộ ở các bản",
        body);
    p("Dashes", "-----", body);
    text("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;");
    text("- Căn cứ " + DOTS + ";");
    text("- Xét " + DOTS + ",");
    p("Subject", "{{tham_quyen_hoa}}", body);
    p("Subject", "QUYẾT ĐỊNH:", body);
    p("After", "", body);
    if (kind.equals(PlanPapers.CHARGE)) {
      charge();
    } else {
      villages();
    }
    signatures(recipients("- Như Điều 3,", "- Lưu Đảng ủy."), secretary());
  }

  private void charge() {
    text("Điều 1. Phân công các đồng chí cấp ủy viên phụ trách chi bộ như sau:");
    table(
        true,
        shares(textWidth(), 8, 37),
        headerRow("STT", "Họ tên cấp ủy viên", "Chi bộ phụ trách"),
        row(
            p("Cell", center(), "{{#phan_cong}}{{stt}}"),
            p("Cell", "{{ho_ten}}"),
            p("Cell", "{{chi_bo}}{{/phan_cong}}")));
    p("After", "", body);
    item("{{?thoi_phu_trach}}");
    text("Các đồng chí thôi phụ trách chi bộ:");
    item("{{#thoi_phu_trach}}");
    item("- {{ho_ten}}: {{chi_bo}}.");
    item("{{/thoi_phu_trach}}");
    item("{{/thoi_phu_trach}}");
    text("Việc phụ trách các chi bộ không nêu ở Điều này giữ như hiện nay.");
    text(
        "Điều 2. Các đồng chí được phân công theo dõi, nắm tình hình, giúp đỡ chi bộ mình phụ trách và báo cáo"
            + " {{ten_dang_uy}}.");
    text(
        "Điều 3. Các đồng chí, các chi bộ nêu ở Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực"
            + " từ ngày ký.");
  }

  private void villages() {
    text("Điều 1. Giao các chi bộ lãnh đạo các bản như sau:");
    table(
        true,
        shares(textWidth(), 8, 26, 33),
        headerRow("STT", "Bản", "Chi bộ hiện nay lãnh đạo", "Chi bộ sẽ lãnh đạo"),
        row(
            p("Cell", center(), "{{#cac_ban}}{{stt}}"),
            p("Cell", "{{ban}}"),
            p("Cell", "{{chi_bo_hien_nay}}"),
            p("Cell", "{{chi_bo_lanh_dao}}{{/cac_ban}}")));
    p("After", "", body);
    item("{{?chi_bo_moi}}");
    text("Trong đó thành lập chi bộ mới:");
    item("{{#chi_bo_moi}}");
    item("- {{ten}}, đặt tại {{dat_tai}}, gồm các bản: {{ban}}.");
    item("{{/chi_bo_moi}}");
    item("{{/chi_bo_moi}}");
    text("Các bản không nêu ở Điều này giữ như hiện nay.");
    text(
        "Điều 2. Các chi bộ nêu ở Điều 1 bàn giao, nhận lãnh đạo các bản.{{?chi_bo_moi}} Đảng viên, quần chúng ưu tú ở"
            + " các bản của chi bộ mới, đang thuộc chi bộ hiện nay lãnh đạo bản, chuyển sang chi bộ mới từ ngày quyết"
            + " định.{{/chi_bo_moi}} Việc chuyển sinh hoạt của các đảng viên khác làm theo từng người.");
    text(
        "Điều 3. Các chi bộ nêu ở Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực từ ngày ký.");
  }
}
