package vn.nenmong.workbook.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.nenmong.workbook.reading.Cell;
import vn.nenmong.workbook.reading.Grid;
import vn.nenmong.workbook.reading.Grid.Line;
import vn.nenmong.workbook.reading.GridFile;
import vn.nenmong.workbook.reading.Limits;
import vn.nenmong.workbook.reading.Problem;

/// The lines of a list that were not taken, below the titles and the header they came with, and a
/// column of reasons behind; to be mended and handed in again.
public final class RejectedLines {

  private RejectedLines() {}

  /// @param heading of the column of reasons
  public static void write(
      Path file, Mapping mapping, List<Problem> problems, String heading, OutputStream out)
      throws IOException {
    Map<Integer, TreeSet<String>> reasons = new TreeMap<>();
    for (Problem problem : problems) {
      reasons
          .computeIfAbsent(problem.row(), row -> new TreeSet<>())
          .add(
              problem.column().isEmpty()
                  ? problem.expected()
                  : problem.column() + ": " + problem.expected());
    }
    try (GridFile grids = GridFile.open(file, Limits.DEFAULT);
        SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
      Grid grid = grids.grid(mapping.sheet()).inUnicode();
      SXSSFSheet sheet = workbook.createSheet(mapping.sheet());
      int width = grid.width();
      int next = 0;
      for (Line line : grid.lines()) {
        TreeSet<String> why = reasons.get(line.number());
        boolean above = line.number() <= mapping.lastHeader();
        if (!above && why == null) {
          continue;
        }
        Row row = sheet.createRow(next++);
        line.filled()
            .forEach(column -> {
              Cell cell = line.cell(column);
              if (cell != null) {
                row.createCell(column)
                    .setCellValue(cell.decoded() != null ? cell.decoded() : cell.text());
              }
            });
        if (why != null) {
          row.createCell(width).setCellValue(String.join("; ", why));
        } else if (line.number() == mapping.firstHeader()) {
          row.createCell(width).setCellValue(heading);
        }
      }
      workbook.write(out);
    }
  }
}
