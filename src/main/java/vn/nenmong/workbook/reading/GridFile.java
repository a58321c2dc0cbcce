package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.nenmong.kernel.Refused;

/// A file of any kind that holds tables: .xlsx, .xls, text with separators, a page called .xls.
public interface GridFile extends AutoCloseable {

  /// The names of its sheets, in their order.
  List<String> sheets();

  Grid grid(String sheet);

  @Override
  void close();

  /// @throws Refused where it is none that can be read, with what it is instead
  static GridFile open(Path file, Limits limits) {
    try {
      if (Files.size(file) > limits.bytes()) {
        throw new Refused("workbook.refused.tooLarge", limits.bytes() / (1024 * 1024));
      }
      byte[] start;
      try (InputStream in = Files.newInputStream(file)) {
        start = in.readNBytes(8192);
      }
      if (start.length == 0) {
        throw new Refused("workbook.refused.empty");
      }
      if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
        return ofXlsx(file, limits);
      }
      if ((start[0] & 0xFF) == 0xD0 && start.length > 1 && (start[1] & 0xFF) == 0xCF) {
        return XlsFile.open(file, limits);
      }
      if (start.length > 3 && start[0] == '%' && start[1] == 'P' && start[2] == 'D') {
        throw new Refused("workbook.refused.pdf");
      }
      return TextFile.open(file, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GridFile ofXlsx(Path file, Limits limits) {
    XlsxFile xlsx = XlsxFile.open(file, limits, Form.AS_WRITTEN);
    return new GridFile() {
      @Override
      public List<String> sheets() {
        return xlsx.names();
      }

      @Override
      public Grid grid(String sheet) {
        return xlsx.grid(sheet, limits.rows());
      }

      @Override
      public void close() {
        xlsx.close();
      }
    };
  }
}
