/// People, members, candidates.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization", "entry"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership;
