@org.jspecify.annotations.NullMarked
package vn.nenmong.review.member;
