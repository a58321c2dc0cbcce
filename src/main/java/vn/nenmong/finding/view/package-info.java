/// Lists as someone looks at them, kept under a name and shared.
@org.jspecify.annotations.NullMarked
package vn.nenmong.finding.view;
