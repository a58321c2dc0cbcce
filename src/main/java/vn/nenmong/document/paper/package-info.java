/// The papers of steps on people's ways, as Word files.
@org.jspecify.annotations.NullMarked
package vn.nenmong.document.paper;
