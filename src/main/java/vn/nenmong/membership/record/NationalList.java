package vn.nenmong.membership.record;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;

/// The national list of members in the layout in which it was collected in 2025. Its headings are
/// those by which others read it (secondary: as a published tool for it has them), so that they and
/// its words have no other language. What the program does not keep stays empty, religion and
/// personal number among it.
final class NationalList {

  /// Cards of the exchange of 2025 have as many figures as personal numbers; older ones stand in
  /// the column of decision 85.
  private static final Pattern NEW_CARD = Pattern.compile("\\d{12}");

  private NationalList() {}

  static Sheet<MemberRow> sheet(String name) {
    int[] index = {0};
    return new Sheet<>(
        name,
        List.of(),
        List.of(
            Column.number("STT", _ -> ++index[0]),
            empty("ID"),
            text("Họ và tên *", 26, MemberRow::name),
            empty("Tên gọi khác"),
            text("Giới tính *", 9, NationalList::sex),
            Column.date("Sinh ngày * (dd/mm/yyyy)", MemberRow::born),
            text("Dân tộc *", 12, MemberRow::ethnicity),
            empty("Tôn giáo *"),
            empty("Số định danh cá nhân *"),
            text("Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)", 16, member -> card(member, true)),
            empty("Nơi cấp thẻ Đảng"),
            empty("Ngày cấp thẻ Đảng (dd/mm/yyyy)"),
            text("Số thẻ theo Đảng quyết định 85", 16, member -> card(member, false)),
            text("Tổ chức Đảng đang sinh hoạt * (không sửa)", 28, MemberRow::cell),
            empty("Nơi đăng ký khai sinh - Quốc gia *"),
            empty("Nơi đăng ký khai sinh - Tỉnh *"),
            empty("Nơi đăng ký khai sinh - Địa chỉ chi tiết *"),
            empty("Quê quán (theo mô hình 2 cấp) - Quốc gia *"),
            empty("Quê quán (theo mô hình 2 cấp) - Tỉnh *"),
            empty("Quê quán (theo mô hình 2 cấp) - Địa chỉ chi tiết *"),
            empty("Thường trú (theo mô hình 2 cấp) - Quốc gia *"),
            empty("Thường trú (theo mô hình 2 cấp) - Tỉnh *"),
            text("Thường trú (theo mô hình 2 cấp) - Địa chỉ chi tiết *", 20, MemberRow::village),
            Column.date("Ngày vào Đảng* (dd/mm/yyyy)", MemberRow::admitted),
            Column.date("Ngày vào Đảng chính thức* (dd/mm/yyyy)", MemberRow::recognised),
            empty("Số CMND cũ (nếu có)"),
            text(
                "Trạng thái hoạt động",
                16,
                member -> member.exempt() ? "Miễn sinh hoạt" : "Đang sinh hoạt"),
            empty("Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng (dd/mm/yyyy)"),
            empty("Đề nghị xóa"),
            text("Ghi chú", 30, MemberRow::note)));
  }

  private static Column<MemberRow> text(
      String heading, int width, Function<MemberRow, ? extends @Nullable String> value) {
    return Column.text(heading, width, value);
  }

  private static Column<MemberRow> empty(String heading) {
    return Column.text(heading, 12, _ -> null);
  }

  private static @Nullable String sex(MemberRow member) {
    return member.sex() == null ? null : member.sex().equals("male") ? "Nam" : "Nữ";
  }

  private static @Nullable String card(MemberRow member, boolean ofExchange) {
    String card = member.cardNumber();
    return card != null && NEW_CARD.matcher(card).matches() == ofExchange ? card : null;
  }
}
