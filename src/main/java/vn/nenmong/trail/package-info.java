/// The trail that shows tampering: its lines are sealed into chains, looked at, and checked against
/// heads that were kept elsewhere. What writes a line is `access.Audit`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.trail;
