package vn.nenmong.consolidation.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.kernel.database.Fence;

/// `grassroots.min_official` of three and `grassroots_committee.min_members` of thirty, asked of
/// the grassroots organizations that an event takes members from or makes.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
class GrassrootsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String OFFICIAL = "grassroots.min_official";
  private static final String MEMBERS = "grassroots_committee.min_members";

  @Autowired private PlanReorganization plan;

  private String code;
  private String otherCode;
  private TestCommune commune;
  private TestCommune.Unit large;
  private TestCommune.Unit small;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  /// A commune of 32 members, two of them in a small cell, and one of none.
  @BeforeEach
  void fill() {
    String number = UUID.randomUUID().toString().substring(0, 8);
    code = "X" + number;
    otherCode = "Y" + number;
    commune = new TestCommune(DATABASE, code);
    large = commune.cell("CB01", "Chi bộ Lớn");
    small = commune.cell("CB02", "Chi bộ Nhỏ");
    IntStream.range(0, 30).forEach(i -> commune.member("Lò Văn Lớn " + i, large));
    IntStream.range(0, 2).forEach(i -> commune.member("Lò Văn Nhỏ " + i, small));
    new TestCommune(DATABASE, otherCode);
  }

  private List<String> told(Kind kind, List<String> units, Into... into) {
    Reorganization event =
        new Reorganization(
            kind,
            LocalDate.of(2016, 10, 1),
            new Decision("12-QĐ/HU", "Huyện ủy", LocalDate.of(2016, 9, 20), null),
            units,
            List.of(into),
            List.of(),
            List.of());
    Plan worked = Fence.aroundEverything("test").call(() -> plan.run(Scope.ALL, event));
    assertThat(worked.problems()).isEmpty();
    List<String> told = new ArrayList<>();
    for (Plan.Told warning : worked.warnings()) {
      if (warning.rule() != null && warning.rule().code().startsWith("grassroots")) {
        assertThat(warning.rule().source().number()).isEqualTo("Điều lệ Đảng");
        told.add(warning.rule().code() + ": " + warning.arguments());
      }
    }
    return told;
  }

  private static Into unit(String code) {
    return new Into(code, null, null, null, null, null, null, null);
  }

  private static Into as(@Nullable String kind) {
    return new Into(null, null, null, kind, null, null, null, null);
  }

  @Test
  void aCommitteeThatKeepsThirtyIsLeftInPeace() {
    assertThat(told(Kind.MOVE, List.of(code + "/CB02"), unit(otherCode)))
        .containsExactlyInAnyOrder(
            OFFICIAL + ": [Đảng bộ xã %s, 2, 3]".formatted(otherCode),
            MEMBERS + ": [Đảng bộ xã %s, 2, 30]".formatted(otherCode));
  }

  @Test
  void aCommitteeThatFallsBelowThirtyIsTold() {
    commune.member("Lò Văn Nhỏ", small);
    assertThat(told(Kind.MOVE, List.of(code + "/CB02"), unit(otherCode)))
        .containsExactly(MEMBERS + ": [Đảng bộ xã %s, 3, 30]".formatted(otherCode));
    assertThat(told(Kind.MOVE, List.of(code + "/CB01"), unit(otherCode)))
        .containsExactly(MEMBERS + ": [Đảng bộ xã %s, 3, 30]".formatted(code));
  }

  @Test
  void aCommitteeThatIsLeftWithTwoIsNoGrassrootsOrganization() {
    assertThat(told(Kind.MOVE, List.of(code + "/CB01"), unit(otherCode)))
        .containsExactlyInAnyOrder(
            OFFICIAL + ": [Đảng bộ xã %s, 2, 3]".formatted(code),
            MEMBERS + ": [Đảng bộ xã %s, 2, 30]".formatted(code));
  }

  /// Two communes become one: as nobody is appointed, the sizes are told.
  @Test
  void theSizeOfTheCommitteeOfAMergedCommuneIsTold() {
    Reorganization event =
        new Reorganization(
            Kind.MERGE,
            LocalDate.of(2016, 10, 1),
            new Decision("12-QĐ/HU", "Huyện ủy", LocalDate.of(2016, 9, 20), null),
            List.of(code, otherCode),
            List.of(unit(code)),
            List.of(),
            List.of());
    Plan worked = Fence.aroundEverything("test").call(() -> plan.run(Scope.ALL, event));
    List<String> told = new ArrayList<>();
    for (Plan.Told warning : worked.warnings()) {
      if (warning.rule() != null) {
        told.add(warning.rule().code() + ": " + warning.arguments());
      }
    }
    assertThat(told)
        .contains(
            "commune_committee.max: [Đảng bộ xã %s, 15]".formatted(code),
            "commune_board.max: [Đảng bộ xã %s, 4–5]".formatted(code),
            "commune_deputies.max: [Đảng bộ xã %s, 1–2]".formatted(code));
  }

  @Test
  void whatStaysWithinACommuneChangesNothingOfIt() {
    assertThat(told(Kind.MERGE, List.of(code + "/CB01", code + "/CB02"), unit(code + "/CB01")))
        .isEmpty();
  }

  @Test
  void aCellThatBecomesAGrassrootsCellNeedsThree() {
    assertThat(told(Kind.CHANGE_KIND, List.of(code + "/CB02"), as("grassroots_cell")))
        .containsExactly(OFFICIAL + ": [Chi bộ Nhỏ, 2, 3]");
    assertThat(told(Kind.CHANGE_KIND, List.of(code + "/CB01"), as("grassroots_cell"))).isEmpty();
  }
}
