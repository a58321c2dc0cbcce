package vn.nenmong.workbook.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.Attributes;
import vn.nenmong.kernel.Refused;

/// Turns the XML of a sheet into a grid.
final class GridOfSheet extends RowsOfSheet {

  private static final int MOST_MERGES = 200_000;
  private static final int WIDEST = 400;

  private final List<Grid.Line> lines;
  private final List<Grid.Merge> merges = new ArrayList<>();
  private final Set<Integer> hiddenColumns = new HashSet<>();
  private final boolean[] hidden;

  GridOfSheet(
      SharedText shared,
      NumberFormats formats,
      boolean since1904,
      TextAllowance allowance,
      int mostRows) {
    this(shared, formats, since1904, allowance, mostRows, new ArrayList<>(), new boolean[1]);
  }

  private GridOfSheet(
      SharedText shared,
      NumberFormats formats,
      boolean since1904,
      TextAllowance allowance,
      int mostRows,
      List<Grid.Line> lines,
      boolean[] hidden) {
    super(
        shared,
        formats,
        since1904,
        allowance,
        Form.AS_WRITTEN,
        (number, cells) -> add(lines, number, hidden[0], cells, mostRows));
    this.lines = lines;
    this.hidden = hidden;
  }

  /// Adds a line, unless nothing stands in it.
  ///
  /// @throws Refused where there are too many
  static void add(
      List<Grid.Line> lines, int number, boolean hidden, Map<Integer, Cell> cells, int mostRows) {
    cells.keySet().removeIf(column -> column >= WIDEST);
    if (cells.isEmpty()) {
      return;
    }
    if (lines.size() >= mostRows) {
      throw new Refused("workbook.refused.tooManyRows", mostRows);
    }
    lines.add(new Grid.Line(number, hidden, cells));
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (local) {
      case "row" -> hidden[0] = isTrue(attributes.getValue("hidden"));
      case "col" -> {
        if (isTrue(attributes.getValue("hidden"))) {
          int last = Math.min(WIDEST, Integer.parseInt(attributes.getValue("max")));
          for (int i = Integer.parseInt(attributes.getValue("min")); i <= last; i++) {
            hiddenColumns.add(i - 1);
          }
        }
      }
      case "mergeCell" -> {
        if (merges.size() < MOST_MERGES) {
          merges.add(merge(CellRangeAddress.valueOf(attributes.getValue("ref"))));
        }
      }
      default -> {}
    }
    super.startElement(uri, local, name, attributes);
  }

  private static boolean isTrue(@org.jspecify.annotations.Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  static Grid.Merge merge(CellRangeAddress range) {
    return new Grid.Merge(
        range.getFirstRow() + 1,
        range.getLastRow() + 1,
        range.getFirstColumn(),
        range.getLastColumn());
  }

  Grid grid(String sheet) {
    return new Grid(sheet, lines, merges, hiddenColumns);
  }
}
