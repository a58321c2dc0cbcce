package vn.nenmong.consolidation.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.consolidation.reorganization.Reorganization.Office;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.web.Notice;

/// Two communes below a province: what an event of both does to their places, their forms, and who
/// may take it back.
@SpringBootTest(properties = "nenmong.working-day=2025-12-31")
@AutoConfigureMockMvc
class BeyondOneCommuneTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

  @Autowired private MockMvc web;
  @Autowired private CarryOutReorganization carryOut;

  private final JdbcClient owner = DATABASE.ownerJdbc();
  private String number;
  private String province;
  private TestCommune left;
  private TestCommune right;
  private TestCommune.Unit cell;
  private TestCommune.Unit school;
  private UUID village;
  private UUID secretary;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void fill() {
    number = UUID.randomUUID().toString().substring(0, 8);
    left = new TestCommune(DATABASE, "L" + number);
    right = new TestCommune(DATABASE, "R" + number);
    cell = left.cell("CB01", "Chi bộ Bản Một");
    left.cell("CB02", "Chi bộ Bản Hai");
    village = left.village("B01", "Bản Một", cell, "own");
    left.member("Lò Văn Một", cell);
    school = right.cell("CB09", "Chi bộ Trường học");
    secretary = right.member("Vì Thị Trường", school);
    UUID id = UUID.randomUUID();
    province = id.toString().replace("-", "");
    owner
        .sql(
            """
            with o as (
              insert into organization (id, commune_id, code, life)
              values (:id, :id, :code, '[2000-01-01,)'))
            insert into organization_period (organization_id, period, commune_id, name, kind, path)
            values (:id, '[2000-01-01,)', :id, 'Đảng bộ tỉnh', 'province', cast(:path as ltree))
            """)
        .param("id", id)
        .param("code", "T" + number)
        .param("path", province)
        .update();
    for (TestCommune commune : List.of(left, right)) {
      owner
          .sql(
              """
              update organization_period
              set path = cast(? as ltree) || path, parent_id = coalesce(parent_id, ?)
              where commune_id = ?
              """)
          .params(province, id, commune.root().id())
          .update();
    }
    left.account("left-" + number, "clerk", at(left.root()));
    right.account("right-" + number, "clerk", at(right.root()));
    left.account("board-" + number, "board", new TestCommune.Unit(id, province));
  }

  private TestCommune.Unit at(TestCommune.Unit unit) {
    return new TestCommune.Unit(unit.id(), province + "." + unit.path());
  }

  private Pages clerk(String of) {
    return new Pages(web, of + "-" + number, "CLERK");
  }

  private CarryOutReorganization.Outcome carryOut(Reorganization event) {
    return Fence.aroundEverything("test").call(() -> carryOut.run(Viewer.COMMAND_LINE, event));
  }

  private Reorganization event(Kind kind, List<String> units, Into into, Office... offices) {
    return new Reorganization(
        kind,
        DAY,
        new Decision("1661", "Tỉnh ủy", LocalDate.of(2025, 6, 20), null),
        units,
        List.of(into),
        List.of(offices),
        List.of("left-" + number));
  }

  private static Into made(String code, String kind) {
    return new Into(null, code, "Tên " + code, kind, null, "Tỉnh ủy", null, null);
  }

  private void merge() {
    var outcome =
        carryOut(
            event(
                Kind.MERGE,
                List.of("L" + number, "R" + number),
                made("N" + number, "grassroots_committee")));
    assertThat(outcome.plan().problems()).isEmpty();
  }

  private UUID id(String code) {
    return owner
        .sql("select id from organization where code = ?")
        .param(code)
        .query(UUID.class)
        .single();
  }

  private String path(UUID unit, String day) {
    return owner
        .sql(
            """
            select cast(path as text) from organization_period
            where organization_id = ? and period @> cast(? as date)
            """)
        .params(unit, day)
        .query(String.class)
        .single();
  }

  private static String label(UUID unit) {
    return unit.toString().replace("-", "");
  }

  private int open(String table, String column, UUID unit) {
    return owner
        .sql(
            "select count(*) from %s where %s = ? and period @> date '2025-12-31'"
                .formatted(table, column))
        .param(unit)
        .query(Integer.class)
        .single();
  }

  @Test
  void mergedCommunesStayBelowTheirCommonBody() {
    merge();
    UUID merged = id("N" + number);
    assertThat(path(merged, "2025-07-01")).isEqualTo(province + "." + label(merged));
    assertThat(path(cell.id(), "2025-07-01"))
        .isEqualTo(province + "." + label(merged) + "." + label(cell.id()));
    assertThat(
            owner
                .sql("select superior from organization_period where organization_id = ?")
                .param(merged)
                .query(String.class)
                .single())
        .isEqualTo("Tỉnh ủy");
  }

  /// On the day of the merger, after it, two cells of the new commune become one, and a
  /// sub-committee is founded in it: each is taken back, the last first.
  @Test
  void eventsOfOneDayBuildOnEachOther() throws Exception {
    String before = path(cell.id(), "2025-07-01");
    merge();
    String commune = path(id("N" + number), "2025-07-01");
    var cells =
        carryOut(
            event(
                Kind.MERGE,
                List.of("L" + number + "/CB01", "R" + number + "/CB09"),
                new Into(null, "CB10", "Chi bộ Chung", "cell", null, null, null, null)));
    assertThat(cells.plan().problems()).isEmpty();
    assertThat(path(id("CB10", "N" + number), "2025-07-01"))
        .isEqualTo(commune + "." + label(id("CB10", "N" + number)));
    assertThat(path(cell.id(), "2025-06-30")).isEqualTo(before);
    assertThat(open("organization_period", "organization_id", cell.id())).isZero();
    assertThat(open("member_state", "cell_id", id("CB10", "N" + number))).isEqualTo(2);
    var founded =
        carryOut(
            event(
                Kind.FOUND,
                List.of(),
                new Into(
                    null,
                    "BP01",
                    "Đảng bộ bộ phận",
                    "sub_committee",
                    "N" + number,
                    null,
                    null,
                    null)));
    assertThat(founded.plan().problems()).isEmpty();
    assertThat(
            carryOut(
                    event(
                        Kind.DISSOLVE,
                        List.of("N" + number + "/CB10"),
                        Into.existing("L" + number + "/CB02")))
                .plan()
                .problems())
        .extracting(Plan.Told::code)
        .containsExactly("consolidation.reorganization.problem.fresh");

    List<UUID> events =
        owner
            .sql("select id from reorganization where ? = any(communes) order by at desc, id desc")
            .param(id("N" + number))
            .query(UUID.class)
            .list();
    assertThat(ofBoard(events.getLast(), "undo")).contains("Không hoàn tác được nữa");
    Pages board = new Pages(web, "board-" + number, "BOARD");
    assertThat(
            Jsoup.parse(board.open("/reorganizations/" + events.getLast() + "?built=true"))
                .select("section[aria-labelledby=built] a[href^=/reorganizations/]")
                .eachAttr("href"))
        .containsExactlyInAnyOrder(
            "/reorganizations/" + events.get(0), "/reorganizations/" + events.get(1));
    for (UUID event : events) {
      assertThat(ofBoard(event, "undo")).isEqualTo("Đã hoàn tác.");
    }
    assertThat(path(cell.id(), "2025-07-01")).isEqualTo(before);
    assertThat(open("member_state", "cell_id", cell.id())).isOne();
  }

  private UUID id(String code, String commune) {
    return owner
        .sql("select id from organization where code = ? and commune_id = ?")
        .params(code, id(commune))
        .query(UUID.class)
        .single();
  }

  /// The records of the cell are those of the commune that ended; its place is not.
  @Test
  void aFormKeepsAMergedCellInItsPlace() throws Exception {
    merge();
    UUID merged = id("N" + number);
    String place = province + "." + label(merged) + "." + label(cell.id());
    String form = "/entry/organizations/" + cell.id();
    FilledForm.Answer changed =
        FilledForm.open(clerk("left"), form + "/change")
            .with("name", "Chi bộ Bản Mới", "from", "1/9/2025")
            .send();
    assertThat(changed.response().getStatus()).isEqualTo(302);
    assertThat(path(cell.id(), "2025-08-31")).isEqualTo(place);
    assertThat(path(cell.id(), "2025-09-01")).isEqualTo(place);
    assertThat(
            FilledForm.open(clerk("left"), form + "/correct")
                .with("name", "Chi bộ Bản Một Mới", "reason", "Ghi nhầm")
                .send()
                .response()
                .getStatus())
        .isEqualTo(302);
    assertThat(path(cell.id(), "2025-09-01")).isEqualTo(place);
    assertThat(Pages.words(clerk("left").open("/organizations?on=2025-12-31")))
        .contains("Chi bộ Bản Một Mới", "Chi bộ Trường học");
    assertThat(
            owner
                .sql("select count(*) from through_time(array[cast(? as ltree)]) p where p = ''")
                .param(place)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void noUnitIsAboveEverything() {
    assertThatThrownBy(() ->
            owner
                .sql("update organization_period set path = '' where organization_id = ?")
                .param(cell.id())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aFormMovesNoUnitToAnotherCommune() throws Exception {
    owner
        .sql(
            """
            insert into access_grant (account_id, role, path, valid)
            select id, 'clerk', cast(? as ltree), '[2016-01-01,)' from account where username = ?
            """)
        .params(at(right.root()).path(), "left-" + number)
        .update();
    assertThat(
            FilledForm.open(clerk("left"), "/entry/organizations/" + cell.id() + "/change")
                .with("parent", right.root().id().toString(), "from", "1/9/2025")
                .send()
                .words())
        .contains("hãy chuyển bằng một sự kiện sắp xếp tổ chức");
  }

  /// Who may not see the province changes the commune all the same.
  @Test
  void aCommuneThatIsRenamedByItsOwnOfficeStaysInItsProvince() throws Exception {
    web.perform(
        post("/reorganizations/new/rename")
            .with(user("left-" + number).roles("CLERK"))
            .with(csrf())
            .param("unit", "L" + number)
            .param("effective", "01/10/2025")
            .param("number", "1")
            .param("body", "Tỉnh ủy")
            .param("decided", "20/09/2025")
            .param("name", "Đảng bộ xã Mới")
            .param("do", "yes"));
    assertThat(path(left.root().id(), "2025-10-01")).isEqualTo(at(left.root()).path());
    assertThat(path(cell.id(), "2025-10-01")).isEqualTo(at(cell).path());
    FilledForm.Answer changed =
        FilledForm.open(clerk("left"), "/entry/organizations/" + left.root().id() + "/change")
            .with("name", "Đảng bộ xã Mới Nữa", "from", "1/11/2025")
            .send();
    assertThat(changed.response().getStatus()).isEqualTo(302);
    assertThat(path(left.root().id(), "2025-11-01")).isEqualTo(at(left.root()).path());
  }

  @Test
  void aVillageOfAMergedCommuneStaysInItWhereItsFormChangesIt() throws Exception {
    merge();
    FilledForm.open(clerk("left"), "/entry/villages/" + village + "/change")
        .with("name", "Bản Một Mới", "from", "1/9/2025")
        .send();
    assertThat(
            owner
                .sql(
                    """
                    select name || ' ' || commune_id from village_period
                    where village_id = ? and period @> date '2025-12-31'
                    """)
                .param(village)
                .query(String.class)
                .single())
        .isEqualTo("Bản Một Mới " + id("N" + number));
  }

  private UUID schoolsCellGoes() {
    var outcome =
        carryOut(
            event(
                Kind.MERGE,
                List.of("L" + number + "/CB02", "R" + number + "/CB09"),
                Into.existing("L" + number + "/CB02"),
                new Office("L" + number + "/CB02", secretary.toString(), "Bí thư", "secretary")));
    assertThat(outcome.plan().problems()).isEmpty();
    return Objects.requireNonNull(outcome.change());
  }

  private String undone(Pages pages, String address) throws Exception {
    return String.valueOf(
        new FilledForm(pages, address, java.util.Map.of()).send().notice().words());
  }

  @Test
  void whoHasOneOfTwoCommunesTakesNothingBack() throws Exception {
    UUID change = schoolsCellGoes();
    for (String of : List.of("left", "right")) {
      assertThat(undone(clerk(of), "/entry/undo/" + change))
          .isIn(
              "Không còn việc nào để hoàn tác.",
              "Việc này còn ghi vào sổ của tổ chức khác ngoài phạm vi của bạn:"
                  + " người phụ trách tất cả các tổ chức đó mới hoàn tác được.");
    }
    assertThat(open("member_state", "person_id", secretary)).isOne();
    assertThat(open("office_held", "person_id", secretary)).isOne();
    assertThat(open("organization_period", "organization_id", school.id())).isZero();
    assertThat(
            owner
                .sql("select count(*) from reorganization where change = ?")
                .param(change)
                .query(Integer.class)
                .single())
        .isOne();
  }

  /// Both see that there was one; only who has both reads all of it.
  @Test
  void eachCommuneOfAnEventIsToldOfIt() {
    schoolsCellGoes();
    for (String of : List.of("left", "right")) {
      assertThat(Pages.words(clerk(of).open("/reorganizations"))).contains("1661");
      assertThat(clerk(of).open("/reorganizations")).doesNotContain("/event\"");
    }
    assertThat(new Pages(web, "board-" + number, "BOARD").open("/reorganizations"))
        .contains("1661", "/event\"");
    TestCommune other = new TestCommune(DATABASE, "O" + number);
    other.account("other-" + number, "clerk", other.root());
    assertThat(Pages.words(clerk("other").open("/reorganizations"))).doesNotContain("1661");
  }

  @Test
  void nobodyFoundsACommuneBeyondWhatIsTheirs() throws Exception {
    assertThat(found("left", "CLERK", null)).contains("hãy chọn cấp trên thuộc phạm vi của bạn");
    assertThat(
            owner
                .sql("select count(*) from organization where code = ?")
                .param("X" + number)
                .query(Integer.class)
                .single())
        .isZero();
    found("board", "BOARD", "T" + number);
    assertThat(path(id("X" + number), "2025-12-31")).startsWith(province + ".");
  }

  private String found(String account, String role, @Nullable String parent) throws Exception {
    return Pages.words(
        Pages.text(
            web.perform(
                    post("/reorganizations/new/found")
                        .with(user(account + "-" + number).roles(role))
                        .with(csrf())
                        .param("effective", "01/10/2025")
                        .param("number", "1")
                        .param("body", "Tỉnh ủy")
                        .param("decided", "20/09/2025")
                        .param("name", "Đảng bộ xã Lạ")
                        .param("code", "X" + number)
                        .param("newKind", "grassroots_committee")
                        .param("parent", parent == null ? "" : parent)
                        .param("do", "yes"))
                .andReturn()
                .getResponse()));
  }

  private String ofBoard(UUID event, String deed, String... typed) throws Exception {
    var request =
        post("/reorganizations/" + event + "/" + deed)
            .with(user("board-" + number).roles("BOARD"))
            .with(csrf());
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    Notice notice = (Notice) web.perform(request).andReturn().getFlashMap().get(Notice.NAME);
    return Objects.requireNonNull(notice).words();
  }

  /// The body that may carry out an event corrects its decision and takes it back.
  @Test
  void aBoardCorrectsTheDecisionAndTakesTheEventBack() throws Exception {
    merge();
    UUID event =
        owner
            .sql("select id from reorganization where ? = any(communes)")
            .param(left.root().id())
            .query(UUID.class)
            .single();
    Pages board = new Pages(web, "board-" + number, "BOARD");
    assertThat(Pages.words(board.open("/reorganizations/" + event))).contains("1661, Tỉnh ủy");
    assertThat(clerk("right").ask("/reorganizations/" + event).getStatus()).isEqualTo(404);
    assertThat(
            ofBoard(event, "decision", "number", "1662", "body", "Tỉnh ủy", "decided", "21/6/2025"))
        .isEqualTo("Ghi lý do sửa.");
    ofBoard(
        event,
        "decision",
        "number",
        "1662",
        "body",
        "Tỉnh ủy",
        "decided",
        "21/6/2025",
        "reason",
        "Ghi nhầm số");
    assertThat(Pages.words(board.open("/reorganizations/" + event)))
        .contains("1662, Tỉnh ủy, 21/06/2025", "Ghi nhầm số");
    assertThat(
            owner
                .sql(
                    """
                    select r.event -> 'decision' ->> 'number' || ' ' || o.founding_decision
                    from reorganization r, organization o where r.id = ? and o.code = ?
                    """)
                .params(event, "N" + number)
                .query(String.class)
                .single())
        .isEqualTo("1662 1662");

    assertThat(ofBoard(event, "undo")).isEqualTo("Đã hoàn tác.");
    assertThat(path(cell.id(), "2025-12-31")).isEqualTo(at(cell).path());
    assertThat(
            owner
                .sql("select count(*) from organization where code = ?")
                .param("N" + number)
                .query(Integer.class)
                .single())
        .isZero();
  }
}
