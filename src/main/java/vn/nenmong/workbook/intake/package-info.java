/// A workbook that was read, compared with what the database holds and written in one transaction.
@org.springframework.modulith.NamedInterface("intake")
@org.jspecify.annotations.NullMarked
package vn.nenmong.workbook.intake;
