package vn.nenmong.workbook.reading;

/// How large a file may be.
///
/// @param bytes of the file
/// @param rows of all its sheets together
public record Limits(long bytes, int rows) {

  /// 20 MB and 50,000 rows.
  public static final Limits DEFAULT = new Limits(20L * 1024 * 1024, 50_000);
}
