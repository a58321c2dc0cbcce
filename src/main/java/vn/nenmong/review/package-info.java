/// The year's review of cells and members.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "organization",
      "entry",
      "membership",
      "activity",
      "cadre",
      "resolution"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.review;
