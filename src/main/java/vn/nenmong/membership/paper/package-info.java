/// Papers of steps: which of them an office issues, and the books in which they are numbered.
@org.springframework.modulith.NamedInterface("paper")
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.paper;
