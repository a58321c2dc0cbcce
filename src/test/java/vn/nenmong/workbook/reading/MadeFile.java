package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Workbooks made for a test.
final class MadeFile {

  interface Content<T> {
    void put(T target) throws IOException;
  }

  private MadeFile() {}

  static Path write(Path file, Content<XSSFWorkbook> content) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      content.put(workbook);
      workbook.write(out);
    }
    return file;
  }

  /// One sheet with a title of 2016, its column names in row 3, and rows from row 4.
  static Path sheet(Path file, Sheet sheet, String columns, String... rows) throws IOException {
    return write(
        file,
        workbook -> {
          XSSFSheet xlsx = workbook.createSheet(sheet.title());
          row(xlsx, 0, sheet.heading() + " NĂM 2016");
          row(xlsx, 2, columns);
          for (int i = 0; i < rows.length; i++) {
            row(xlsx, i + 3, rows[i]);
          }
        });
  }

  /// @param cells with `|` between them, empty ones left out
  static void row(XSSFSheet sheet, int number, String cells) {
    String[] texts = cells.split("\\|", -1);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        var row = sheet.getRow(number) == null ? sheet.createRow(number) : sheet.getRow(number);
        row.createCell(i).setCellValue(texts[i]);
      }
    }
  }

  /// A copy in which some parts are others.
  static Path withParts(Path original, Path copy, Map<String, Content<OutputStream>> parts)
      throws IOException {
    try (ZipFile in = new ZipFile(original.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        Content<OutputStream> other = parts.get(entry.getName());
        if (other == null) {
          in.getInputStream(entry).transferTo(out);
        } else {
          other.put(out);
        }
        out.closeEntry();
      }
      for (var extra : parts.entrySet()) {
        if (in.getEntry(extra.getKey()) == null) {
          out.putNextEntry(new ZipEntry(extra.getKey()));
          extra.getValue().put(out);
          out.closeEntry();
        }
      }
    }
    return copy;
  }

  static Content<OutputStream> text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
