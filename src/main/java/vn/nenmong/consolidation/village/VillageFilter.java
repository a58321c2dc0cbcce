package vn.nenmong.consolidation.village;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;

/// What a list of villages is narrowed to, as its address says it.
///
/// @param unit a cell, or a committee with all below it
/// @param coverage code of a state
/// @param mark `border`, `cultural` or `not_cultural`
public record VillageFilter(
    @Nullable String q,
    @Nullable UUID unit,
    @Nullable String coverage,
    @Nullable String mark,
    @Nullable String sort) {

  boolean lets(VillageRow village) {
    return (q == null || Vietnamese.fold(village.name()).contains(Vietnamese.fold(q)))
        && (coverage == null || coverage.isEmpty() || village.coverage().code().equals(coverage))
        && switch (mark == null ? "" : mark) {
          case "border" -> Boolean.TRUE.equals(village.border());
          case "cultural" -> Boolean.TRUE.equals(village.cultural());
          case "not_cultural" -> Boolean.FALSE.equals(village.cultural());
          default -> true;
        };
  }
}
