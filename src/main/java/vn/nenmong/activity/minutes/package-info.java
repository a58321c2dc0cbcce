/// Meetings of cells as they are kept: told field by field from phones and at the office, and
/// written into the registers once they were held.
@org.springframework.modulith.NamedInterface("minutes")
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.minutes;
