package vn.nenmong.workbook.reconciliation;

/// What was typed of a new one, to be shown again.
///
/// @param commune its code, or empty for the only one
public record TypedReconciliation(String day, String source, String commune) {}
