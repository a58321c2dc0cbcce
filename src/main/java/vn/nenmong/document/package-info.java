/// The annual report and its templates.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "organization",
      "entry",
      "rule",
      "membership :: step",
      "membership :: way",
      "membership :: paper",
      "activity",
      "activity :: minutes",
      "cadre",
      "resolution",
      "review",
      "consolidation",
      "consolidation :: plan",
      "figures"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.document;
