package vn.nenmong.kernel.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A sheet as the answer to a request.
public final class SheetResponse {

  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private SheetResponse() {}

  /// @param fileName without `.xlsx`, in plain letters
  public static <R> void send(
      HttpServletResponse response, String fileName, Sheet<R> sheet, Stream<R> rows)
      throws IOException {
    attach(response, fileName);
    SheetWriter.write(sheet, rows, response.getOutputStream());
  }

  /// Says that what follows is a spreadsheet.
  ///
  /// @param fileName without `.xlsx`, in plain letters
  public static void attach(HttpServletResponse response, String fileName) {
    response.setContentType(XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(fileName + ".xlsx").build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
