@org.jspecify.annotations.NullMarked
package vn.nenmong.figures.kept;
