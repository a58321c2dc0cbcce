/// The annual report and its templates.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "organization",
      "entry",
      "membership",
      "activity",
      "cadre",
      "resolution",
      "review",
      "consolidation",
      "figures"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.document;
