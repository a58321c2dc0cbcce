package vn.nenmong.consolidation.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization;
import vn.nenmong.consolidation.reorganization.Reorganization;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.consolidation.reorganization.Reorganization.Takes;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.organization.OrganizationRef;

/// What cells have of those that they came of: Thượng, which admitted someone in 2014 and met each
/// month, and Hạ, which admitted nobody since 2005, missed April and had a weak review.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class HealthAcrossReorganizationsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);
  private static final LocalDate EVENT = LocalDate.of(2016, 12, 10);
  private static int communes;

  @Autowired private MockMvc web;
  @Autowired private CarryOutReorganization carryOut;
  @Autowired private Dangers dangers;

  private String code;
  private TestCommune commune;
  private TestCommune.Unit upper;
  private TestCommune.Unit lower;
  private UUID admitted;
  private UUID old;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void aCommune() {
    code = "C" + ++communes;
    commune = new TestCommune(DATABASE, code);
    upper = commune.cell("CB01", "Chi bộ Thượng");
    lower = commune.cell("CB02", "Chi bộ Hạ");
    commune.account("office" + communes, "clerk", commune.root());
    sql("update organization set founded = '1995' where commune_id = ?", commune.root().id());
    sql(
        "insert into register_year select ?, 'members', generate_series(2011, 2016)",
        commune.root().id());
    admitted = member(upper, "2014-03-03");
    old = member(upper, "2005-03-03");
    for (int i = 0; i < 5; i++) {
      member(upper, "2005-03-03");
      member(lower, "2005-03-03");
    }
    for (int month = 1; month <= 12; month++) {
      meeting(upper, month, 9);
      if (month != 4) {
        meeting(lower, month, 6);
      }
    }
    review(upper, 2015, "good", "Hoàn thành tốt");
    review(lower, 2015, "weak", "Yếu kém");
  }

  private UUID member(TestCommune.Unit cell, String admitted) {
    return commune.member("Lò Văn Ước", cell, "1980-05-03", "male", "Thái", admitted, null);
  }

  private void meeting(TestCommune.Unit cell, int month, int present) {
    sql(
        """
        insert into meeting (commune_id, cell_id, month, held_on, kind, due, present)
        values (?, ?, make_date(2016, ?, 1), make_date(2016, ?, 5), 'regular', 10, ?)
        """,
        commune.root().id(),
        cell.id(),
        month,
        month,
        present);
  }

  private void review(TestCommune.Unit cell, int year, String grade, String label) {
    sql(
        "insert into organization_review (organization_id, year, commune_id, grade, label) values (?, ?, ?, ?, ?)",
        cell.id(),
        year,
        commune.root().id(),
        grade,
        label);
  }

  private static void sql(String statement, Object... values) {
    DATABASE.ownerJdbc().sql(statement).params(values).update();
  }

  private void happens(Kind kind, List<String> units, Into... into) {
    Reorganization event =
        new Reorganization(
            kind,
            EVENT,
            new Decision("12-QĐ/ĐU", "Đảng ủy xã", LocalDate.of(2016, 11, 20), null),
            units.stream().map(unit -> code + "/" + unit).toList(),
            List.of(into),
            List.of(),
            List.of());
    assertThat(
            Fence.aroundEverything("test")
                .call(() -> carryOut.run(Viewer.COMMAND_LINE, event))
                .plan()
                .problems())
        .isEmpty();
  }

  private Into anew(String unit, String name, UUID... members) {
    Takes takes =
        members.length == 0
            ? null
            : new Takes(
                List.of(members).stream().map(UUID::toString).toList(), List.of(), List.of());
    return new Into(null, unit, name, "cell", code, null, null, takes);
  }

  private UUID cell(String unit) {
    return DATABASE
        .ownerJdbc()
        .sql("select id from organization where commune_id = ? and code = ?")
        .params(commune.root().id(), unit)
        .query(UUID.class)
        .single();
  }

  private String health(UUID cell) {
    return Pages.words(
        new Pages(web, "office" + communes, "CLERK").open("/cells/" + cell + "/health"));
  }

  /// Asked both ways: all cells on a day, and one on a day of its own.
  private boolean hasAdmittedNobody(UUID cell) {
    UUID root = commune.root().id();
    return Fence.aroundEverything("test")
        .call(() -> {
          Map<UUID, List<Concern>> found =
              dangers.of(
                  Scope.ALL,
                  new OrganizationRef(
                      root, root, "", "", "", "grassroots_committee", commune.root().path()),
                  DAY);
          Dangers.At asked = new Dangers.At(cell, DAY);
          List<Concern> concerns = found.getOrDefault(cell, List.of());
          assertThat(dangers.of(Scope.ALL, Set.of(asked)).getOrDefault(asked, List.of()))
              .isEqualTo(concerns);
          return concerns.stream().anyMatch(concern -> concern.reason() == Reason.NO_ADMISSION);
        });
  }

  @Test
  void aMergedCellHasTheYearsOfBoth() {
    happens(Kind.MERGE, List.of("CB01", "CB02"), anew("CB03", "Chi bộ Hợp Nhất"));
    UUID merged = cell("CB03");
    String page = health(merged);
    assertThat(page)
        .contains(
            "Chi bộ này hình thành từ: Chi bộ Hạ (đến ngày 09/12/2016); Chi bộ Thượng (đến ngày 09/12/2016)")
        .contains("1 người trong 5 năm, lần cuối 03/03/2014")
        .contains("12/12 tháng", "76 % (174/230 lượt")
        .contains("Tháng 4/2016 05/04 9/10 có mặt của Chi bộ Thượng")
        .contains("Tháng 5/2016 05/05 15/20 có mặt của Chi bộ Hạ, Chi bộ Thượng")
        .contains("Tháng 12/2016 05/12 15/20 có mặt của Chi bộ Hạ, Chi bộ Thượng")
        .contains("Yếu kém, năm 2015 (của Chi bộ Hạ)")
        .contains("2015 Yếu kém của Chi bộ Hạ Hoàn thành tốt của Chi bộ Thượng");
    assertThat(hasAdmittedNobody(merged)).isFalse();
  }

  @Test
  void aMergedCellIsAsOldAsTheOldestOfThem() {
    sql(
        "update membership set admitted = '2005', recognised = '2006' where person_id = ?",
        admitted);
    happens(Kind.MERGE, List.of("CB01", "CB02"), anew("CB03", "Chi bộ Hợp Nhất"));
    assertThat(hasAdmittedNobody(cell("CB03"))).isTrue();
    assertThat(health(cell("CB03"))).contains("không kết nạp được ai trong 5 năm");
  }

  @Test
  void aCellThatAnotherWasMergedIntoHasItsAdmissionsBesideItsOwnMeetings() {
    assertThat(hasAdmittedNobody(lower.id())).isTrue();
    happens(Kind.MERGE, List.of("CB01"), Into.existing(code + "/CB02"));
    assertThat(hasAdmittedNobody(lower.id())).isFalse();
    assertThat(health(lower.id()))
        .contains("Chi bộ này hình thành từ: Chi bộ Thượng (đến ngày 09/12/2016)")
        .contains("1 người trong 5 năm", "11/12 tháng", "60 % (66/110 lượt", "Yếu kém, năm 2015")
        .doesNotContain("của Chi bộ Thượng");
  }

  @Test
  void bothPartsOfASplitCellHaveTheYearsBeforeItAndEachItsOwnAfter() {
    happens(
        Kind.SPLIT,
        List.of("CB01"),
        Into.existing(code + "/CB01"),
        anew("CB04", "Chi bộ Tách", old));
    UUID part = cell("CB04");
    sql(
        """
        insert into meeting (commune_id, cell_id, month, held_on, kind, due, present)
        values (?, ?, '2016-12-01', '2016-12-20', 'regular', 10, 1)
        """,
        commune.root().id(),
        upper.id());
    assertThat(hasAdmittedNobody(part)).isFalse();
    assertThat(hasAdmittedNobody(upper.id())).isFalse();
    sql(
        "update membership set admitted = '2016-12-20', recognised = null where person_id = ?",
        admitted);
    assertThat(hasAdmittedNobody(part)).as("admitted by the other part since").isTrue();
    assertThat(hasAdmittedNobody(upper.id())).isFalse();
    assertThat(health(part))
        .contains("12/12 tháng", "90 % (108/120 lượt")
        .contains("Hoàn thành tốt, năm 2015 (của Chi bộ Thượng)");
    assertThat(health(upper.id())).contains("84 % (109/130 lượt").doesNotContain("hình thành từ");
  }

  @Test
  void whereOneOfThemWasToldOfTooLateItIsNotKnown() {
    sql(
        "update membership set admitted = '2005', recognised = '2006' where person_id = ?",
        admitted);
    sql("delete from register_year where year < 2013 and commune_id = ?", commune.root().id());
    happens(Kind.MERGE, List.of("CB01", "CB02"), anew("CB03", "Chi bộ Hợp Nhất"));
    assertThat(hasAdmittedNobody(cell("CB03"))).isFalse();
    assertThat(health(cell("CB03")))
        .contains("chưa rõ: danh sách đảng viên chỉ có từ năm 2013")
        .doesNotContain("không kết nạp được ai");
    sql("delete from register_year where commune_id = ?", commune.root().id());
    sql("insert into register_year values (?, 'members', 2011)", commune.root().id());
    assertThat(health(cell("CB03")))
        .contains("chưa rõ: danh sách đảng viên gần nhất là của năm 2011");
  }
}
