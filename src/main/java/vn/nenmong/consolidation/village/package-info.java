/// Villages and how they are covered by members and cells.
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.village;
