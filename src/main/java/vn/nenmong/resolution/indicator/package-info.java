@org.jspecify.annotations.NullMarked
package vn.nenmong.resolution.indicator;
