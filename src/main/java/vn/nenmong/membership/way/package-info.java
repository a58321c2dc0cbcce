/// Someone's way in the Party, step by step, and what the rules make of it: pure, so that it can be
/// tried with any history and no database.
@org.springframework.modulith.NamedInterface("way")
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.way;
