/// The commune workbook as a file: what it says, row by row, and what cannot be read. Knows no
/// database.
@org.springframework.modulith.NamedInterface("reading")
@org.jspecify.annotations.NullMarked
package vn.nenmong.workbook.reading;
