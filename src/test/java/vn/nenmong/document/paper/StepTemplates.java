package vn.nenmong.document.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import vn.nenmong.document.template.WordTemplate;
import vn.nenmong.membership.paper.IssuedPaper;

/// Writes the templates of the papers of steps that the program brings with it: `main` puts them
/// into `src/main/resources/templates/paper`. What they say stands here and nowhere else.
final class StepTemplates extends WordTemplate {

  private static final String GUIDANCE =
      "Lề trang theo quy định của ngày ký (Hướng dẫn 11-HD/VPTW năm 2004, 36-HD/VPTW năm 2018), cỡ chữ theo Hướng dẫn"
          + " 36-HD/VPTW.";
  private static final String PLAIN =
      "Chưa có nguồn cho lời văn của mẫu in: lời văn theo lối chung của văn bản đảng, văn phòng đối chiếu với mẫu của"
          + " cấp trên rồi sửa.";
  private static final String BASIS =
      "- Căn cứ {{?can_cu}}{{can_cu}}{{/can_cu}}{{^can_cu}}Điều lệ Đảng Cộng sản Việt Nam{{/can_cu}};";
  private static final String PERSON =
      "sinh {{ngay_sinh}}, giới tính {{gioi_tinh}}, dân tộc {{dan_toc}}, cư trú tại {{noi_o}}";
  private static final String MEMBER =
      "sinh {{ngay_sinh}}, vào Đảng {{ngay_vao_dang}}, đảng viên {{tu_cach}} của {{ten_chi_bo}}";
  private static final String CELL_VOTE =
      "{{?so_tan_thanh}}Kết quả biểu quyết: {{so_tan_thanh}}/{{so_co_quyen}} đảng viên chính thức tán thành, bằng"
          + " {{ty_le}}; {{thong_qua}}.{{/so_tan_thanh}}";
  private static final String COMMITTEE_VOTE =
      "{{?so_tan_thanh}}Kết quả biểu quyết: {{so_tan_thanh}}/{{so_co_quyen}} cấp ủy viên tán thành, bằng {{ty_le}};"
          + " {{thong_qua}}.{{/so_tan_thanh}}";
  private static final String AFTER_CELL =
      "{{?nghi_quyet_chi_bo}}- Xét đề nghị của {{ten_chi_bo}} tại Nghị quyết {{nghi_quyet_chi_bo}};{{/nghi_quyet_chi_bo}}";
  private static final String AFTER_COMMITTEE =
      "{{?nghi_quyet_dang_uy}}- Xét Nghị quyết của {{ten_dang_uy}} {{nghi_quyet_dang_uy}};{{/nghi_quyet_dang_uy}}";
  private static final String ALLOWED =
      "{{?cho_phep}}- Căn cứ văn bản cho phép: {{cho_phep}};{{/cho_phep}}";
  private static final String REASON = "{{?ly_do}}Lý do: {{ly_do}}.{{/ly_do}}";

  private final IssuedPaper paper;

  private StepTemplates(IssuedPaper paper) {
    super(title(paper), GUIDANCE, 20, 20, 30, 15);
    this.paper = paper;
  }

  static String file(IssuedPaper paper) {
    return paper.step().code().replace('_', '-') + "_20-20-30-15.docx";
  }

  static byte[] build(IssuedPaper paper) {
    return new StepTemplates(paper).file();
  }

  public static void main(String[] arguments) throws IOException {
    for (IssuedPaper paper : IssuedPaper.values()) {
      Files.write(FOLDER.resolve(file(paper)), build(paper));
    }
  }

  private static String title(IssuedPaper paper) {
    return switch (paper.document()) {
      case "NQ" -> "NGHỊ QUYẾT";
      case "QĐ" -> "QUYẾT ĐỊNH";
      case "BC" -> "BÁO CÁO";
      case "TTr" -> "TỜ TRÌNH";
      case "CV" -> "CÔNG VĂN";
      default -> "GIẤY GIỚI THIỆU";
    };
  }

  /// The code of the form that the domain gives it, with what is known of it.
  private String form() {
    return switch (paper) {
      case OPINIONS -> "Ứng với mẫu 5-KNĐ (mức B). ";
      case CELL_RESOLUTION -> "Ứng với mẫu 6-KNĐ (mức B). ";
      case COMMITTEE_RESOLUTION -> "Ứng với mẫu 8-KNĐ (mức B). ";
      case ADMISSION_DECISION -> "Ứng với mẫu 9-KNĐ (mức B). ";
      case RECOGNITION_DECISION -> "Ứng với mẫu 16-KNĐ (mức C). ";
      case RECOGNITION_CELL, RECOGNITION_COMMITTEE ->
          "Số mẫu trong bộ KNĐ khác nhau giữa các nguồn nên không ghi. ";
      default -> "";
    };
  }

  private String subject() {
    return switch (paper) {
      case HELPERS -> "phân công đảng viên giúp đỡ quần chúng ưu tú";
      case OPINIONS ->
          "tổng hợp ý kiến của tổ chức chính trị - xã hội và chi ủy nơi cư trú đối với người xin vào Đảng";
      case CELL_RESOLUTION, COMMITTEE_RESOLUTION -> "đề nghị kết nạp đảng viên";
      case ADMISSION_DECISION -> "kết nạp đảng viên";
      case DOSSIER_MOVED -> "về việc chuyển hồ sơ của người xin vào Đảng";
      case PROBATION_HELPER -> "phân công đảng viên giúp đỡ đảng viên dự bị";
      case RECOGNITION_CELL, RECOGNITION_COMMITTEE -> "đề nghị công nhận đảng viên chính thức";
      case RECOGNITION_DECISION -> "công nhận đảng viên chính thức";
      case TRANSFER_WITHIN, TRANSFER_OUT -> "chuyển sinh hoạt đảng chính thức";
      case TEMPORARY_OUT -> "chuyển sinh hoạt đảng tạm thời";
      case EXEMPTION -> "miễn công tác và sinh hoạt đảng";
      case STRIKE_CELL, STRIKE_COMMITTEE -> "đề nghị xóa tên trong danh sách đảng viên";
      case STRIKE_DECISION -> "xóa tên trong danh sách đảng viên";
      case RESIGNATION -> "cho ra khỏi Đảng";
      case RESTORED -> "phục hồi đảng tịch";
      case DISCIPLINE_CELL -> "thi hành kỷ luật đối với đảng viên";
      case DISCIPLINE_DECISION -> "thi hành kỷ luật đảng viên";
      case DISCIPLINE_LIFTED -> "xóa, thay đổi quyết định kỷ luật đảng viên";
      case SUSPENSION -> "đình chỉ sinh hoạt đảng";
      case CARD_LOST -> "đề nghị cấp lại thẻ đảng viên";
      case BADGE -> "đề nghị tặng Huy hiệu Đảng";
      case BADGE_POSTHUMOUS -> "đề nghị truy tặng Huy hiệu Đảng";
    };
  }

  @Override
  protected void content() {
    note(form() + PLAIN + " " + GUIDANCE);
    noteOnTags();
    heading();
    if (!paper.document().equals("CV")) {
      p("Kind", title(paper), body);
      p("Subject", subject(), body);
      p("Dashes", "-----", body);
    }
    switch (paper.document()) {
      case "NQ" -> resolution();
      case "QĐ" -> decision();
      case "BC" -> opinions();
      case "TTr" -> request();
      case "CV" -> dossier();
      default -> letter();
    }
    signature();
  }

  private void heading() {
    heading(
        numbered()
            + (paper.document().equals("CV")
                ? p("HeadLeft", run(subject(), "<w:i/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"))
                : ""));
  }

  private void resolution() {
    switch (paper) {
      case HELPERS -> {
        text(
            "Ngày {{ngay}}, {{ten_chi_bo}} xem xét việc giúp đỡ quần chúng ưu tú {{ho_ten}}, "
                + PERSON
                + ".");
        section("CHI BỘ QUYẾT NGHỊ:");
        text(
            "1. Phân công đồng chí {{nguoi_thu_nhat}}{{?nguoi_thu_hai}} và đồng chí"
                + " {{nguoi_thu_hai}}{{/nguoi_thu_hai}} giúp đỡ, giới thiệu quần chúng {{ho_ten}} phấn đấu vào Đảng.");
        text("2. Các đồng chí được phân công và quần chúng {{ho_ten}} thực hiện nghị quyết này.");
      }
      case PROBATION_HELPER -> {
        text(
            "Ngày {{ngay}}, {{ten_chi_bo}} xem xét việc giúp đỡ đảng viên dự bị {{ho_ten}}, "
                + PERSON
                + ".");
        section("CHI BỘ QUYẾT NGHỊ:");
        text(
            "1. Phân công đồng chí {{nguoi_thu_nhat}}{{?nguoi_thu_hai}} và đồng chí"
                + " {{nguoi_thu_hai}}{{/nguoi_thu_hai}} giúp đỡ đảng viên dự bị {{ho_ten}} trong thời gian dự bị.");
        text("2. Các đồng chí có tên trên thực hiện nghị quyết này.");
      }
      case CELL_RESOLUTION -> {
        text(
            "Ngày {{ngay}}, {{ten_chi_bo}} họp xét, đề nghị kết nạp đảng viên đối với quần chúng {{ho_ten}}, "
                + PERSON
                + ", nghề nghiệp {{nghe_nghiep}}.");
        text(
            "Sau khi xem xét đơn, lý lịch, kết quả thẩm tra lý lịch, giấy giới thiệu và ý kiến tổng hợp của tổ chức chính"
                + " trị - xã hội, chi ủy nơi cư trú, chi bộ thảo luận và biểu quyết{{?hinh_thuc}} bằng cách"
                + " {{hinh_thuc}}{{/hinh_thuc}}.");
        text(CELL_VOTE);
        section("CHI BỘ QUYẾT NGHỊ:");
        outcome(
            "Đề nghị {{ten_dang_uy}} xét, đề nghị kết nạp quần chúng {{ho_ten}} vào Đảng Cộng sản Việt Nam.",
            "Chưa đề nghị kết nạp quần chúng {{ho_ten}} vào Đảng.");
      }
      case COMMITTEE_RESOLUTION -> {
        text(
            "Ngày {{ngay}}, {{ten_dang_uy}} họp xét đề nghị của {{ten_chi_bo}}{{?nghi_quyet_chi_bo}} tại Nghị quyết"
                + " {{nghi_quyet_chi_bo}}{{/nghi_quyet_chi_bo}} về việc kết nạp quần chúng {{ho_ten}}, "
                + PERSON
                + ".");
        text(COMMITTEE_VOTE);
        section("ĐẢNG ỦY QUYẾT NGHỊ:");
        outcome(
            "Đề nghị cấp ủy có thẩm quyền xét, quyết định kết nạp quần chúng {{ho_ten}} vào Đảng Cộng sản Việt Nam.",
            "Chưa đề nghị kết nạp quần chúng {{ho_ten}} vào Đảng.");
      }
      case RECOGNITION_CELL -> {
        text(
            "Ngày {{ngay}}, {{ten_chi_bo}} họp xét, đề nghị công nhận đảng viên chính thức đối với đảng viên dự bị"
                + " {{ho_ten}}, sinh {{ngay_sinh}}, kết nạp {{ngay_vao_dang}}{{?ngay_het_du_bi}}, hết thời gian dự bị"
                + " {{ngay_het_du_bi}}{{/ngay_het_du_bi}}.");
        text(
            "Sau khi xem xét bản tự kiểm điểm, nhận xét của đảng viên được phân công giúp đỡ và ý kiến của tổ chức chính"
                + " trị - xã hội, chi ủy nơi cư trú, chi bộ thảo luận và biểu quyết{{?hinh_thuc}} bằng cách"
                + " {{hinh_thuc}}{{/hinh_thuc}}.");
        text(CELL_VOTE);
        section("CHI BỘ QUYẾT NGHỊ:");
        outcome(
            "Đề nghị công nhận đồng chí {{ho_ten}} là đảng viên chính thức.",
            "Chưa đề nghị công nhận đồng chí {{ho_ten}} là đảng viên chính thức.");
      }
      case RECOGNITION_COMMITTEE -> {
        text(
            "Ngày {{ngay}}, {{ten_dang_uy}} họp xét đề nghị của {{ten_chi_bo}}{{?nghi_quyet_chi_bo}} tại Nghị quyết"
                + " {{nghi_quyet_chi_bo}}{{/nghi_quyet_chi_bo}} về việc công nhận đảng viên chính thức đối với đảng viên"
                + " dự bị {{ho_ten}}, sinh {{ngay_sinh}}, kết nạp {{ngay_vao_dang}}.");
        text(COMMITTEE_VOTE);
        section("ĐẢNG ỦY QUYẾT NGHỊ:");
        outcome(
            "Đề nghị cấp ủy có thẩm quyền công nhận đồng chí {{ho_ten}} là đảng viên chính thức.",
            "Chưa đề nghị công nhận đồng chí {{ho_ten}} là đảng viên chính thức.");
      }
      case EXEMPTION -> {
        text(
            "Ngày {{ngay}}, {{ten_chi_bo}} xem xét đề nghị miễn công tác và sinh hoạt đảng của đồng chí {{ho_ten}}, "
                + MEMBER
                + "{{?hinh_thuc}}; trường hợp: {{hinh_thuc}}{{/hinh_thuc}}.");
        text(REASON);
        section("CHI BỘ QUYẾT NGHỊ:");
        text(
            "1. Đồng chí {{ho_ten}} được miễn công tác và sinh hoạt đảng từ ngày {{ngay}}{{?den_ngay}} đến hết ngày"
                + " {{den_ngay}}{{/den_ngay}}.");
        text("2. Chi bộ báo cáo {{ten_dang_uy}}.");
      }
      case STRIKE_CELL -> {
        text(
            "Ngày {{ngay}}, {{ten_chi_bo}} họp xem xét đồng chí {{ho_ten}}, "
                + MEMBER
                + "{{?hinh_thuc}}; trường hợp: {{hinh_thuc}}{{/hinh_thuc}}.");
        text(CELL_VOTE);
        section("CHI BỘ QUYẾT NGHỊ:");
        outcome(
            "Đề nghị xóa tên đồng chí {{ho_ten}} trong danh sách đảng viên.",
            "Không đề nghị xóa tên đồng chí {{ho_ten}} trong danh sách đảng viên.");
      }
      case STRIKE_COMMITTEE -> {
        text(
            "Ngày {{ngay}}, {{ten_dang_uy}} họp xét đề nghị của {{ten_chi_bo}}{{?nghi_quyet_chi_bo}} tại Nghị quyết"
                + " {{nghi_quyet_chi_bo}}{{/nghi_quyet_chi_bo}} về việc xóa tên đồng chí {{ho_ten}}, "
                + MEMBER
                + ".");
        text(COMMITTEE_VOTE);
        section("ĐẢNG ỦY QUYẾT NGHỊ:");
        outcome(
            "Đề nghị cấp ủy có thẩm quyền xóa tên đồng chí {{ho_ten}} trong danh sách đảng viên.",
            "Không đề nghị xóa tên đồng chí {{ho_ten}} trong danh sách đảng viên.");
      }
      default -> {
        text(
            "Ngày {{ngay}}, {{ten_chi_bo}} họp xem xét, biểu quyết kỷ luật đối với đồng chí {{ho_ten}}, "
                + MEMBER
                + ".");
        text(CELL_VOTE);
        section("CHI BỘ QUYẾT NGHỊ:");
        outcome(
            "Hình thức kỷ luật đối với đồng chí {{ho_ten}}: {{hinh_thuc}}.",
            "Không đủ số phiếu để kỷ luật đồng chí {{ho_ten}} bằng hình thức {{hinh_thuc}}; chi bộ báo cáo {{ten_dang_uy}}.");
      }
    }
  }

  private void outcome(String carried, String failed) {
    text("{{?thong_qua}}" + carried + "{{/thong_qua}}{{^thong_qua}}" + failed + "{{/thong_qua}}");
  }

  private void decision() {
    text(BASIS);
    text(ALLOWED);
    switch (paper) {
      case ADMISSION_DECISION, RECOGNITION_DECISION, STRIKE_DECISION, DISCIPLINE_DECISION -> {
        text(AFTER_CELL);
        text(AFTER_COMMITTEE);
      }
      default -> text(REASON.replace("Lý do:", "- Xét lý do:").replace(".{{/", ";{{/"));
    }
    p("Subject", "{{tham_quyen_hoa}}", body);
    p("Subject", "QUYẾT ĐỊNH:", body);
    p("After", "", body);
    switch (paper) {
      case ADMISSION_DECISION -> {
        text("Điều 1. Kết nạp quần chúng {{ho_ten}}, " + PERSON + ", vào Đảng Cộng sản Việt Nam.");
        text(
            "Điều 2. {{ten_chi_bo}} tổ chức lễ kết nạp, phân công đảng viên chính thức giúp đỡ; thời gian dự bị 12 tháng"
                + " tính từ ngày tổ chức lễ kết nạp.");
      }
      case RECOGNITION_DECISION -> {
        text(
            "Điều 1. Công nhận đồng chí {{ho_ten}}, sinh {{ngay_sinh}}, kết nạp {{ngay_vao_dang}}, là đảng viên chính"
                + " thức{{?ngay_het_du_bi}} kể từ {{ngay_het_du_bi}}{{/ngay_het_du_bi}}.");
        text(
            "Điều 2. {{ten_chi_bo}} công bố quyết định và hoàn thiện hồ sơ đảng viên của đồng chí {{ho_ten}}.");
      }
      case STRIKE_DECISION -> {
        text(
            "Điều 1. Xóa tên đồng chí {{ho_ten}}, "
                + MEMBER
                + ", trong danh sách đảng viên kể từ ngày {{ngay}}.");
        text("Điều 2. {{ten_chi_bo}} công bố quyết định, thu lại thẻ đảng viên.");
      }
      case RESIGNATION -> {
        text("Điều 1. Cho đồng chí {{ho_ten}}, " + MEMBER + ", ra khỏi Đảng kể từ ngày {{ngay}}.");
        text("Điều 2. {{ten_chi_bo}} công bố quyết định, thu lại thẻ đảng viên.");
      }
      case RESTORED -> {
        text(
            "Điều 1. Phục hồi đảng tịch cho đồng chí {{ho_ten}}, sinh {{ngay_sinh}}, kể từ ngày {{ngay}}; tuổi đảng được"
                + " tính liên tục.");
        text(
            "Điều 2. {{?chi_bo_den}}{{chi_bo_den}}{{/chi_bo_den}}{{^chi_bo_den}}Chi bộ{{/chi_bo_den}} tiếp nhận đồng chí"
                + " {{ho_ten}} vào sinh hoạt.");
      }
      case DISCIPLINE_DECISION -> {
        text(
            "Điều 1. Thi hành kỷ luật đồng chí {{ho_ten}}, "
                + MEMBER
                + ", bằng hình thức {{hinh_thuc}}.");
        text(REASON);
        text(
            "Điều 2. {{ten_chi_bo}} và đồng chí {{ho_ten}} chấp hành quyết định này kể từ ngày công bố.");
      }
      case DISCIPLINE_LIFTED -> {
        text(
            "Điều 1. Xóa, thay đổi quyết định kỷ luật đối với đồng chí {{ho_ten}}, "
                + MEMBER
                + ", kể từ ngày {{ngay}}.");
        text("Điều 2. {{ten_chi_bo}} và đồng chí {{ho_ten}} chấp hành quyết định này.");
      }
      default -> {
        text(
            "Điều 1. Đình chỉ sinh hoạt đảng đối với đồng chí {{ho_ten}}, "
                + MEMBER
                + ", từ ngày {{ngay}}{{?den_ngay}} đến hết ngày {{den_ngay}}{{/den_ngay}}.");
        text("Điều 2. {{ten_chi_bo}} và đồng chí {{ho_ten}} chấp hành quyết định này.");
      }
    }
  }

  private void opinions() {
    text(
        "{{co_quan}} tổng hợp ý kiến đối với quần chúng {{ho_ten}}, "
            + PERSON
            + ", đến ngày {{ngay}} như sau:");
    note("Chương trình không giữ nội dung ý kiến: chi ủy ghi vào các dòng chấm.");
    for (String of :
        List.of(
            "1. Ý kiến của các tổ chức chính trị - xã hội",
            "2. Ý kiến của chi ủy nơi cư trú",
            "3. Ưu điểm",
            "4. Khuyết điểm",
            "5. Số người tán thành, không tán thành")) {
      section(of);
      text("……………………………………………………………………………");
    }
  }

  private void letter() {
    String to =
        paper == IssuedPaper.TRANSFER_WITHIN
            ? "{{?chi_bo_den}}{{chi_bo_den}}{{/chi_bo_den}}"
            : "{{?noi_den}}{{noi_den}}{{/noi_den}}";
    p("Subject", "Kính gửi: " + to, body);
    p("After", "", body);
    text(
        "{{ten_dang_uy}} giới thiệu đồng chí {{ho_ten}}, sinh {{ngay_sinh}}, dân tộc {{dan_toc}}, đảng viên {{tu_cach}};"
            + " vào Đảng {{ngay_vao_dang}}, chính thức {{ngay_chinh_thuc}}; thẻ đảng viên số {{so_the}}.");
    text(
        "Đồng chí {{ho_ten}} đang sinh hoạt tại {{ten_chi_bo}}, {{ten_dang_bo}}, được "
            + subject()
            + " đến "
            + to
            + " từ ngày {{ngay}}{{?den_ngay}} đến hết ngày {{den_ngay}}{{/den_ngay}}.");
    text(REASON);
    text("Đảng phí đã đóng đến hết tháng …… năm ………");
    text("Hồ sơ kèm theo: …………………………………………………………");
    section("Nơi đến xác nhận đã tiếp nhận:");
    text(
        "Ngày …… tháng …… năm ………, tiếp nhận đồng chí {{ho_ten}} về sinh hoạt tại ………………………………………………");
  }

  private void dossier() {
    p(
        "Subject",
        "Kính gửi: {{?chi_bo_den}}{{chi_bo_den}}{{/chi_bo_den}}{{^chi_bo_den}}{{noi_den}}{{/chi_bo_den}}",
        body);
    p("After", "", body);
    text(
        "{{ten_dang_uy}} chuyển hồ sơ của quần chúng {{ho_ten}}, "
            + PERSON
            + ", do {{ten_chi_bo}} theo dõi, giúp đỡ đến ngày {{ngay}}.");
    text(REASON);
    text("Đề nghị nơi nhận tiếp tục theo dõi, giúp đỡ và xem xét theo quy định.");
    text("Hồ sơ gồm: ………………………………………………………………");
  }

  private void request() {
    p("Subject", "Kính gửi: {{cap_tren_noi_nhan}}", body);
    p("After", "", body);
    switch (paper) {
      case CARD_LOST -> {
        text(
            "Đồng chí {{ho_ten}}, "
                + MEMBER
                + ", thẻ đảng viên số {{so_the}}, báo cáo thẻ bị {{hinh_thuc}} ngày {{ngay}}.");
        text(REASON);
        text("{{ten_dang_uy}} đề nghị cấp lại thẻ đảng viên cho đồng chí {{ho_ten}}.");
      }
      default -> {
        text(
            "{{ten_dang_uy}} đề nghị xét "
                + (paper == IssuedPaper.BADGE ? "tặng" : "truy tặng")
                + " Huy hiệu {{hinh_thuc}} đợt ngày {{ngay}} cho đồng chí {{ho_ten}}, sinh {{ngay_sinh}}, vào Đảng"
                + " {{ngay_vao_dang}}, chính thức {{ngay_chinh_thuc}}, thẻ đảng viên số {{so_the}}, sinh hoạt tại"
                + " {{ten_chi_bo}}.");
        text(REASON);
      }
    }
  }

  private void signature() {
    signatures(
        paper.issuer() == IssuedPaper.Issuer.CELL
            ? recipients("- {{ten_dang_uy}} (báo cáo),", "- Lưu Chi bộ.")
            : recipients("- {{ten_chi_bo}},", "- Lưu Đảng ủy."),
        secretary());
  }
}
