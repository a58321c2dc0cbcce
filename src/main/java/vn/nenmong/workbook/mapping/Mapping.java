package vn.nenmong.workbook.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.reading.Sheet;

/// How a table of an office's own is to be read.
///
/// @param register the register it fills
/// @param commune code of the commune it is of
/// @param year the year it tells of
/// @param complete whether it names all of the commune, so that others are absent
/// @param sheet name of the sheet it stands in
/// @param firstHeader number of the first row of its header
/// @param lastHeader number of the last
/// @param uses what each column says
/// @param decode whether letters of old fonts are turned into Unicode
/// @param swapped whether Excel took days for months
/// @param newYears whether the first of January stands for the year alone
/// @param cells codes of the cells that its words mean, by the folded words; empty for none
/// @param cell words for the cell of rows that no other words tell of
public record Mapping(
    Sheet register,
    String commune,
    int year,
    boolean complete,
    String sheet,
    int firstHeader,
    int lastHeader,
    List<Use> uses,
    boolean decode,
    boolean swapped,
    boolean newYears,
    Map<String, String> cells,
    String cell) {

  /// What a column says.
  ///
  /// @param repeat whether an empty cell says what the one above says
  /// @param column of the register, or the month, where the field does not tell
  public record Use(Field field, boolean repeat, @Nullable String column) {

    static final Use NONE = new Use(Field.IGNORED, false);

    public Use(Field field, boolean repeat) {
      this(field, repeat, null);
    }

    /// As a form has it: `BORN`, `COLUMN:Từ ngày`.
    public String code() {
      return column == null ? field.name() : field.name() + ":" + column;
    }

    /// @throws IllegalArgumentException where there is no such use
    public static Use of(String code, boolean repeat) {
      int colon = code.indexOf(':');
      return colon < 0
          ? new Use(Field.valueOf(code), repeat)
          : new Use(Field.valueOf(code.substring(0, colon)), repeat, code.substring(colon + 1));
    }

    /// The columns of the register that it fills.
    List<String> columns() {
      return switch (field) {
        case COLUMN, MARK -> column == null ? List.of() : List.of(column);
        case MONTH -> List.of("Tháng", "Ngày họp");
        default -> field.columns();
      };
    }
  }

  /// Columns without which a row of another register says nothing.
  private static final List<String> MAIN =
      List.of(
          "Họ và tên",
          "Đảng viên",
          "Tên chỉ tiêu",
          "Trích yếu",
          "Tên tổ chức",
          "Tên bản",
          "Chức danh quy hoạch",
          "Văn bản",
          "Lớp");

  public Mapping {
    uses = List.copyOf(uses);
    cells = Map.copyOf(cells);
  }

  Use use(int column) {
    return column < uses.size() ? uses.get(column) : Use.NONE;
  }

  /// Number of the first column of a field, or -1.
  int column(Field field) {
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).field() == field) {
        return i;
      }
    }
    return -1;
  }

  /// The column without which a row says nothing, or -1.
  int mainColumn() {
    for (Field field : List.of(Field.NAME, Field.NAME_BORN, Field.GIVEN, Field.FAMILY)) {
      if (column(field) >= 0) {
        return column(field);
      }
    }
    for (String name : MAIN) {
      for (int i = 0; i < uses.size(); i++) {
        if (name.equals(uses.get(i).column())) {
          return i;
        }
      }
    }
    return column(Field.CELL);
  }
}
