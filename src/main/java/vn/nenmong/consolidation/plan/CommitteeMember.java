package vn.nenmong.consolidation.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone of the committee who can be in charge of cells.
///
/// @param cell that they are a member of, and that reviews them
/// @param ethnicity stands for the language they speak, of which nothing is kept
/// @param experienced whether they were ever in charge of a cell or held an office in one
record CommitteeMember(
    UUID id, @Nullable UUID cell, @Nullable String ethnicity, boolean experienced) {}
