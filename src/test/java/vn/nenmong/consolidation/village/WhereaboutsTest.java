package vn.nenmong.consolidation.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

  private static final Offset<Double> TEN_METRES = within(0.01);

  private static Whereabouts by(double km, @Nullable Double bearing) {
    return new Whereabouts(
        BigDecimal.valueOf(km), bearing == null ? null : BigDecimal.valueOf(bearing), null, null);
  }

  private static Whereabouts at(double latitude, double longitude) {
    return new Whereabouts(null, null, BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude));
  }

  private static double km(Whereabouts one, Whereabouts other) {
    assertThat(one.kmTo(other)).isEqualTo(other.kmTo(one));
    return one.kmTo(other).orElseThrow();
  }

  @Test
  void betweenCoordinatesItIsTheGreatCircle() {
    assertThat(km(at(21, 103), at(22, 103))).isCloseTo(111.195, TEN_METRES);
    assertThat(km(at(21, 103), at(21, 103.1))).isCloseTo(10.381, TEN_METRES);
  }

  @Test
  void betweenDirectionsItIsTheThirdSideOfTheTriangle() {
    assertThat(km(by(3, 0.0), by(4, 90.0))).isCloseTo(5, TEN_METRES);
    assertThat(km(by(3, 350.0), by(3, 50.0))).isCloseTo(3, TEN_METRES);
    assertThat(km(by(8, 45.0), by(5, 45.0))).isCloseTo(3, TEN_METRES);
    assertThat(km(by(0, null), by(5, 200.0))).isCloseTo(5, TEN_METRES);
  }

  @Test
  void withoutADirectionItIsTheWayByTheCentre() {
    assertThat(km(by(3, 0.0), by(4, null))).isCloseTo(7, TEN_METRES);
    assertThat(km(by(3, null), by(4, null))).isCloseTo(7, TEN_METRES);
  }

  @Test
  void whatIsNotKnownIsNotMadeUp() {
    assertThat(Whereabouts.UNKNOWN.kmTo(by(4, 90.0))).isEmpty();
    assertThat(at(21, 103).kmTo(by(4, 90.0))).isEmpty();
  }
}
