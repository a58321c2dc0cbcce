package vn.nenmong.document.annual;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import vn.nenmong.document.template.WordTemplate;

/// Writes the templates that the program brings with it: `main` puts them into
/// `src/main/resources/templates/paper`. What they say stands here and nowhere else.
final class DefaultTemplates extends WordTemplate {

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

  private final Layout layout;

  private DefaultTemplates(Layout layout) {
    super(
        "Báo cáo tổng kết công tác xây dựng Đảng",
        layout.guidance(),
        layout.top(),
        layout.bottom(),
        layout.left(),
        layout.right());
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

  @Override
  protected void content() {
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
    heading(
        p("HeadLeft", "{{cap_tren}}")
            + p("HeadLeft", bold("{{ten_dang_uy_hoa}}"))
            + p("HeadLeft", "*")
            + p("HeadLeft", "Số          -BC/ĐU"));
  }

  private void title() {
    p("Kind", "BÁO CÁO", body);
    p("Subject", "tổng kết công tác xây dựng Đảng năm {{nam}}", body);
    p("Dashes", "-----", body);
    units();
    text(
        "{{ten_dang_uy}} báo cáo kết quả công tác xây dựng Đảng năm {{nam}} và phương hướng, nhiệm vụ năm"
            + " {{nam_sau}} như sau (số liệu tính đến ngày {{ngay_so_lieu}}):");
  }

  /// Before the text and before the annex, which may be handed out by itself.
  private void units() {
    p("HeadRight", italic("{{?theo_don_vi}}({{theo_don_vi}}){{/theo_don_vi}}"), body);
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
    signatures(
        recipients(
            "- {{cap_tren_noi_nhan}} (báo cáo),",
            "- Các đồng chí Đảng ủy viên,",
            "- Các chi bộ trực thuộc,",
            "- Lưu Đảng ủy."),
        p("HeadRight", bold("T/M ĐẢNG ỦY"))
            + p("HeadRight", "BÍ THƯ")
            + p("HeadRight", "").repeat(4)
            + p("HeadRight", bold("{{ho_ten_bi_thu}}")));
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
    units();
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
}
