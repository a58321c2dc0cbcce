/// The health of cells: what is red about each and why, and which to act on first. It ranks cells,
/// never people.
@org.springframework.modulith.NamedInterface("health")
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.health;
