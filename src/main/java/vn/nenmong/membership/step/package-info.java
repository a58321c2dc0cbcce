/// The steps of people's ways as they are kept: taken, taken back, corrected, shown.
@org.springframework.modulith.NamedInterface("step")
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.step;
