package vn.nenmong.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.nenmong.TestDatabase;

/// The office at work on its workbook: opens the demo's, changes cells by heading, saves a copy.
public final class Office implements AutoCloseable {

  private static final int HEADER = 4;

  private final XSSFWorkbook workbook;

  public Office() {
    this(Intake.DEMO);
  }

  public Office(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      workbook = new XSSFWorkbook(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public XSSFSheet sheet(String name) {
    return Objects.requireNonNull(workbook.getSheet(name), name);
  }

  /// @param row as Excel counts
  public Office put(String sheet, int row, String column, @Nullable Object value) {
    XSSFSheet on = sheet(sheet);
    Row line = on.getRow(row - 1) == null ? on.createRow(row - 1) : on.getRow(row - 1);
    int at = column(on, column);
    Cell old = line.getCell(at);
    if (old != null) {
      line.removeCell(old);
    }
    switch (value) {
      case null -> {}
      case Number number -> line.createCell(at).setCellValue(number.doubleValue());
      default -> line.createCell(at).setCellValue(value.toString());
    }
    return this;
  }

  /// Empties a row.
  public Office clear(String sheet, int row) {
    XSSFSheet on = sheet(sheet);
    on.removeRow(on.getRow(row - 1));
    return this;
  }

  /// Takes a column out, its heading and all its cells.
  public Office drop(String sheet, String column) {
    XSSFSheet on = sheet(sheet);
    int at = column(on, column);
    for (Row row : on) {
      Cell cell = row.getRowNum() < HEADER ? null : row.getCell(at);
      if (cell != null) {
        row.removeCell(cell);
      }
    }
    return this;
  }

  /// The headings of a sheet.
  public List<String> headings(String sheet) {
    List<String> headings = new ArrayList<>();
    sheet(sheet).getRow(HEADER).forEach(cell -> headings.add(cell.getStringCellValue().strip()));
    return headings;
  }

  public List<String> sheets() {
    List<String> names = new ArrayList<>();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  public Office remove(String sheet) {
    workbook.removeSheetAt(workbook.getSheetIndex(sheet));
    return this;
  }

  /// The titles, headings and meetings of the next year.
  public Office nextYear() {
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      for (Row row : workbook.getSheetAt(i)) {
        if (row.getRowNum() <= HEADER || workbook.getSheetName(i).equals("Sinh hoạt chi bộ")) {
          row.forEach(Office::toNextYear);
        }
      }
    }
    return this;
  }

  private static void toNextYear(Cell cell) {
    if (cell.getCellType() == CellType.STRING) {
      cell.setCellValue(cell.getStringCellValue().replace("2016", "2017").replace("2015", "2016"));
    }
  }

  public Path save() {
    Path file = TestDatabase.newFolder().resolve("so.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int column(XSSFSheet sheet, String heading) {
    for (Cell cell : sheet.getRow(HEADER)) {
      if (new DataFormatter().formatCellValue(cell).strip().equals(heading)) {
        return cell.getColumnIndex();
      }
    }
    throw new IllegalArgumentException(heading);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
