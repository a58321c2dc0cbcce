/// Templates of papers as offices keep them: the program's own by the layout of a day, an office's
/// versions of each kind of paper, and their page.
@org.jspecify.annotations.NullMarked
package vn.nenmong.document.store;
