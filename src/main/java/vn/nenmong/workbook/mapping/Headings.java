package vn.nenmong.workbook.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.mapping.Mapping.Use;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.TableRows;

/// How offices head the columns of their tables of one register.
public final class Headings {

  /// In place of a column: the words of the cell or organization.
  private static final String PLACE = "@";

  /// Where it does not matter which.
  static final int ANY_YEAR = 0;

  private static final String NAME = "ho.*ten.*";
  private static final String SINCE = "tu (?:ngay|nam|thang).*|.*(?:bat dau|bo nhiem).*";
  private static final Pattern OF_YEAR =
      Pattern.compile("(?:uoc )?(?:thuc hien|th|ket qua)(?: nam)? (\\d{4}).*");
  private static final Pattern MONTH = Pattern.compile("(?:.*/ )?(?:thang |t)?(\\d{1,2})");
  private static final Pattern GRADE =
      Pattern.compile(
          "(?:du tu cach\\W*)?(?:khong )?hoan thanh.*|vi pham.*|trong sach.*|yeu kem|yeu|xuat sac|tot");
  private static final Pattern NEVER =
      Pattern.compile(
          "so (?:voi|sanh|kh|ke hoach|cung ky)\\b.*|.*%.*|ty le.*|tu (?:xep loai|danh gia|nhan).*|.*de nghi.*");

  /// In the order in which they are tried.
  private static final Map<Sheet, List<Map.Entry<String, String>>> COLUMNS =
      Map.ofEntries(
          Map.entry(
              Sheet.VILLAGES,
              List.of(
                  is("Mã", "ma.*"),
                  is("Tên bản", "(?:ten )?(?:ban|thon).*"),
                  is("Hộ cận nghèo", ".*can ngheo.*"),
                  is("Hộ nghèo đa chiều", ".*ho ngheo.*"),
                  is("Số hộ", "(?:tong )?so ho.*"),
                  is("Số khẩu", ".*(?:so khau|nhan khau|dan so).*"),
                  is("Đạt bản văn hóa", ".*van hoa.*"),
                  is("Hướng từ trung tâm xã", "huong|huong (?:tu|so voi|den) trung tam.*"),
                  is("Tọa độ", "toa do.*"),
                  is("Cách trung tâm xã (km)", ".*(?:cach trung tam|km).*"),
                  is("Bản biên giới", ".*bien gioi.*"))),
          Map.entry(
              Sheet.CANDIDATES,
              List.of(
                  is("Họ và tên", NAME + "|quan chung.*"),
                  is("Giới tính", "gioi tinh|nam\\W*nu"),
                  is("Ngày sinh", ".*\\bsinh\\b.*"),
                  is("Dân tộc", ".*dan toc.*"),
                  is("Đảng viên giúp đỡ 2", ".*giup do.*(?:2|hai)"),
                  is("Đảng viên giúp đỡ 1", ".*giup do.*"),
                  is("Ngày học lớp nhận thức", ".*(?:nhan thuc|cam tinh|boi duong).*"),
                  is("Ngày hoàn tất hồ sơ", ".*ho so.*"),
                  is(PLACE, ".*chi bo.*"),
                  is("Bản (nơi cư trú)", "ban|thon.*|noi o.*|.*cu tru.*"),
                  is("Tình trạng", "tinh trang.*"))),
          Map.entry(
              Sheet.OFFICES,
              List.of(
                  is("Họ và tên", NAME),
                  is("Chức vụ", "chuc (?:vu|danh).*"),
                  is("Từ ngày", SINCE),
                  is("Đến ngày", "den (?:ngay|nam).*|.*(?:ket thuc|thoi giu).*"),
                  is(PLACE, ".*(?:chi bo|to chuc|don vi|dang bo).*"))),
          Map.entry(
              Sheet.CHARGES,
              List.of(
                  is("Họ và tên", NAME + "|.*(?:cap uy|uy vien).*"),
                  is("Từ ngày", SINCE),
                  is("Số văn bản", "so.*(?:van ban|quyet dinh|qd).*|van ban.*"),
                  is(PLACE, ".*chi bo.*"))),
          Map.entry(
              Sheet.RESOLUTIONS,
              List.of(
                  is("Số, ký hiệu", "so.*ky hieu.*|so (?:van ban|nghi quyet|nq)|ky hieu.*"),
                  is("Loại", "(?:the )?loai.*"),
                  is("Trích yếu", "trich yeu.*|noi dung.*|ten (?:nghi quyet|van ban).*"),
                  is("Ngày ban hành", "ngay.*"),
                  is("Chuyên đề", "chuyen de.*"),
                  is(PLACE, ".*(?:to chuc|chi bo|don vi|co quan|ban hanh).*"))),
          Map.entry(
              Sheet.INDICATORS,
              List.of(
                  is("Mã chỉ tiêu", "ma.*"),
                  is("Tên chỉ tiêu", "(?:ten )?(?:cac )?chi tieu|noi dung|danh muc.*"),
                  is("Đơn vị tính", "dvt|d\\.?v\\.?t|don vi.*"),
                  is("Thực hiện năm trước", "(?:thuc hien|th|ket qua)(?: nam)? truoc"),
                  is("Kế hoạch năm", "(?:ke hoach|kh|muc tieu)\\b.*"),
                  is("Thực hiện năm", "(?:uoc )?(?:thuc hien|th|ket qua|dat)\\b.*"),
                  is("Nghị quyết", "nghi quyet.*"))),
          Map.entry(
              Sheet.TRAINING,
              List.of(
                  is("Lớp", "(?:ten )?lop.*|khoa.*"),
                  is("Loại", "loai.*"),
                  is("Từ ngày", SINCE),
                  is("Đến ngày", "den (?:ngay|nam).*"),
                  is("Họ và tên", NAME),
                  is("Chức vụ", "chuc (?:vu|danh).*"))),
          Map.entry(
              Sheet.VILLAGE_POSTS,
              List.of(
                  is("Họ và tên", NAME),
                  is("Chức danh", "chuc (?:danh|vu).*"),
                  is("Từ ngày", SINCE),
                  is("Là đảng viên", ".*dang vien.*"),
                  is("Tên bản", "(?:ten )?(?:ban|thon).*"))),
          Map.entry(
              Sheet.PLANNING,
              List.of(
                  is("Họ và tên", NAME),
                  is("Giai đoạn", "giai doan.*|nhiem ky.*"),
                  is("Năm đưa vào quy hoạch", "nam.*"),
                  is("Nhu cầu đào tạo", ".*(?:nhu cau|dao tao).*"),
                  is("Chức danh quy hoạch", ".*(?:chuc danh|quy hoach).*"))),
          Map.entry(
              Sheet.STUDY,
              List.of(
                  is("Số đảng viên phải dự", ".*(?:phai du|trieu tap).*|tong so.*"),
                  is(
                      "Số đảng viên dự",
                      ".*(?:co mat|tham gia|tham du).*|(?:so )?(?:dang vien )?du"),
                  is("Ngày", "ngay.*|thoi gian.*"),
                  is(PLACE, ".*(?:chi bo|to chuc|don vi).*"),
                  is("Văn bản", "van ban.*|noi dung.*|chi thi.*|nghi quyet.*"))),
          Map.entry(
              Sheet.MODELS,
              List.of(
                  is("Đảng viên", NAME + "|dang vien.*|chu .*"),
                  is("Tên mô hình", "(?:ten )?mo hinh.*"),
                  is("Loại", "loai.*"),
                  is("Bản", "ban|thon.*"),
                  is("Năm bắt đầu", "(?:tu )?nam.*"),
                  is("Giai đoạn", "giai doan.*"),
                  is("Thu nhập (triệu đồng/năm)", "thu nhap.*"))),
          Map.entry(
              Sheet.MASS_ORGANIZATIONS,
              List.of(
                  is("Số chi hội/chi đoàn", "(?:so )?chi (?:hoi|doan).*"),
                  is("Số hội viên/đoàn viên", "(?:so )?(?:hoi|doan) vien.*"),
                  is("Người đứng đầu", "nguoi dung dau|chu tich.*|" + NAME),
                  is("Tên tổ chức", "(?:ten )?(?:to chuc|doan the|hoi).*"))),
          Map.entry(
              Sheet.MEETINGS,
              List.of(
                  is("Phải dự", ".*(?:phai du|trieu tap).*|tong so.*"),
                  is("Có mặt", ".*(?:co mat|du hop|tham du).*|du"),
                  is("Lý do vắng", ".*(?:ly do|vang).*"),
                  is("Ngày họp", "ngay.*"),
                  is("Tháng", "thang"),
                  is("Loại", "loai.*|hinh thuc.*"),
                  is(PLACE, ".*chi bo.*"))),
          Map.entry(
              Sheet.CELL_REVIEWS,
              List.of(
                  is("Mức xếp loại", ".*(?:xep loai|muc|ket qua|danh gia).*"),
                  is(PLACE, ".*(?:chi bo|to chuc|don vi).*"))),
          Map.entry(
              Sheet.MEMBER_REVIEWS,
              List.of(
                  is("Họ và tên", NAME + "|dang vien"),
                  is("Số thẻ đảng viên", ".*so the.*"),
                  is("Mức xếp loại", ".*(?:xep loai|muc|ket qua|danh gia|quyet dinh).*"),
                  is(PLACE, ".*chi bo.*"))));

  /// The registers that a table of an office's own can fill, that of members first.
  public static final List<Sheet> REGISTERS =
      List.of(
          Sheet.MEMBERS,
          Sheet.CANDIDATES,
          Sheet.MEMBER_REVIEWS,
          Sheet.CELL_REVIEWS,
          Sheet.MEETINGS,
          Sheet.INDICATORS,
          Sheet.VILLAGES,
          Sheet.OFFICES,
          Sheet.CHARGES,
          Sheet.RESOLUTIONS,
          Sheet.STUDY,
          Sheet.TRAINING,
          Sheet.VILLAGE_POSTS,
          Sheet.PLANNING,
          Sheet.MODELS,
          Sheet.MASS_ORGANIZATIONS);

  private final Sheet register;

  private Headings(Sheet register) {
    this.register = register;
  }

  public static Headings of(Sheet register) {
    return new Headings(register);
  }

  private static Map.Entry<String, String> is(String column, String pattern) {
    return Map.entry(column, pattern);
  }

  /// The column of a register whose codes the words of a table stand for, or null.
  public static @Nullable String placeColumn(Sheet register) {
    return switch (register) {
      case MEMBERS, CANDIDATES, CHARGES, MEETINGS, MEMBER_REVIEWS -> "Mã chi bộ";
      case OFFICES, RESOLUTIONS, STUDY, CELL_REVIEWS -> "Mã tổ chức";
      case INDICATORS -> "Mã chỉ tiêu";
      case VILLAGES -> "Mã";
      default -> null;
    };
  }

  /// The column whose words stand for the code as well, or null.
  static @Nullable String wordsColumn(Sheet register) {
    return switch (register) {
      case INDICATORS -> "Tên chỉ tiêu";
      case VILLAGES -> "Tên bản";
      default -> null;
    };
  }

  /// What a column is likely to say.
  ///
  /// @param year the year that the table tells of, or [#ANY_YEAR]
  Use use(String heading, int year) {
    if (register == Sheet.MEMBERS) {
      return new Use(Words.field(heading), false);
    }
    if (Words.field(heading) == Field.INDEX) {
      return new Use(Field.INDEX, false);
    }
    String folded = Words.fold(heading);
    String last = folded.substring(folded.lastIndexOf("/ ") + 1).strip();
    boolean reviews = register == Sheet.CELL_REVIEWS || register == Sheet.MEMBER_REVIEWS;
    if (reviews && GRADE.matcher(last).matches()) {
      return new Use(Field.MARK, false, "Mức xếp loại");
    }
    Matcher month = MONTH.matcher(folded);
    if (register == Sheet.MEETINGS && month.matches() && Integer.parseInt(month.group(1)) <= 12) {
      return new Use(Field.MONTH, false, String.valueOf(Integer.parseInt(month.group(1))));
    }
    if (NEVER.matcher(folded).matches() || NEVER.matcher(last).matches()) {
      return Use.NONE;
    }
    Matcher ofYear = OF_YEAR.matcher(folded);
    if (register == Sheet.INDICATORS && ofYear.matches()) {
      int told = Integer.parseInt(ofYear.group(1));
      return told == year || year == ANY_YEAR
          ? new Use(Field.COLUMN, false, "Thực hiện năm")
          : told == year - 1 ? new Use(Field.COLUMN, false, "Thực hiện năm trước") : Use.NONE;
    }
    for (Map.Entry<String, String> column : COLUMNS.getOrDefault(register, List.of())) {
      if (folded.matches(column.getValue()) || last.matches(column.getValue())) {
        return column.getKey().equals(PLACE)
            ? new Use(Field.CELL, false)
            : new Use(Field.COLUMN, false, column.getKey());
      }
    }
    return Use.NONE;
  }

  /// How many of the columns that the register needs no heading gives.
  int missing(List<String> headings) {
    Set<String> given = new HashSet<>();
    for (String heading : headings) {
      Use use = use(heading, ANY_YEAR);
      given.addAll(use.columns());
      if (use.field() == Field.CELL) {
        given.add(String.valueOf(placeColumn(register)));
      }
    }
    if (wordsColumn(register) != null && given.contains(wordsColumn(register))) {
      given.add(String.valueOf(placeColumn(register)));
    }
    return (int)
        TableRows.required(register).stream().filter(column -> !given.contains(column)).count();
  }

  boolean isHeading(String text) {
    return Words.isHeading(text)
        || (register != Sheet.MEMBERS
            && text.length() <= 80
            && use(text, ANY_YEAR).field() != Field.IGNORED);
  }

  /// What a column can be said to be.
  public List<Use> choices() {
    if (register == Sheet.MEMBERS) {
      return Field.of(register).stream().map(field -> new Use(field, false)).toList();
    }
    return ChoicesOfColumns.of(register);
  }
}
