/// What is doubtful in the registers: settled, or excused with a reason; and two records of one
/// person made one.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "access", "entry"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.quality;
