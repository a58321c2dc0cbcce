/// The tree of organizations, and one of them from every side.
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.unit;
