@org.jspecify.annotations.NullMarked
package vn.nenmong.kernel.id;
