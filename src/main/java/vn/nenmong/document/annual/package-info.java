/// The annual report on Party building: its figures, its paper, its templates and its pages.
@org.springframework.modulith.NamedInterface("annual")
@org.jspecify.annotations.NullMarked
package vn.nenmong.document.annual;
