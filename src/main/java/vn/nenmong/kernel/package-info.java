/// What every module may use: time, text, rules, pages. Knows no feature.
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.nenmong.kernel;
