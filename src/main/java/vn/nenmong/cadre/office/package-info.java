@org.jspecify.annotations.NullMarked
package vn.nenmong.cadre.office;
