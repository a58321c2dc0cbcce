/// Word papers from templates that an office edits: filled, checked and shown. Knows nothing of
/// what the papers are about.
@org.jspecify.annotations.NullMarked
package vn.nenmong.document.template;
