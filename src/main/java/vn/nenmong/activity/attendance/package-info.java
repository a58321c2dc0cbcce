/// Who of the members was at the meetings of a year.
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.attendance;
