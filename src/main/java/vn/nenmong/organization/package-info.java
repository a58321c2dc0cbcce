/// Party organizations and villages through time.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "access"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.organization;
