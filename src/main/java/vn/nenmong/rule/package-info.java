/// The Party's regulations as dated data: which value of a rule holds on a day, where it is written
/// and how well that is known; and the working days that time limits are counted in.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.rule;
