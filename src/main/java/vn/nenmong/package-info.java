/// Nền Móng: the organization of a commune's Party base, its cells, members and year.
@org.jspecify.annotations.NullMarked
package vn.nenmong;
