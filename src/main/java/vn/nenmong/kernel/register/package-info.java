/// What the register pages share: the asked-for part of a sorted, filtered list, as a page and as a
/// sheet. Each register brings its own statement and its own columns.
@org.jspecify.annotations.NullMarked
package vn.nenmong.kernel.register;
