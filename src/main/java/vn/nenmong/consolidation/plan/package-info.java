/// The planner: which cell serves each village that has none of its own, and who of the committee
/// is in charge of which cell. Problems and their constraints are pure; what a run found is kept,
/// and becomes records once its decision is signed.
@org.springframework.modulith.NamedInterface("plan")
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.plan;
