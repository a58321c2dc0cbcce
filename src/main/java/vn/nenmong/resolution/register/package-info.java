@org.jspecify.annotations.NullMarked
package vn.nenmong.resolution.register;
