package vn.nenmong.workbook.mapping;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.reading.Sheet;

/// What a column of an office's table may say. Some say several things, one below the other.
public enum Field {
  IGNORED(null),
  INDEX(null),
  /// A column of a register, told by its name.
  COLUMN(null),
  /// A mark below the value that its heading has.
  MARK(null),
  /// The day of a month's meeting, one column a month.
  MONTH(null),
  NAME(Sheet.MEMBERS, "Họ và tên"),
  FAMILY(Sheet.MEMBERS, "Họ và tên"),
  GIVEN(Sheet.MEMBERS, "Họ và tên"),
  NAME_BORN(Sheet.MEMBERS, "Họ và tên", "Ngày sinh"),
  BORN(Sheet.MEMBERS, "Ngày sinh"),
  BORN_MALE(Sheet.MEMBERS, "Ngày sinh", "Giới tính"),
  BORN_FEMALE(Sheet.MEMBERS, "Ngày sinh", "Giới tính"),
  SEX(Sheet.MEMBERS, "Giới tính"),
  MALE(Sheet.MEMBERS, "Giới tính"),
  FEMALE(Sheet.MEMBERS, "Giới tính"),
  SEX_ETHNICITY(Sheet.MEMBERS, "Giới tính", "Dân tộc"),
  ETHNICITY(Sheet.MEMBERS, "Dân tộc"),
  VILLAGE(Sheet.MEMBERS, "Bản (nơi cư trú)"),
  EDUCATION(Sheet.MEMBERS, "Trình độ học vấn"),
  QUALIFICATION(Sheet.MEMBERS, "Chuyên môn"),
  THEORY(Sheet.MEMBERS, "Lý luận chính trị"),
  LEVELS(Sheet.MEMBERS, "Trình độ học vấn", "Lý luận chính trị", "Chuyên môn"),
  OCCUPATION(Sheet.MEMBERS, "Nghề nghiệp"),
  ADMITTED(Sheet.MEMBERS, "Ngày vào Đảng"),
  RECOGNISED(Sheet.MEMBERS, "Ngày chính thức"),
  ADMITTED_RECOGNISED(Sheet.MEMBERS, "Ngày vào Đảng", "Ngày chính thức"),
  CARD(Sheet.MEMBERS, "Số thẻ đảng viên"),
  /// Said where [#CARD] says nothing.
  OLD_CARD(Sheet.MEMBERS, "Số thẻ đảng viên"),
  CELL(Sheet.MEMBERS, "Mã chi bộ"),
  EXEMPT(Sheet.MEMBERS, "Miễn sinh hoạt"),
  /// Active or exempt, in words.
  ACTIVITY(Sheet.MEMBERS, "Miễn sinh hoạt"),
  POOR(Sheet.MEMBERS, "Hộ nghèo"),
  NOTE(Sheet.MEMBERS, "Ghi chú");

  private final @Nullable Sheet sheet;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<String> columns;

  Field(@Nullable Sheet sheet, String... columns) {
    this.sheet = sheet;
    this.columns = List.of(columns);
  }

  /// The columns of the register that it fills.
  public List<String> columns() {
    return columns;
  }

  /// What a table of a register may have.
  public static List<Field> of(Sheet sheet) {
    return Arrays.stream(values())
        .filter(field -> field == IGNORED || field == INDEX || field.sheet == sheet)
        .toList();
  }

  boolean isDate() {
    return switch (this) {
      case BORN, BORN_MALE, BORN_FEMALE, ADMITTED, RECOGNISED, ADMITTED_RECOGNISED -> true;
      default -> false;
    };
  }

  /// Whether an empty cell may stand for what is above it.
  public boolean mayRepeat() {
    return this == CELL || this == VILLAGE || this == ETHNICITY;
  }
}
