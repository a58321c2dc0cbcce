/// People, members, candidates.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization", "rule", "entry"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership;
