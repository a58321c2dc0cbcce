package vn.nenmong.workbook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nenmong.workbook.reconciliation.Pairing.By;

class PairingTest {

  private static final UUID CELL = UUID.randomUUID();

  private static Told told(
      String name, @Nullable String born, @Nullable String card, @Nullable String cell) {
    return new Told(name, "male", born, "Thái", card, cell, "2010-01-01", null, null);
  }

  private static Ours ours(Told told) {
    return new Ours(UUID.randomUUID(), told, CELL, LocalDate.of(2013, 7, 1), null);
  }

  private static Ours former(Told told) {
    LocalDate left = LocalDate.of(2016, 5, 4);
    return new Ours(UUID.randomUUID(), told, null, LocalDate.of(2013, 7, 1), left);
  }

  private static Theirs theirs(Told told) {
    return new Theirs(UUID.randomUUID(), 5, told, null);
  }

  @Test
  void theCardGoesBeforeTheName() {
    Ours one = ours(told("Lò Văn Thín", "1980-05-03", "012.345", "Chi bộ Pá Kín"));
    Ours other = ours(told("Lò Văn Thin", "1980-05-03", "99", "Chi bộ Pá Kín"));
    Theirs same = theirs(told("LÒ  VĂN THÌN", "1980-06-03", "12345", "Chi bộ Na Ư"));
    Pairing pairing = Pairing.of(List.of(other, one), List.of(same));
    assertThat(pairing.pairs()).containsExactly(new Pairing.Pair(one, same, By.CARD));
    assertThat(pairing.here()).containsExactly(other);
  }

  @Test
  void oneCardOfTwoDifferentPeopleMakesNoPair() {
    Ours one = ours(told("Lò Văn Thín", "1980-05-03", "12345", "Chi bộ Pá Kín"));
    Theirs other = theirs(told("Cà Thị Xôm", "1991-02-01", "12345", "Chi bộ Na Ư"));
    Pairing pairing = Pairing.of(List.of(one), List.of(other));
    assertThat(pairing.pairs()).isEmpty();
    assertThat(pairing.there().getFirst().perhaps()).containsExactly(one);
  }

  @Test
  void aNameAndAFullDayOfBirthMakeAPairWhereTheyAreOfOne() {
    Ours one = ours(told("Vì Thị Ánh", "1980-05-03", null, "Chi bộ Pá Kín"));
    Theirs same = theirs(told("vì thị anh", "1980-05-03", "1", "Chi bộ Na Ư"));
    assertThat(Pairing.of(List.of(one), List.of(same)).pairs())
        .containsExactly(new Pairing.Pair(one, same, By.NAME));
    Ours twin = ours(told("Vi Thị Anh", "1980-05-03", null, "Chi bộ Na Ư"));
    Pairing two = Pairing.of(List.of(one, twin), List.of(same));
    assertThat(two.pairs()).isEmpty();
    assertThat(two.there().getFirst().perhaps()).containsExactlyInAnyOrder(one, twin);
  }

  @Test
  void aNameWithTheSameBirthAndCellMakesAPairThoughOnlyTheYearIsKnown() {
    Ours one = ours(told("Phạm Thu Hoa", "1993", null, "Chi bộ Trường Mầm non"));
    Theirs same = theirs(told("Phạm Thu Hoa", "1993", null, "chi bộ trường mầm non"));
    assertThat(Pairing.of(List.of(one), List.of(same)).pairs())
        .containsExactly(new Pairing.Pair(one, same, By.NAME));
  }

  @Test
  void aNameWithTheYearOrTheCellIsOnlyPerhapsUntilSomeoneSays() {
    Ours byYear = ours(told("Quàng Văn Toàn", "1956", null, "Chi bộ Na Ư"));
    Ours byCell = ours(told("Quàng Văn Toàn", "1971-02-02", null, "Chi bộ Pá Kín"));
    Ours neither = ours(told("Quàng Văn Toàn", "1990-02-02", null, "Chi bộ Na Khoa"));
    Theirs one = theirs(told("Quàng Văn Toàn", "1956-03-04", null, "CHI BỘ BẢN PÁ KÍN"));
    Pairing open = Pairing.of(List.of(byYear, byCell, neither), List.of(one));
    assertThat(open.there().getFirst().perhaps()).containsExactlyInAnyOrder(byYear, byCell);
    assertThat(open.here()).hasSize(3);
    Theirs said = new Theirs(one.id(), one.line(), one.told(), byYear.id());
    Pairing settled = Pairing.of(List.of(byYear, byCell, neither), List.of(said));
    assertThat(settled.pairs()).containsExactly(new Pairing.Pair(byYear, said, By.CHOSEN));
    assertThat(settled.there()).isEmpty();
  }

  @Test
  void whoLeftIsToldOfAndNoMember() {
    Ours gone = former(told("Lò Văn Đi", "1980-05-03", "77", "Chi bộ Pá Kín"));
    Theirs still = theirs(told("Lò Văn Đi", "1980-05-03", null, "Chi bộ Pá Kín"));
    Pairing pairing = Pairing.of(List.of(gone), List.of(still));
    assertThat(pairing.pairs()).isEmpty();
    assertThat(pairing.here()).isEmpty();
    assertThat(pairing.there().getFirst().former()).isEqualTo(gone);
  }

  /// Were each held against each, this would not end.
  @Test
  void fiftyThousandNamesakesAreNotHeldAgainstEachOther() {
    List<Ours> ours = new ArrayList<>();
    List<Theirs> theirs = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      ours.add(ours(told("Lò Văn Thín", "1980", null, "Chi bộ Pá Kín")));
      theirs.add(theirs(told("Lò Văn Thín", "1980", null, "Chi bộ Pá Kín")));
    }
    Pairing pairing = Pairing.of(ours, theirs);
    assertThat(pairing.there()).hasSize(50_000);
    assertThat(pairing.there().getLast().perhaps()).hasSize(10);
  }
}
