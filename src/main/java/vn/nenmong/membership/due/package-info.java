/// What is due on people's ways, for cell, committee and person; the board of candidates; badges.
@org.springframework.modulith.NamedInterface("due")
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.due;
