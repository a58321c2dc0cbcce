/// The duties of the data law: what is held on a person and who has seen it, what is kept for what
/// and how long, and erasing a person.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "account", "rule"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.privacy;
