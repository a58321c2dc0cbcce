package vn.nenmong.consolidation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nenmong.consolidation.coverage.CommuneMap.Mark;
import vn.nenmong.consolidation.village.Coverage;
import vn.nenmong.consolidation.village.VillageRow;
import vn.nenmong.consolidation.village.Whereabouts;

class CommuneMapTest {

  private static final int WIDTH = 296;
  private static final int HEIGHT = 400;
  private static final UUID ORIGIN = UUID.randomUUID();

  private static VillageRow village(UUID origin, String name, Whereabouts whereabouts) {
    return new VillageRow(
        UUID.randomUUID(),
        "NATONG",
        origin,
        name,
        name,
        Coverage.OWN,
        List.of(),
        3,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        whereabouts,
        null,
        null,
        null);
  }

  private static VillageRow village(String name, Whereabouts whereabouts) {
    return village(ORIGIN, name, whereabouts);
  }

  private static CommuneMap map(List<VillageRow> rows, int width, int height) {
    return CommuneMap.of(rows, rows, width, height);
  }

  private static VillageRow by(String name, double km, @Nullable Double bearing) {
    return village(name, new Whereabouts(decimal(km), decimal(bearing), null, null));
  }

  private static VillageRow at(String name, double latitude, double longitude) {
    return village(name, new Whereabouts(null, null, decimal(latitude), decimal(longitude)));
  }

  private static @Nullable BigDecimal decimal(@Nullable Double value) {
    return value == null ? null : BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_UP);
  }

  private static Mark mark(CommuneMap map, String name) {
    return Stream.concat(map.placed().stream(), map.aside().stream())
        .filter(mark -> Objects.requireNonNull(mark.village()).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whateverIsKnownEveryVillageIsInThePictureOnce() {
    long seed = 20161231;
    Random random = new Random(seed);
    for (int size : List.of(1, 2, 13, 60, 90)) {
      List<VillageRow> rows =
          IntStream.range(0, size)
              .mapToObj(i ->
                  switch (random.nextInt(4)) {
                    case 0 -> by("Bản " + i, random.nextInt(3), null);
                    case 1 -> at("Huổi Chanh " + i, 21 + random.nextDouble() / 5, 103);
                    case 2 -> village("Sơn Tống Thượng " + i, Whereabouts.UNKNOWN);
                    default -> by("Nà " + i, random.nextInt(25), 22.5 * random.nextInt(4));
                  })
              .toList();
      CommuneMap map = map(rows, WIDTH, HEIGHT);
      List<Mark> marks = new ArrayList<>(map.placed());
      marks.addAll(map.aside());
      assertThat(marks).as("%d of seed %d", size, seed).extracting(Mark::village).hasSize(size);
      assertThat(marks)
          .as("%d of seed %d", size, seed)
          .allSatisfy(mark -> {
            double half = mark.label().length() * 3.3;
            assertThat(mark.x() - half).isNotNegative();
            assertThat(mark.x() + half).isLessThanOrEqualTo(map.width());
            assertThat(mark.y() - 8).isNotNegative();
            assertThat(mark.y() + 19).isLessThanOrEqualTo(map.height());
          });
      assertThat(map.placed()).allMatch(mark -> mark.y() < map.fold());
      assertThat(map.aside()).allMatch(mark -> mark.y() > map.fold());
    }
  }

  @Test
  void directionsAreThoseOfThePicture() {
    CommuneMap map =
        map(
            List.of(
                by("Bắc", 9, 0.0), by("Đông", 16, 90.0), by("Nam", 4, 180.0), by("Tây", 16, 270.0)),
            480,
            420);
    Mark centre = Objects.requireNonNull(map.centre());
    assertThat(mark(map, "Bắc").y()).isLessThan(centre.y() - 40);
    assertThat(mark(map, "Đông").x()).isGreaterThan(centre.x() + 40);
    assertThat(mark(map, "Nam").y()).isGreaterThan(centre.y() + 20);
    assertThat(mark(map, "Tây").x()).isLessThan(centre.x() - 40);
    assertThat(map.rings()).extracting(CommuneMap.Ring::km).containsExactly(2, 5, 10);
    assertThat(map.aside()).isEmpty();
    assertThat(map.height()).isEqualTo(420);
  }

  @Test
  void whoseDirectionIsNotKnownStandsBelow() {
    CommuneMap map =
        map(
            List.of(by("Nà Một", 9, 0.0), by("Nà Hai", 21, null), by("Nà Ba", 3, null)),
            WIDTH,
            HEIGHT);
    assertThat(map.placed()).extracting(Mark::label).containsExactly("Nà Một");
    assertThat(map.aside()).extracting(Mark::label).containsExactly("Nà Hai", "Nà Ba");
    assertThat(map.height()).isGreaterThan(map.fold());
    CommuneMap nothing = map(List.of(by("Nà Hai", 21, null)), WIDTH, HEIGHT);
    assertThat(nothing.centre()).isNull();
    assertThat(nothing.height()).isLessThan(100);
  }

  @Test
  void neighboursAtOneSpotDoNotLieOnEachOther() {
    List<VillageRow> rows =
        IntStream.range(0, 12).mapToObj(i -> by("Na Tông " + i, 1, 22.5)).toList();
    List<Mark> marks = map(rows, WIDTH, HEIGHT).placed();
    for (Mark one : marks) {
      assertThat(marks)
          .filteredOn(other -> !other.equals(one))
          .allMatch(
              other -> Math.abs(other.x() - one.x()) > 50 || Math.abs(other.y() - one.y()) > 30);
    }
  }

  @Test
  void aVillageWithBothTellsWhereTheCentreIs() {
    VillageRow both =
        village(
            "Cả Hai",
            new Whereabouts(decimal(11.119), decimal(0.0), decimal(21.1), decimal(103.0)));
    CommuneMap map = map(List.of(both, at("Ở Tâm", 21.0, 103.0)), 480, 420);
    assertThat(map.guessed()).isFalse();
    assertThat(map.centre()).isNotNull();
    assertThat(mark(map, "Cả Hai").y()).isLessThan(mark(map, "Ở Tâm").y());
    assertThat(map(List.of(by("Nà Một", 9, 0.0), at("Xa", 21.0, 103.0)), 480, 420))
        .matches(CommuneMap::guessed);
  }

  @Test
  void tooManyForTheirNamesAreNumbered() {
    List<VillageRow> rows =
        IntStream.range(0, 90).mapToObj(i -> by("Sơn Tống " + i, i % 20, i * 4.0)).toList();
    CommuneMap map = map(rows, WIDTH, HEIGHT);
    assertThat(map.numbered()).isTrue();
    assertThat(mark(map, "Sơn Tống 41").label()).isEqualTo("42");
  }

  /// Both are four km north of a centre, of two that lie nobody knows where to each other.
  private static List<VillageRow> ofTwoCentres(UUID other, @Nullable Double latitude) {
    return List.of(
        village(
            ORIGIN,
            "Nà Một",
            new Whereabouts(decimal(4.0), decimal(0.0), decimal(21.0), decimal(103.0))),
        village(
            other,
            "Nà Hai",
            new Whereabouts(
                decimal(4.0),
                decimal(0.0),
                decimal(latitude),
                latitude == null ? null : decimal(103.0))));
  }

  @Test
  void villagesThatWereMeasuredFromSeveralCentresAreDrawnAroundTheirOwn() {
    UUID other = UUID.randomUUID();
    List<Picture> pictures =
        Picture.of(ofTwoCentres(other, null), Map.of(ORIGIN, "Xã Một", other, "Xã Hai"));
    assertThat(pictures).extracting(Picture::centre).containsExactlyInAnyOrder("Xã Một", "Xã Hai");
    assertThat(pictures)
        .allSatisfy(picture -> {
          assertThat(picture.wide().centre()).isNotNull();
          assertThat(picture.narrow().placed())
              .singleElement()
              .extracting(Mark::label)
              .isEqualTo("Xã Một".equals(picture.centre()) ? "Nà Một" : "Nà Hai");
        });
  }

  @Test
  void whereAllHaveCoordinatesTheyLieInOnePictureWithoutACentre() {
    UUID other = UUID.randomUUID();
    List<VillageRow> rows = ofTwoCentres(other, 21.2);
    CommuneMap map = Picture.of(rows, Map.of(ORIGIN, "Xã Một", other, "Xã Hai")).getFirst().wide();
    assertThat(map.placed()).hasSize(2);
    assertThat(map.centre()).isNull();
    assertThat(mark(map, "Nà Hai").y()).isLessThan(mark(map, "Nà Một").y() - 40);
  }
}
