/// The life of a cell: meetings, study sessions, models of members who develop the economy.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "organization",
      "rule",
      "entry",
      "membership",
      "membership :: due",
      "membership :: way"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity;
