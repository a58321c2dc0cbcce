package vn.nenmong.workbook.reading;

import static vn.nenmong.workbook.reading.Column.optional;
import static vn.nenmong.workbook.reading.Column.required;

import java.util.List;

/// The sheets of the commune workbook, each a register.
public enum Sheet {
  ORGANIZATIONS(
      "Tổ chức",
      "organizations",
      "DANH SÁCH TỔ CHỨC ĐẢNG",
      required("Mã"),
      required("Tên tổ chức đảng"),
      required("Loại hình"),
      optional("Trực thuộc"),
      optional("Ngày thành lập"),
      optional("Số quyết định thành lập"),
      optional("Ngày kết thúc"),
      optional("Ghi chú")),
  VILLAGES(
      "Thôn bản",
      "villages",
      "TÌNH HÌNH THÔN, BẢN",
      required("Mã"),
      required("Tên bản"),
      optional("Số hộ"),
      optional("Số khẩu"),
      optional("Hộ nghèo đa chiều"),
      optional("Hộ cận nghèo"),
      optional("Chi bộ lãnh đạo"),
      optional("Hình thức sinh hoạt"),
      optional("Đạt bản văn hóa"),
      optional("Cách trung tâm xã (km)"),
      optional("Hướng từ trung tâm xã"),
      optional("Tọa độ"),
      optional("Bản biên giới")),
  MEMBERS(
      "Đảng viên",
      "members",
      "DANH SÁCH ĐẢNG VIÊN CÓ ĐẾN NGÀY 31/12/",
      optional("STT"),
      required("Họ và tên"),
      required("Giới tính"),
      required("Ngày sinh"),
      optional("Dân tộc"),
      optional("Bản (nơi cư trú)"),
      optional("Trình độ học vấn"),
      optional("Chuyên môn"),
      optional("Lý luận chính trị"),
      optional("Nghề nghiệp"),
      required("Ngày vào Đảng"),
      optional("Ngày chính thức"),
      optional("Số thẻ đảng viên"),
      required("Mã chi bộ"),
      optional("Miễn sinh hoạt"),
      optional("Hộ nghèo"),
      optional("Ghi chú")),
  CANDIDATES(
      "Phát triển đảng",
      "candidates",
      "DANH SÁCH QUẦN CHÚNG ƯU TÚ",
      optional("STT"),
      required("Họ và tên"),
      optional("Giới tính"),
      optional("Ngày sinh"),
      optional("Dân tộc"),
      optional("Bản (nơi cư trú)"),
      required("Mã chi bộ"),
      optional("Đảng viên giúp đỡ 1"),
      optional("Đảng viên giúp đỡ 2"),
      optional("Ngày học lớp nhận thức"),
      optional("Ngày hoàn tất hồ sơ"),
      optional("Tình trạng")),
  OFFICES(
      "Chức vụ",
      "offices",
      "CẤP ỦY VÀ BÍ THƯ CHI BỘ",
      required("Họ và tên"),
      required("Chức vụ"),
      required("Mã tổ chức"),
      optional("Từ ngày"),
      optional("Đến ngày")),
  CHARGES(
      "Phụ trách chi bộ",
      "charges",
      "PHÂN CÔNG CẤP ỦY VIÊN PHỤ TRÁCH CHI BỘ",
      required("Họ và tên"),
      required("Mã chi bộ"),
      optional("Từ ngày"),
      optional("Số văn bản")),
  RESOLUTIONS(
      "Nghị quyết",
      "resolutions",
      "NGHỊ QUYẾT, CHƯƠNG TRÌNH",
      required("Số, ký hiệu"),
      required("Loại"),
      required("Trích yếu"),
      required("Ngày ban hành"),
      required("Mã tổ chức"),
      optional("Chuyên đề")),
  INDICATORS(
      "Chỉ tiêu",
      "indicators",
      "KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
      required("Mã chỉ tiêu"),
      required("Tên chỉ tiêu"),
      required("Đơn vị tính"),
      optional("Thực hiện năm trước"),
      optional("Kế hoạch năm"),
      optional("Thực hiện năm"),
      optional("Nghị quyết")),
  TRAINING(
      "Đào tạo",
      "courses",
      "ĐÀO TẠO, BỒI DƯỠNG",
      required("Lớp"),
      required("Loại"),
      required("Từ ngày"),
      optional("Đến ngày"),
      required("Họ và tên"),
      optional("Chức vụ")),
  VILLAGE_POSTS(
      "Thôn bản - chức danh",
      "village_posts",
      "TRƯỞNG BẢN VÀ NGƯỜI CÓ UY TÍN",
      required("Tên bản"),
      required("Chức danh"),
      required("Họ và tên"),
      optional("Từ ngày"),
      optional("Là đảng viên")),
  PLANNING(
      "Quy hoạch",
      "planning",
      "QUY HOẠCH CÁN BỘ, LẬP",
      required("Chức danh quy hoạch"),
      required("Giai đoạn"),
      required("Họ và tên"),
      optional("Năm đưa vào quy hoạch"),
      optional("Nhu cầu đào tạo")),
  STUDY(
      "Quán triệt",
      "studies",
      "HỌC TẬP, QUÁN TRIỆT CHỈ THỊ, NGHỊ QUYẾT",
      required("Văn bản"),
      required("Ngày"),
      required("Mã tổ chức"),
      required("Số đảng viên phải dự"),
      required("Số đảng viên dự")),
  MODELS(
      "Mô hình",
      "models",
      "MÔ HÌNH ĐẢNG VIÊN PHÁT TRIỂN KINH TẾ",
      required("Tên mô hình"),
      optional("Loại"),
      required("Đảng viên"),
      optional("Bản"),
      optional("Năm bắt đầu"),
      optional("Giai đoạn"),
      optional("Thu nhập (triệu đồng/năm)")),
  MASS_ORGANIZATIONS(
      "Đoàn thể",
      "mass_organizations",
      "MẶT TRẬN TỔ QUỐC VÀ CÁC ĐOÀN THỂ",
      required("Tên tổ chức"),
      optional("Người đứng đầu"),
      optional("Số chi hội/chi đoàn"),
      optional("Số hội viên/đoàn viên")),
  MEETINGS(
      "Sinh hoạt chi bộ",
      "meetings",
      "SINH HOẠT CHI BỘ",
      required("Mã chi bộ"),
      required("Tháng"),
      required("Ngày họp"),
      optional("Loại"),
      optional("Phải dự"),
      optional("Có mặt"),
      optional("Lý do vắng")),
  CELL_REVIEWS(
      "Xếp loại chi bộ",
      "organization_reviews",
      "ĐÁNH GIÁ, XẾP LOẠI TỔ CHỨC ĐẢNG",
      required("Mã tổ chức"),
      optional("Tên tổ chức"),
      required("Mức xếp loại")),
  MEMBER_REVIEWS(
      "Xếp loại đảng viên",
      "member_reviews",
      "ĐÁNH GIÁ, XẾP LOẠI ĐẢNG VIÊN",
      optional("STT"),
      required("Họ và tên"),
      required("Mã chi bộ"),
      optional("Số thẻ đảng viên"),
      required("Mức xếp loại"));

  private final String title;
  private final String register;
  private final String heading;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
  private final List<Column> columns;

  Sheet(String title, String register, String heading, Column... columns) {
    this.title = title;
    this.register = register;
    this.heading = heading;
    this.columns = List.of(columns);
  }

  /// The name on its tab.
  public String title() {
    return title;
  }

  /// The register it fills, as `register_year` names it.
  public String register() {
    return register;
  }

  /// The words above its table, before the year.
  String heading() {
    return heading;
  }

  List<Column> columns() {
    return columns;
  }
}
