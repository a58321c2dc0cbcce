/// What the commune gives its cells for the meetings of a month, and what came back of it.
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.frame;
