/// The pages of accounts: invite, grant, end, reset, sessions; how someone invited chooses a
/// password, and how the first account of a new data folder comes to be.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.account;
