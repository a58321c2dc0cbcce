/// The decision on a plan of the planner: as a draft to be signed, and as it was signed.
@org.jspecify.annotations.NullMarked
package vn.nenmong.document.plan;
