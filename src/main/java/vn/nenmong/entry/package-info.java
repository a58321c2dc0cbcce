/// Entering and correcting one record of a register at a time, taking a deed back, and what was
/// done to whom.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.entry;
