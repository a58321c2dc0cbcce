package vn.nenmong.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the made communes are for: they are the same each time, and as hard as real ones.
class MadeCommuneTest {

  private final MadeCommune lowland = MadeCommune.of(CommuneShape.lowland(), 1);

  @Test
  void theSameSeedMakesTheSameCommune() {
    MadeCommune again = MadeCommune.of(CommuneShape.lowland(), 1);
    assertThat(again.sheets()).isEqualTo(lowland.sheets());
    assertThat(again.figures()).isEqualTo(lowland.figures());
  }

  @Test
  void anotherSeedMakesAnother() {
    assertThat(MadeCommune.of(CommuneShape.lowland(), 2).sheets()).isNotEqualTo(lowland.sheets());
  }

  @Test
  void aWorkbookHasAllSeventeenSheets() {
    assertThat(lowland.sheets()).hasSize(17);
    assertThat(lowland.people()).hasSize(1310);
  }

  @Test
  void aThirdIsCalledNguyen() {
    long nguyen = lowland.people().stream().filter(p -> p.name().startsWith("Nguyễn ")).count();
    assertThat(nguyen).isBetween(1310 * 28L / 100, 1310 * 38L / 100);
  }

  @Test
  void noTwoPeopleShareACard() {
    Set<String> cards = new HashSet<>();
    assertThat(lowland.people())
        .allSatisfy(
            person -> assertThat(person.card() == null || cards.add(person.card())).isTrue());
  }

  @Test
  void bothWaysOfPlacingTheToneAreInUse() {
    MadeCommune large = MadeCommune.of(CommuneShape.sized(3000), 1);
    assertThat(large.people()).anyMatch(p -> p.name().endsWith(" Hoà"));
    assertThat(large.people()).anyMatch(p -> p.name().endsWith(" Hòa"));
  }

  @Test
  void theMistakesAreWhereTheyAreSaidToBe() {
    MadeSheet members = lowland.sheets().get(2);
    var spoilt = MadeMistakes.spoil(members, 100);
    assertThat(spoilt.rows()).hasSize(13 + 1);
    assertThat(spoilt.sheet().rows()).hasSameSizeAs(members.rows());
  }
}
