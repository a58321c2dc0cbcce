package vn.nenmong.consolidation.coverage;

import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.village.VillageRow;
import vn.nenmong.kernel.text.Vietnamese;

/// What the villages are narrowed to, as the address says it.
///
/// @param state code of a state of coverage
public record CoverageFilter(@Nullable String q, @Nullable String state, @Nullable String sort) {

  boolean lets(VillageRow village) {
    return (q == null || Vietnamese.fold(village.name()).contains(Vietnamese.fold(q)))
        && (state == null || state.isEmpty() || village.coverage().code().equals(state));
  }
}
