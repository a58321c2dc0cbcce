/// Charge of cells by committee members, and where the base is weak.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "organization",
      "rule",
      "entry",
      "membership",
      "membership :: due",
      "membership :: step",
      "membership :: way",
      "activity",
      "cadre",
      "resolution",
      "review"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation;
