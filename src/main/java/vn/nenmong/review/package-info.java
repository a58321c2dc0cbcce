/// The year's review of cells and members.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "organization",
      "membership",
      "activity",
      "cadre",
      "resolution"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.review;
