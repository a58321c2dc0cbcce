package vn.nenmong.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people, villages or meetings that a figure was counted from.
///
/// @param pages path of the pages that the ids lead to, or null where there is none
/// @param hasParts whether each row gives a number, not only itself
/// @param hasWholes whether each row gives a number that its part is set against
public record FigureRows(
    FigureValue value,
    @Nullable String pages,
    List<RowColumn> columns,
    boolean hasParts,
    boolean hasWholes,
    List<Row> rows) {

  /// @param values by the names of the columns
  /// @param part what it gives to the figure, where that is more than itself
  /// @param whole what its part is set against
  public record Row(
      UUID id,
      Map<String, @Nullable Object> values,
      @Nullable BigDecimal part,
      @Nullable BigDecimal whole) {}

  public FigureRows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
