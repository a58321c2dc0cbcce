/// Who acts: accounts, grants, scope and the audit trail.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.access;
