/// Every figure of a commune's year, defined once and opened to its rows.
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
      "consolidation :: health"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.figures;
