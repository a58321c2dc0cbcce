/// Closing a year: its figures kept as they were told, and what has become different since.
@org.jspecify.annotations.NullMarked
package vn.nenmong.figures.closing;
