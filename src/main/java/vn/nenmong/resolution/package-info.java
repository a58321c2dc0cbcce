/// Resolutions and the indicators they set.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "organization",
      "entry",
      "membership",
      "activity",
      "cadre"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.resolution;
