package vn.nenmong.consolidation.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nenmong.consolidation.charge.ChargePlan.Begun;
import vn.nenmong.consolidation.charge.ChargePlan.Clash;
import vn.nenmong.consolidation.charge.Decision.Line;
import vn.nenmong.consolidation.charge.Decision.Replaces;

/// What a decision does to the charges that there are.
class ChargePlanTest {

  private static final LocalDate DAY = LocalDate.of(2016, 6, 1);
  private static final UUID NEAR = new UUID(0, 1);
  private static final UUID FAR = new UUID(0, 2);
  private static final UUID AN = new UUID(1, 1);
  private static final UUID BINH = new UUID(1, 2);

  private static Charge charge(
      UUID cell, UUID person, String since, @Nullable String until, @Nullable String document) {
    return new Charge(
        UUID.randomUUID(),
        cell,
        person,
        LocalDate.parse(since),
        until == null ? null : LocalDate.parse(until),
        null,
        document);
  }

  private static ChargePlan plan(Replaces replaces, List<Charge> charges, Line... lines) {
    return ChargePlan.of(
        new Decision("05-QĐ/ĐU", "Đảng ủy", DAY, replaces, null, Set.of(lines)), charges);
  }

  @Test
  void whoWasInChargeOfACellThatItNamesIsSoNoLonger() {
    Charge replaced = charge(NEAR, AN, "2015-01-01", null, null);
    Charge over = charge(NEAR, AN, "2013-07-01", "2014-01-01", null);
    Charge elsewhere = charge(FAR, AN, "2015-01-01", null, null);
    ChargePlan plan =
        plan(Replaces.CELLS, List.of(replaced, over, elsewhere), new Line(NEAR, BINH));
    assertThat(plan.ended()).containsExactly(replaced);
    assertThat(plan.begun()).containsExactly(new Begun(new Line(NEAR, BINH), null));
    assertThat(plan.clashes()).isEmpty();
  }

  @Test
  void itReplacesAllOrNobodyWhereItSaysSo() {
    Charge here = charge(NEAR, AN, "2015-01-01", null, null);
    Charge elsewhere = charge(FAR, AN, "2015-01-01", null, null);
    List<Charge> both = List.of(here, elsewhere);
    assertThat(plan(Replaces.ALL, both, new Line(NEAR, BINH)).ended()).isEqualTo(both);
    assertThat(plan(Replaces.NOTHING, both, new Line(NEAR, BINH)).ended()).isEmpty();
  }

  @Test
  void oneThatIsEnteredLateHoldsUntilTheNextOfItsCell() {
    Charge next = charge(NEAR, AN, "2016-09-01", null, null);
    Charge latest = charge(NEAR, BINH, "2016-11-01", null, null);
    List<Charge> later = List.of(latest, next);
    assertThat(plan(Replaces.CELLS, later, new Line(NEAR, BINH)).begun())
        .containsExactly(new Begun(new Line(NEAR, BINH), next.since()));
    assertThat(plan(Replaces.NOTHING, later, new Line(NEAR, BINH)).begun())
        .as("beside others it ends only where the same person begins anew")
        .containsExactly(new Begun(new Line(NEAR, BINH), latest.since()));
  }

  @Test
  void aChargeThatBearsItsNumberIsTakenUnderItAsItIs() {
    Charge known = charge(NEAR, AN, "2015-12-01", null, "05-QĐ/ĐU");
    Charge other = charge(FAR, AN, "2015-12-01", null, "04-QĐ/ĐU");
    ChargePlan plan =
        plan(Replaces.CELLS, List.of(known, other), new Line(NEAR, AN), new Line(FAR, AN));
    assertThat(plan.adopted()).containsExactly(known);
    assertThat(plan.ended()).containsExactly(other);
    assertThat(plan.begun()).containsExactly(new Begun(new Line(FAR, AN), null));
  }

  @Test
  void whatCannotBeSaysWhy() {
    Charge sameDay = charge(NEAR, AN, DAY.toString(), null, "04-QĐ/ĐU");
    assertThat(plan(Replaces.CELLS, List.of(sameDay), new Line(NEAR, BINH)).clashes())
        .containsExactly(new Clash(sameDay, "sameDay"));
    Charge already = charge(NEAR, BINH, "2015-01-01", null, "04-QĐ/ĐU");
    assertThat(plan(Replaces.NOTHING, List.of(already), new Line(NEAR, BINH)).clashes())
        .containsExactly(new Clash(already, "already"));
  }
}
