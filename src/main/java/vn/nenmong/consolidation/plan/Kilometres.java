package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.village.Whereabouts;

/// How far it is between the villages of a commune, in tenths of a kilometre. Those of communes
/// that were merged are as far from different centres: only coordinates tell how far it is between
/// them.
///
/// @param origins communes from whose centres distances are told
record Kilometres(Map<UUID, Whereabouts> villages, Map<UUID, UUID> origins) {

  private static final Whereabouts CENTRE = new Whereabouts(BigDecimal.ZERO, null, null, null);

  static Kilometres of(Iterable<PlanFactsRepository.Village> villages) {
    Map<UUID, Whereabouts> known = new HashMap<>();
    Map<UUID, UUID> origins = new HashMap<>();
    villages.forEach(village -> {
      known.put(village.id(), village.whereabouts());
      origins.put(village.id(), village.origin());
    });
    return new Kilometres(known, origins);
  }

  /// @param from null for the centre of the commune
  Optional<BigDecimal> between(@Nullable UUID from, UUID to) {
    if (to.equals(from)) {
      return Optional.of(BigDecimal.ZERO);
    }
    Whereabouts here = from == null ? CENTRE : villages.getOrDefault(from, Whereabouts.UNKNOWN);
    Whereabouts there = villages.getOrDefault(to, Whereabouts.UNKNOWN);
    OptionalDouble far =
        hasOneCentre(from, to)
            ? here.kmTo(there)
            : here.byCoordinates().kmTo(there.byCoordinates());
    return far.isEmpty()
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(far.getAsDouble()).setScale(1, RoundingMode.HALF_UP));
  }

  private boolean hasOneCentre(@Nullable UUID from, UUID to) {
    return from == null
        ? origins.values().stream().distinct().count() <= 1
        : Objects.equals(origins.get(from), origins.get(to));
  }

  /// To the nearest of some villages.
  Optional<BigDecimal> toNearest(@Nullable UUID from, Stream<UUID> to) {
    return to.flatMap(village -> between(from, village).stream()).min(BigDecimal::compareTo);
  }
}
