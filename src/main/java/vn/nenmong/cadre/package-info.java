/// Offices held, courses, village posts, planning, mass organizations.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"kernel", "access", "organization", "entry", "membership"})
@org.jspecify.annotations.NullMarked
package vn.nenmong.cadre;
