package vn.nenmong.workbook.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A sheet of any file as cells, without a word on what they mean. Its lines have at least one
/// filled cell and stand in their order.
///
/// @param hiddenColumns numbers of the columns that the file does not show
public record Grid(String name, List<Line> lines, List<Merge> merges, Set<Integer> hiddenColumns) {

  /// A row of a grid.
  public static final class Line {

    private final int number;
    private final boolean hidden;
    private final @Nullable Cell[] cells;

    Line(int number, boolean hidden, Map<Integer, Cell> filled) {
      this.number = number;
      this.hidden = hidden;
      int width = filled.keySet().stream().mapToInt(column -> column + 1).max().orElse(0);
      this.cells = new @Nullable Cell[width];
      filled.forEach((column, cell) -> cells[column] = cell);
    }

    private Line decoded(LegacyLetters letters) {
      Map<Integer, Cell> decoded = new HashMap<>();
      for (int column = 0; column < cells.length; column++) {
        Cell cell = cells[column];
        if (cell != null) {
          boolean told = cell.decoded() != null || cell.number() != null;
          decoded.put(column, told ? cell : cell.decodedAs(letters.decode(cell.text())));
        }
      }
      return new Line(number, hidden, decoded);
    }

    /// As Excel counts.
    public int number() {
      return number;
    }

    /// Whether the file does not show it.
    public boolean hidden() {
      return hidden;
    }

    public @Nullable Cell cell(int column) {
      return column < cells.length ? cells[column] : null;
    }

    /// Behind the last filled column.
    public int width() {
      return cells.length;
    }

    /// Numbers of its filled columns.
    public IntStream filled() {
      return IntStream.range(0, cells.length).filter(column -> cells[column] != null);
    }
  }

  /// Cells shown as one, the first of which holds what it says. Rows as Excel counts, columns from
  /// 0.
  public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    public boolean covers(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  private static final int ENOUGH = 2_000;

  /// The same in Unicode: where no font tells the letters of a cell, those of all cells do.
  public Grid inUnicode() {
    List<String> texts =
        lines.stream()
            .flatMap(line -> line.filled().mapToObj(line::cell))
            .filter(Objects::nonNull)
            .filter(cell -> cell.decoded() == null && cell.number() == null)
            .limit(ENOUGH)
            .map(Cell::text)
            .toList();
    LegacyLetters letters = LegacyLetters.guess(texts);
    if (letters == null) {
      return this;
    }
    List<Line> decoded = lines.stream().map(line -> line.decoded(letters)).toList();
    return new Grid(name, decoded, merges, hiddenColumns);
  }

  public int width() {
    return lines.stream().mapToInt(Line::width).max().orElse(0);
  }
}
