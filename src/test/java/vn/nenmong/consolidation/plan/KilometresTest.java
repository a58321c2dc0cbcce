package vn.nenmong.consolidation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KilometresTest {

  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private static PlanFactsRepository.Village village(
      UUID origin, String km, @Nullable String latitude) {
    return new PlanFactsRepository.Village(
        UUID.randomUUID(),
        "Bản",
        null,
        null,
        origin,
        new BigDecimal(km),
        null,
        latitude == null ? null : new BigDecimal(latitude),
        latitude == null ? null : new BigDecimal("103.0"),
        0,
        0,
        0);
  }

  /// Communes that were merged tell distances from centres of their own.
  @Test
  void distancesFromDifferentCentresAreNotAdded() {
    var near = village(ONE, "0.5", null);
    var far = village(ONE, "7.5", null);
    var beyond = village(OTHER, "0.5", null);
    Kilometres kilometres = Kilometres.of(List.of(near, far, beyond));

    assertThat(kilometres.between(near.id(), far.id())).contains(new BigDecimal("8.0"));
    assertThat(kilometres.between(far.id(), beyond.id())).isEmpty();
    assertThat(kilometres.between(null, far.id())).isEmpty();
  }

  @Test
  void coordinatesTellThemAll() {
    var here = village(ONE, "0.5", "21.00");
    var there = village(OTHER, "0.5", "21.09");
    assertThat(Kilometres.of(List.of(here, there)).between(here.id(), there.id()))
        .contains(new BigDecimal("10.0"));
  }
}
