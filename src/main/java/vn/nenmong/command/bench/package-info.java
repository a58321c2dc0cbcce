@org.jspecify.annotations.NullMarked
package vn.nenmong.command.bench;
