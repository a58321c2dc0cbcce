/// The papers of a cell's meeting: its minutes and the resolution of the cell.
@org.jspecify.annotations.NullMarked
package vn.nenmong.document.minutes;
