@org.jspecify.annotations.NullMarked
package vn.nenmong.document.annual;
