@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.regulation;
