/// A data folder's data as one file, sealed by a passphrase: written while the program runs, as of
/// one moment; restored into an empty data folder; checked by restoring it somewhere to throw away.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.archive;
