/// The first page: the year at a glance, and where the base is weak.
@org.jspecify.annotations.NullMarked
package vn.nenmong.figures.overview;
