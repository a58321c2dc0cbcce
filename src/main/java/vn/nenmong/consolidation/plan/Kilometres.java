package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.village.Whereabouts;

/// How far it is between the villages of a commune, in tenths of a kilometre.
record Kilometres(Map<UUID, Whereabouts> villages) {

  private static final Whereabouts CENTRE = new Whereabouts(BigDecimal.ZERO, null, null, null);

  static Kilometres of(Iterable<PlanFactsRepository.Village> villages) {
    Map<UUID, Whereabouts> known = new HashMap<>();
    villages.forEach(village -> known.put(village.id(), village.whereabouts()));
    return new Kilometres(known);
  }

  /// @param from null for the centre of the commune
  Optional<BigDecimal> between(@Nullable UUID from, UUID to) {
    if (to.equals(from)) {
      return Optional.of(BigDecimal.ZERO);
    }
    Whereabouts here = from == null ? CENTRE : villages.getOrDefault(from, Whereabouts.UNKNOWN);
    OptionalDouble far = here.kmTo(villages.getOrDefault(to, Whereabouts.UNKNOWN));
    return far.isEmpty()
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(far.getAsDouble()).setScale(1, RoundingMode.HALF_UP));
  }

  /// To the nearest of some villages.
  Optional<BigDecimal> toNearest(@Nullable UUID from, Stream<UUID> to) {
    return to.flatMap(village -> between(from, village).stream()).min(BigDecimal::compareTo);
  }
}
