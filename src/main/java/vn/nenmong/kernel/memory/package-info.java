/// Remembers what was worked out from the registers until a register changes.
@org.jspecify.annotations.NullMarked
package vn.nenmong.kernel.memory;
