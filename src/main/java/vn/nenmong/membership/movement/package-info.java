/// Who came into an organization and who left it, so that what was there, what came and what went
/// give what is there.
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.movement;
