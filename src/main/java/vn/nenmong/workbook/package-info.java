/// The commune workbook: read, compared, imported.
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
package vn.nenmong.workbook;
