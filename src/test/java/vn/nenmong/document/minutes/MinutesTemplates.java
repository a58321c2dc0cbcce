package vn.nenmong.document.minutes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import vn.nenmong.document.store.PaperKind;
import vn.nenmong.document.template.WordTemplate;

/// Writes the templates of a meeting's papers that the program brings with it: `main` puts them
/// into `src/main/resources/templates/paper`. What they say stands here and nowhere else.
final class MinutesTemplates extends WordTemplate {

  private static final String GUIDANCE =
      "Lề trang theo quy định của ngày họp (Hướng dẫn 11-HD/VPTW năm 2004, 36-HD/VPTW năm 2018), cỡ chữ theo Hướng dẫn"
          + " 36-HD/VPTW. Chưa có nguồn cho lời văn của mẫu in: văn phòng đối chiếu với mẫu của cấp trên rồi sửa.";

  private final PaperKind kind;

  private MinutesTemplates(PaperKind kind) {
    super(kind.equals(MinutesPapers.MINUTES) ? "BIÊN BẢN" : "NGHỊ QUYẾT", GUIDANCE, 20, 20, 30, 15);
    this.kind = kind;
  }

  static String file(PaperKind kind) {
    return kind.code().replace('_', '-') + "_20-20-30-15.docx";
  }

  static byte[] build(PaperKind kind) {
    return new MinutesTemplates(kind).file();
  }

  public static void main(String[] arguments) throws IOException {
    for (PaperKind kind : List.of(MinutesPapers.MINUTES, MinutesPapers.RESOLUTION)) {
      Files.write(FOLDER.resolve(file(kind)), build(kind));
    }
  }

  @Override
  protected void content() {
    note(GUIDANCE);
    noteOnTags();
    heading(
        p("HeadLeft", "{{cap_tren}}")
            + p("HeadLeft", bold("{{co_quan_hoa}}"))
            + p("HeadLeft", "*"));
    if (kind.equals(MinutesPapers.MINUTES)) {
      p("Kind", "BIÊN BẢN", body);
      p("Subject", "{{tieu_de}}", body);
      p("Dashes", "-----", body);
      p("Body", "{{#bien_ban}}", body);
      p("Section", "{{?muc}}{{muc}}{{/muc}}", body);
      p("Body", "{{?dong}}{{dong}}{{/dong}}", body);
      p("Body", "{{/bien_ban}}", body);
      signatures(column("THƯ KÝ", "{{thu_ky}}"), column("CHỦ TRÌ", "{{chu_tri}}"));
    } else {
      p("Kind", "NGHỊ QUYẾT", body);
      p("Subject", "của {{ten_chi_bo}} tháng {{thang}}", body);
      p("Dashes", "-----", body);
      text("{{ten_chi_bo}} họp {{ngay_thang}}, sau khi thảo luận đã biểu quyết thông qua:");
      section("CHI BỘ QUYẾT NGHỊ:");
      p("Body", "{{#nghi_quyet_dong}}", body);
      text("{{dong}}");
      p("Body", "{{/nghi_quyet_dong}}", body);
      text("Chi bộ giao các đồng chí đảng viên thực hiện nghị quyết này.");
      signatures(
          recipients("- Đảng ủy (báo cáo),", "- Lưu Chi bộ."), column("T/M CHI BỘ", "{{chu_tri}}"));
    }
  }

  private static String column(String post, String name) {
    return p("HeadRight", bold(post)) + p("HeadRight", "").repeat(4) + p("HeadRight", bold(name));
  }
}
