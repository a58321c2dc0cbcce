package vn.nenmong.workbook.reading;

/// A column of a sheet.
///
/// @param name as the empty workbook writes it
/// @param required whether the sheet cannot be read without it
record Column(String name, boolean required) {

  static Column required(String name) {
    return new Column(name, true);
  }

  static Column optional(String name) {
    return new Column(name, false);
  }
}
