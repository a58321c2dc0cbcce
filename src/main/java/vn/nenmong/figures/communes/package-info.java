/// The communes below a body above them: who has handed in what for a period, and their sums.
@org.jspecify.annotations.NullMarked
package vn.nenmong.figures.communes;
