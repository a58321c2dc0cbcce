/// A table of an office's own as rows of a register: where it begins, what its columns say, how its
/// cells are meant. Knows no database.
@org.jspecify.annotations.NullMarked
package vn.nenmong.workbook.mapping;
