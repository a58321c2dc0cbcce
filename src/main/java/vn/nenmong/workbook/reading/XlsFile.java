package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.Refused;

/// An .xls file. POI takes it into memory whole, so it may not be large.
final class XlsFile implements GridFile {

  private static final long LARGEST = 10L * 1024 * 1024;

  private final HSSFWorkbook workbook;
  private final Limits limits;
  private final TextAllowance allowance;
  private final NumberFormats formats = new NumberFormats();

  private XlsFile(HSSFWorkbook workbook, Limits limits) {
    this.workbook = workbook;
    this.limits = limits;
    this.allowance = new TextAllowance(limits);
  }

  static XlsFile open(Path file, Limits limits) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new Refused("workbook.refused.tooLarge", LARGEST / (1024 * 1024));
      }
      try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
        if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
          throw new Refused("workbook.refused.encrypted");
        }
        return new XlsFile(new HSSFWorkbook(container.getRoot(), false), limits);
      }
    } catch (EncryptedDocumentException e) {
      throw new Refused("workbook.refused.encrypted");
    } catch (IOException | RuntimeException e) {
      throw XlsxFile.refusal(e);
    }
  }

  @Override
  public List<String> sheets() {
    List<String> names = new ArrayList<>();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  @Override
  public Grid grid(String name) {
    try {
      HSSFSheet sheet = workbook.getSheet(name);
      List<Grid.Line> lines = new ArrayList<>();
      Set<Integer> hidden = new HashSet<>();
      int width = 0;
      for (Row row : sheet) {
        Map<Integer, Cell> cells = new HashMap<>();
        for (var cell : row) {
          Cell read = cell((HSSFCell) cell);
          if (read != null && !read.text().isEmpty()) {
            cells.put(cell.getColumnIndex(), read);
            width = Math.max(width, cell.getColumnIndex() + 1);
          }
        }
        GridOfSheet.add(lines, row.getRowNum() + 1, row.getZeroHeight(), cells, limits.rows());
      }
      for (int i = 0; i < width; i++) {
        if (sheet.isColumnHidden(i)) {
          hidden.add(i);
        }
      }
      return new Grid(
          name, lines, sheet.getMergedRegions().stream().map(GridOfSheet::merge).toList(), hidden);
    } catch (RuntimeException e) {
      throw XlsxFile.refusal(e);
    }
  }

  private @Nullable Cell cell(HSSFCell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> text(cell, cell.getRichStringCellValue());
      case NUMERIC -> {
        CellStyle style = cell.getCellStyle();
        yield formats.cell(
            cell.getNumericCellValue(),
            style.getDataFormat(),
            style.getDataFormatString(),
            workbook.getInternalWorkbook().isUsing1904DateWindowing());
      }
      case BOOLEAN -> Cell.text(cell.getBooleanCellValue() ? "x" : "0");
      case ERROR -> Cell.failed(FormulaError.forInt(cell.getErrorCellValue()).getString());
      default -> null;
    };
  }

  private Cell text(HSSFCell cell, HSSFRichTextString rich) {
    String raw = rich.getString();
    Cell plain = Cell.text(Form.AS_WRITTEN.clean(raw));
    allowance.take(plain.text());
    StringBuilder decoded = new StringBuilder(raw.length());
    int runs = rich.numFormattingRuns();
    int start = 0;
    String font = workbook.getFontAt(cell.getCellStyle().getFontIndex()).getFontName();
    for (int i = 0; i <= runs; i++) {
      int end = i < runs ? rich.getIndexOfFormattingRun(i) : raw.length();
      LegacyLetters letters = LegacyLetters.of(font);
      String part = raw.substring(start, end);
      decoded.append(letters == null ? part : letters.decode(part));
      if (i < runs) {
        font = workbook.getFontAt(rich.getFontOfFormattingRun(i)).getFontName();
        start = end;
      }
    }
    return plain.decodedAs(Form.AS_WRITTEN.clean(decoded.toString()));
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
