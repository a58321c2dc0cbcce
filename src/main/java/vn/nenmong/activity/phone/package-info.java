/// The pages of a cell secretary that work without signal.
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.phone;
