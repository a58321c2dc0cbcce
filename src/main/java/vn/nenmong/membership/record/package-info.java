/// The list of members and its export.
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.record;
