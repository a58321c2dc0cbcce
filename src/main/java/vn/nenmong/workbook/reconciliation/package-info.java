/// Our members beside a list of theirs: who is on one alone, and who differs in what.
@org.jspecify.annotations.NullMarked
package vn.nenmong.workbook.reconciliation;
