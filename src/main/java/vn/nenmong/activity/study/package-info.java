@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.study;
