/// One member from every side.
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.member;
