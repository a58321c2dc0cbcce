/// Units founded, split, merged, moved, renamed, changed in kind or dissolved: each one event with
/// its decision, seen before it is done, done in one transaction, and undone as a whole.
@org.springframework.modulith.NamedInterface("reorganization")
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.reorganization;
