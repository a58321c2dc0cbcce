package vn.nenmong.consolidation.plan;

import java.util.List;
import vn.nenmong.rule.RuleValue;

/// The villages of a commune without a cell of their own.
///
/// @param least the rule of how many official members a cell needs
/// @param own villages that have one
public record VillagesFound(List<VillageOutlook> villages, RuleValue least, int own) {}
