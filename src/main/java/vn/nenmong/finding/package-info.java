/// One search over people, organizations, villages and resolutions, and the way back to what was
/// looked at.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "access"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.finding;
