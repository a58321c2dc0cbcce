package vn.nenmong.consolidation.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.time.Today;

/// The wizard: what it shows before, what it refuses, what it does, and how that is undone.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class ReorganizationPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;

  private final JdbcClient owner = DATABASE.ownerJdbc();
  private String code;
  private String office;
  private TestCommune commune;
  private TestCommune.Unit upper;
  private TestCommune.Unit lower;
  private UUID village;
  private UUID secretary;
  private UUID other;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void fill() {
    String number = UUID.randomUUID().toString().substring(0, 8);
    code = "X" + number;
    office = "office-" + number;
    commune = new TestCommune(DATABASE, code);
    upper = commune.cell("CB01", "Chi bộ Bản Thượng");
    lower = commune.cell("CB02", "Chi bộ Bản Hạ");
    village = commune.village("B01", "Bản Thượng", upper, "own");
    UUID across = commune.village("B02", "Bản Bên Suối", upper, "joint");
    secretary = commune.member("Lò Văn Thư", upper, "1975", "male", "Thái", "2005", village);
    commune.member("Vì Thị Suối", upper, "1985", "female", "Thái", "2012", across);
    other = commune.member("Quàng Văn Hạ", lower);
    secretary(secretary, upper);
    secretary(other, lower);
    commune.account(office, "clerk", commune.root());
  }

  private void secretary(UUID person, TestCommune.Unit cell) {
    owner
        .sql(
            """
            insert into office_held (commune_id, person_id, organization_id, title, role, period)
            values (?, ?, ?, 'Bí thư', 'secretary', '[2014-01-01,)')
            """)
        .params(commune.root().id(), person, cell.id())
        .update();
  }

  private MockHttpServletRequestBuilder event(String kind, String... namesAndValues) {
    MockHttpServletRequestBuilder request =
        post("/reorganizations/new/" + kind)
            .with(user(office).roles("CLERK"))
            .with(csrf())
            .param("effective", "01/10/2016")
            .param("number", "12-QĐ/ĐU")
            .param("body", "Đảng ủy xã")
            .param("decided", "20/09/2016");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      request.param(namesAndValues[i], namesAndValues[i + 1]);
    }
    return request;
  }

  /// The two cells become one.
  private MockHttpServletRequestBuilder merge(String... namesAndValues) {
    return event("merge", namesAndValues)
        .param("unit", code + "/CB01")
        .param("unit", code + "/CB02");
  }

  /// The two villages become one.
  private MockHttpServletRequestBuilder mergeVillages(String target, String... namesAndValues) {
    return event("merge_villages", namesAndValues)
        .param("unit", code + "/B01")
        .param("unit", code + "/B02")
        .param("target", target);
  }

  /// The upper cell gives its second village to a new one.
  private MockHttpServletRequestBuilder splitOff() {
    return event(
        "split",
        "unit",
        code + "/CB01",
        "code1",
        "CB05",
        "name1",
        "Chi bộ Bản Bên Suối",
        "v." + code + "/B02",
        "1");
  }

  private String shown(MockHttpServletRequestBuilder request) throws Exception {
    MvcResult result = web.perform(request).andReturn();
    assertThat(result.getResponse().getStatus()).isEqualTo(200);
    return Pages.words(result.getResponse().getContentAsString());
  }

  private List<String> cellsOn(String day) {
    return owner
        .sql(
            """
            select op.name || ' ' || (select count(*) from member_state s
              where s.cell_id = op.organization_id and s.period @> cast(:day as date))
            from organization_period op
            where op.commune_id = :commune and op.kind = 'cell' and op.period @> cast(:day as date)
            order by op.name collate vi
            """)
        .param("day", LocalDate.parse(day))
        .param("commune", commune.root().id())
        .query(String.class)
        .list();
  }

  @Test
  void aMergeIsSeenBeforeItIsDoneAndUndoneAsAWhole() throws Exception {
    String[] wanted = {
      "unit",
      code + "/CB01",
      "unit",
      code + "/CB02",
      "target",
      "new",
      "code",
      "CB09",
      "name",
      "Chi bộ Bản Chung",
      "newKind",
      "cell"
    };
    assertThat(shown(event("merge", wanted)))
        .contains(
            "Sẽ thực hiện",
            "kết thúc ngày 30/09/2016, kế thừa: Chi bộ Bản Chung",
            "2 đảng viên",
            "2 thôn, bản: Bản Thượng, Bản Bên Suối",
            "Lò Văn Thư: thôi Bí thư, Chi bộ Bản Thượng",
            "Quàng Văn Hạ: thôi Bí thư, Chi bộ Bản Hạ",
            "chưa chỉ định cấp ủy");
    assertThat(cellsOn("2016-12-31")).containsExactly("Chi bộ Bản Hạ 1", "Chi bộ Bản Thượng 2");

    assertThat(
            shown(
                event("merge", wanted)
                    .param("o." + secretary, "secretary|Bí thư")
                    .param("o." + other, "secretary|Bí thư")))
        .contains("Chi bộ Bản Chung có hơn một bí thư: chọn một người.");

    MvcResult done =
        web.perform(
                event("merge", wanted)
                    .param("o." + secretary, "secretary|Bí thư")
                    .param("do", "yes"))
            .andReturn();
    assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/reorganizations");
    assertThat(cellsOn("2016-09-30")).containsExactly("Chi bộ Bản Hạ 1", "Chi bộ Bản Thượng 2");
    assertThat(cellsOn("2016-10-01")).containsExactly("Chi bộ Bản Chung 3");
    assertThat(
            owner
                .sql(
                    """
                    select p.name from office_held h join person p on p.id = h.person_id
                    where h.commune_id = ? and h.period @> date '2016-12-31'
                    """)
                .param(commune.root().id())
                .query(String.class)
                .list())
        .containsExactly("Lò Văn Thư");
    Pages pages = new Pages(web, office, "CLERK");
    assertThat(Pages.words(pages.open("/reorganizations")))
        .contains("Hợp nhất, sáp nhập", "12-QĐ/ĐU", "Chi bộ Bản Chung");

    UUID change =
        owner
            .sql("select change from reorganization where commune_id = ?")
            .param(commune.root().id())
            .query(UUID.class)
            .single();
    assertThat(Pages.words(pages.open("/entry/undo/" + change)))
        .contains("Sắp xếp tổ chức", "Đơn vị kế thừa: 2");
    assertThat(Pages.words(pages.open("/history/" + upper.id()))).contains("Sắp xếp tổ chức");
    assertThat(Pages.words(pages.open("/trail?on=" + LocalDate.now(Today.ZONE))))
        .contains("sự kiện sắp xếp tổ chức");
    web.perform(post("/entry/undo/" + change).with(user(office).roles("CLERK")).with(csrf()));
    assertThat(cellsOn("2016-12-31")).containsExactly("Chi bộ Bản Hạ 1", "Chi bộ Bản Thượng 2");
    assertThat(Pages.words(pages.open("/reorganizations"))).contains("Chưa có sự kiện");
  }

  @Test
  void membersGoWithTheirVillageWhereACellIsSplit() throws Exception {
    web.perform(splitOff().param("do", "yes"));
    assertThat(cellsOn("2016-10-01"))
        .containsExactly("Chi bộ Bản Bên Suối 1", "Chi bộ Bản Hạ 1", "Chi bộ Bản Thượng 1");
    assertThat(
            shown(event("split", "unit", code + "/CB02", "code1", "CB05", "name1", "Chi bộ Khác")))
        .contains("Mã CB05 đã được dùng");
  }

  @Test
  void whatGoesNowhereAndWhatIsMissingIsTold() throws Exception {
    assertThat(shown(event("dissolve", "unit", code + "/CB01", "do", "yes")))
        .contains("còn 2 đảng viên, 0 người đang phát triển, 2 thôn, bản");
    assertThat(shown(event("merge", "effective", "").param("do", "yes")))
        .contains("Chọn ít nhất một đơn vị");
    assertThat(cellsOn("2016-12-31")).hasSize(2);
  }

  @Test
  void aRuleSpeaksOfTheCellThatComesOfIt() throws Exception {
    assertThat(shown(splitOff())).contains("có 1 đảng viên chính thức, ít hơn 3", "Điều lệ Đảng");
  }

  @Test
  void whatWasRenamedIsFoundByItsFormerName() throws Exception {
    web.perform(
        event("rename_village", "unit", code + "/B02", "name", "Bản Mới " + code, "do", "yes"));
    assertThat(new Pages(web, office, "CLERK").open("/find?q=ben%20suoi"))
        .contains("Bản Mới " + code);
  }

  /// What was changed after it was shown is shown anew before it is done.
  @Test
  void whatIsDoneIsWhatWasSeen() throws Exception {
    String[] wanted = {"unit", code + "/B02", "name", "Bản Mới " + code};
    String seen =
        Jsoup.parse(
                web.perform(event("rename_village", wanted))
                    .andReturn()
                    .getResponse()
                    .getContentAsString())
            .expectFirst("input[name=seen]")
            .val();
    assertThat(
            shown(
                event("rename_village", wanted)
                    .param("note", "sửa sau khi xem")
                    .param("seen", seen)
                    .param("do", "yes")))
        .contains("Nội dung đã đổi sau khi xem trước");
    assertThat(Pages.words(new Pages(web, office, "CLERK").open("/reorganizations")))
        .contains("Chưa có sự kiện");
    assertThat(
            web.perform(event("rename_village", wanted).param("seen", seen).param("do", "yes"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl())
        .isEqualTo("/reorganizations");
  }

  @Test
  void villagesAreMergedAndResidentsGoAlong() throws Exception {
    web.perform(mergeVillages(code + "/B01", "do", "yes"));
    assertThat(
            owner
                .sql(
                    """
                    select count(*) from member_state
                    where village_id = ? and period @> date '2016-10-01'
                    """)
                .param(village)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  private List<String> officersOf(String cell) {
    return owner
        .sql(
            """
            select p.name || ' ' || h.role from office_held h
            join person p on p.id = h.person_id
            join organization o on o.id = h.organization_id
            where o.commune_id = ? and o.code = ? and h.period @> date '2016-10-01'
            order by 1
            """)
        .params(commune.root().id(), cell)
        .query(String.class)
        .list();
  }

  @Test
  void oneOfTwoSecretariesIsKeptWhereACellGoesOn() throws Exception {
    String[] wanted = {"unit", code + "/CB01", "unit", code + "/CB02", "target", code + "/CB01"};
    assertThat(shown(event("merge", wanted).param("o." + other, "secretary|Bí thư")))
        .contains("Chi bộ Bản Thượng có hơn một bí thư: chọn một người.");
    assertThat(shown(event("merge", wanted).param("o." + secretary, "secretary|Bí thư")))
        .contains("Sẽ thực hiện");
    web.perform(
        event("merge", wanted)
            .param("o." + other, "secretary|Bí thư")
            .param("o." + secretary, "none|")
            .param("do", "yes"));
    assertThat(officersOf("CB01")).containsExactly("Quàng Văn Hạ secretary");
    assertThat(
            owner
                .sql("select cast(period as text) from office_held where person_id = ?")
                .param(secretary)
                .query(String.class)
                .single())
        .isEqualTo("[2014-01-01,2016-10-01)");
  }

  @Test
  void aPartThatIsSplitOffHasASecretaryOfItsOwn() throws Exception {
    UUID suoi =
        owner
            .sql("select id from person where commune_id = ? and name = 'Vì Thị Suối'")
            .param(commune.root().id())
            .query(UUID.class)
            .single();
    String[] wanted = {
      "unit", code + "/CB01", "code1", "CB05", "name1", "Chi bộ Bản Bên Suối", "s.title", "Bí thư"
    };
    assertThat(
            new Pages(web, office, "CLERK")
                .open("/reorganizations/new/split?unit=" + code + "/CB01"))
        .contains("name=\"s1\"", "name=\"a." + secretary + "\"");
    web.perform(
        event("split", wanted)
            .param("v." + code + "/B02", "1")
            .param("s1", suoi.toString())
            .param("do", "yes"));
    assertThat(officersOf("CB05")).containsExactly("Vì Thị Suối secretary");
    assertThat(officersOf("CB01")).containsExactly("Lò Văn Thư secretary");
  }

  /// Who goes with a part holds no office in the rest.
  @Test
  void anOfficeStaysBehindWhereItsHolderGoes() throws Exception {
    web.perform(
        event(
            "split",
            "unit",
            code + "/CB01",
            "code1",
            "CB05",
            "name1",
            "Chi bộ Bản Thượng Mới",
            "v." + code + "/B01",
            "1",
            "o." + secretary,
            "deputy_secretary|Phó bí thư",
            "a." + secretary,
            "1",
            "do",
            "yes"));
    assertThat(officersOf("CB01")).isEmpty();
    assertThat(officersOf("CB05")).containsExactly("Lò Văn Thư deputy_secretary");
  }

  private UUID planned(TestCommune.Unit cell, String month, String on) {
    return owner
        .sql(
            """
            with m as (
              insert into cell_meeting (commune_id, cell_id, month, kind)
              values (:commune, :cell, cast(:month as date), 'regular') returning id),
            f as (
              insert into meeting_field (meeting_id, commune_id, name, value, version, account)
              select id, :commune, 'plannedOn', to_jsonb(cast(:on as text)), 1, 'x' from m)
            select id from m
            """)
        .param("commune", commune.root().id())
        .param("cell", cell.id())
        .param("month", month)
        .param("on", on)
        .query(UUID.class)
        .single();
  }

  private UUID cellOf(UUID meeting) {
    return owner
        .sql("select cell_id from cell_meeting where id = ?")
        .param(meeting)
        .query(UUID.class)
        .single();
  }

  /// What was to be before the day stays the meeting of the cell that ended.
  @Test
  void plannedMeetingsGoOnWithTheCellThatComesOfTheirs() throws Exception {
    UUID earlier = planned(lower, "2016-09-01", "2016-09-05");
    UUID later = planned(lower, "2016-12-01", "2016-12-31");
    UUID both = planned(lower, "2016-11-01", "2016-11-05");
    UUID own = planned(upper, "2016-11-01", "2016-11-03");
    owner
        .sql(
            """
            insert into cell_task (id, commune_id, cell_id, meeting_id, text, person_id, given_on)
            values (gen_random_uuid(), ?, ?, ?, 'Vận động', ?, '2016-09-05')
            """)
        .params(commune.root().id(), lower.id(), earlier, other)
        .update();
    String[] wanted = {"unit", code + "/CB01", "unit", code + "/CB02", "target", code + "/CB01"};
    assertThat(shown(event("merge", wanted)))
        .contains(
            "1 nhiệm vụ chưa xong chuyển theo",
            "2 buổi sinh hoạt đã dự kiến chuyển theo; tháng nào Chi bộ Bản Thượng đã có buổi")
        .doesNotContain("chưa chỉ định cấp ủy");
    web.perform(event("merge", wanted).param("do", "yes"));
    assertThat(List.of(cellOf(earlier), cellOf(later), cellOf(both), cellOf(own)))
        .containsExactly(lower.id(), upper.id(), lower.id(), upper.id());
    assertThat(new Pages(web, office, "CLERK").open("/meetings/" + later))
        .contains("Chi bộ Bản Thượng");

    UUID change =
        owner
            .sql("select change from reorganization where commune_id = ?")
            .param(commune.root().id())
            .query(UUID.class)
            .single();
    owner.sql("update cell_meeting set version = version + 1 where id = ?").param(later).update();
    web.perform(post("/entry/undo/" + change).with(user(office).roles("CLERK")).with(csrf()));
    assertThat(cellOf(later)).isEqualTo(upper.id());
    owner.sql("update cell_meeting set version = version - 1 where id = ?").param(later).update();
    web.perform(post("/entry/undo/" + change).with(user(office).roles("CLERK")).with(csrf()));
    assertThat(cellOf(later)).isEqualTo(lower.id());
  }

  private List<String> forms() {
    return owner
        .sql(
            """
            select name || ' ' || meeting_form from village_period
            where commune_id = ? and period @> date '2016-10-01' order by name collate vi
            """)
        .param(commune.root().id())
        .query(String.class)
        .list();
  }

  @Test
  void aVillageThatGetsACellOfItsOwnNoLongerMeetsJointly() throws Exception {
    String[] wanted = {
      "unit",
      code + "/CB01",
      "code1",
      "CB05",
      "name1",
      "Chi bộ Bản Bên Suối",
      "v." + code + "/B02",
      "1"
    };
    assertThat(shown(event("split", wanted))).contains("Bản Bên Suối : từ nay có chi bộ riêng");
    web.perform(event("split", wanted).param("do", "yes"));
    assertThat(forms()).containsExactly("Bản Bên Suối own", "Bản Thượng own");
  }

  @Test
  void villagesOfTwoCellsThatBecomeOneMeetJointly() throws Exception {
    commune.village("B03", "Bản Hạ", lower, "own");
    web.perform(merge("target", code + "/CB01", "do", "yes"));
    assertThat(forms()).containsExactly("Bản Bên Suối joint", "Bản Hạ joint", "Bản Thượng own");
    assertThat(
            owner
                .sql(
                    """
                    select meeting_form from village_period
                    where name = 'Bản Hạ' and commune_id = ? and period @> date '2016-09-30'
                    """)
                .param(commune.root().id())
                .query(String.class)
                .single())
        .isEqualTo("own");
  }

  @Test
  void twoVillagesThatBecomeOneHaveTheirCellOfTheirOwn() throws Exception {
    web.perform(mergeVillages(code + "/B02", "do", "yes"));
    assertThat(forms()).containsExactly("Bản Bên Suối own");
  }

  @Test
  void ofVillagesOfSeveralCellsTheOneThatLeadsIsAsked() throws Exception {
    commune.village("B03", "Bản Hạ", lower, "own");
    String[] wanted = {
      "unit",
      code + "/B02",
      "unit",
      code + "/B03",
      "target",
      "new",
      "code",
      "B09",
      "name",
      "Bản Mới"
    };
    String asked =
        web.perform(event("merge_villages", wanted)).andReturn().getResponse().getContentAsString();
    assertThat(Pages.words(asked)).contains("Bản Mới gồm các thôn, bản của 2 chi bộ");
    assertThat(
            Jsoup.parse(asked).select("#cell option").stream().map(option -> option.val()).toList())
        .containsExactly("", code + "/CB02", code + "/CB01");
    web.perform(event("merge_villages", wanted).param("cell", code + "/CB02").param("do", "yes"));
    assertThat(forms()).containsExactly("Bản Mới own", "Bản Thượng own");
    UUID made =
        owner
            .sql("select id from village where code = 'B09' and commune_id = ?")
            .param(commune.root().id())
            .query(UUID.class)
            .single();
    assertThat(
            Pages.words(
                new Pages(web, office, "CLERK").open("/villages/" + made + "?on=2016-12-31")))
        .contains(
            "Bản Bên Suối trước đó, đến 30/09/2016 · Hợp nhất thôn, bản",
            "Bản Hạ trước đó, đến 30/09/2016");
    assertThat(
            new Pages(web, office, "CLERK")
                .ask("/villages/" + made + "?on=2016-09-01")
                .getRedirectedUrl())
        .isEqualTo("/villages/" + made + "?on=2016-10-01");
  }

  @Test
  void aCellThatIsLeftWithoutAVillageIsNamed() throws Exception {
    commune.village("B03", "Bản Hạ", lower, "own");
    assertThat(
            shown(
                event(
                    "merge_villages",
                    "unit",
                    code + "/B02",
                    "unit",
                    code + "/B03",
                    "target",
                    code + "/B02")))
        .contains("Chi bộ Bản Hạ không còn lãnh đạo thôn, bản nào")
        .doesNotContain("Chi bộ Bản Thượng không còn");
  }

  @Test
  void aRuleSpeaksOfTheOfficesOfTheCellThatComesOfIt() throws Exception {
    assertThat(
            shown(
                merge(
                    "target",
                    "new",
                    "code",
                    "CB09",
                    "name",
                    "Chi bộ Bản Chung",
                    "o." + secretary,
                    "deputy_secretary|Phó bí thư",
                    "o." + other,
                    "deputy_secretary|Phó bí thư")))
        .contains("Chi bộ Bản Chung có 2 phó bí thư, nhiều hơn 1.", "29-QĐ/TW");
  }

  /// By name, with what they held before; accounts by theirs.
  @Test
  void whoIsAppointedAndWhichAccountsSeeMoreIsNamed() throws Exception {
    String by = code.toLowerCase(Locale.ROOT);
    commune.account("upper-" + by, "cell_secretary", upper);
    commune.account("lower-" + by, "cell_secretary", lower);
    String[] wanted = {"unit", code + "/CB01", "unit", code + "/CB02"};
    assertThat(
            shown(
                event("merge", wanted)
                    .param("target", code + "/CB01")
                    .param("o." + other, "deputy_secretary|Phó bí thư")))
        .contains(
            "Quàng Văn Hạ: được chỉ định Phó bí thư, Chi bộ Bản Thượng; thôi Bí thư, Chi bộ Bản Hạ",
            "Tài khoản từ ngày 01/10/2016",
            "lower-%1$s (lower-%1$s): không còn quyền với Chi bộ Bản Hạ → Chi bộ Bản Thượng"
                .formatted(by),
            "upper-%1$s (upper-%1$s): có quyền với Chi bộ Bản Hạ → Chi bộ Bản Thượng".formatted(by))
        .doesNotContain("Lò Văn Thư: thôi", office + " (");
    Document form =
        Jsoup.parse(
            new Pages(web, office, "CLERK")
                .open("/reorganizations/new/merge?unit=%1$s/CB01&unit=%1$s/CB02".formatted(code)));
    assertThat(form.select("label:has(select[name^=o.]) small").eachText())
        .containsExactly("Bí thư, Chi bộ Bản Hạ", "Bí thư, Chi bộ Bản Thượng");
    assertThat(form.select("label:has(input[name=carry])").eachText())
        .containsExactly(
            "lower-%1$s lower-%1$s".formatted(by), "upper-%1$s upper-%1$s".formatted(by));
    assertThat(
            shown(
                event("merge", wanted)
                    .param("target", "new")
                    .param("code", "CB09")
                    .param("name", "Chi bộ Bản Chung")
                    .param("o." + secretary, "secretary|Bí thư")
                    .param("carry", "lower-" + by)))
        .contains(
            "Lò Văn Thư: được chỉ định Bí thư, Chi bộ Bản Chung; thôi Bí thư, Chi bộ Bản Thượng",
            "Quàng Văn Hạ: thôi Bí thư, Chi bộ Bản Hạ",
            "upper-%1$s (upper-%1$s): không còn quyền với Chi bộ Bản Thượng → Chi bộ Bản Chung"
                .formatted(by),
            "lower-%1$s (lower-%1$s): có quyền với Chi bộ Bản Thượng → Chi bộ Bản Chung"
                .formatted(by))
        .doesNotContain("lower-%1$s (lower-%1$s): không còn".formatted(by));
  }

  @Test
  void whoeverStaysInTheRestOfASplitCellKeepsTheOffice() throws Exception {
    assertThat(shown(splitOff())).doesNotContain("thôi Bí thư", "Tài khoản từ ngày");
  }

  @Test
  void whatEndsWithAVillageIsNamed() throws Exception {
    owner
        .sql(
            """
            insert into village_post (commune_id, village_id, person_id, title, role, period)
            values (?, ?, ?, 'Trưởng bản', 'village_head', '[2015-01-01,)')
            """)
        .params(commune.root().id(), village, secretary)
        .update();
    assertThat(shown(mergeVillages(code + "/B02")))
        .contains("Lò Văn Thư: thôi Trưởng bản, Bản Thượng");
  }

  /// From two cells: a village with who lives in it of one, and a member of the other.
  @Test
  void aCellIsFoundedWithVillagesAndMembersOfOthers() throws Exception {
    String asked =
        new Pages(web, office, "CLERK")
            .open("/reorganizations/new/found?unit=%1$s/CB01&unit=%1$s/CB02".formatted(code));
    var page = Jsoup.parse(asked);
    assertThat(page.select("input[type=checkbox][name^=v.]").eachAttr("name"))
        .containsExactly("v." + code + "/B01", "v." + code + "/B02");
    assertThat(page.select("label:has(input[name^=m.])").eachText())
        .extracting(text -> text.replaceAll(" \\d.*", ""))
        .containsExactly("Quàng Văn Hạ", "Vì Thị Suối", "Lò Văn Thư");
    assertThat(page.select("#parent option[selected]").eachAttr("value")).containsExactly(code);

    String[] wanted = {
      "unit",
      code + "/CB01",
      "unit",
      code + "/CB02",
      "parent",
      code,
      "newKind",
      "cell",
      "code",
      "CB05",
      "name",
      "Chi bộ Bản Mới",
      "v." + code + "/B02",
      "new",
      "m." + suoi(),
      "new",
      "m." + other,
      "new",
      "s",
      other.toString(),
      "s.title",
      "Bí thư"
    };
    assertThat(shown(event("found", wanted)))
        .contains(
            "Chi bộ Bản Mới có 2 đảng viên chính thức, ít hơn 3",
            "1 đảng viên, 0 người đang phát triển, 1 thôn, bản",
            "Quàng Văn Hạ: được chỉ định Bí thư, Chi bộ Bản Mới; thôi Bí thư, Chi bộ Bản Hạ");
    web.perform(event("found", wanted).param("do", "yes"));
    assertThat(cellsOn("2016-10-01"))
        .containsExactly("Chi bộ Bản Hạ 0", "Chi bộ Bản Mới 2", "Chi bộ Bản Thượng 1");
    assertThat(officersOf("CB05")).containsExactly("Quàng Văn Hạ secretary");
    assertThat(officersOf("CB02")).isEmpty();
    assertThat(forms()).containsExactly("Bản Bên Suối own", "Bản Thượng own");
    UUID founding =
        owner
            .sql("select id from reorganization where commune_id = ?")
            .param(commune.root().id())
            .query(UUID.class)
            .single();
    assertThat(Pages.words(new Pages(web, office, "CLERK").open("/reorganizations/" + founding)))
        .contains("01/10/2016 · Chi bộ Bản Mới", "Tôi chắc chắn hoàn tác: Chi bộ Bản Mới")
        .doesNotContain("null", "→");
  }

  @Test
  void unitsAreLookedForByNameOrCodeAndWhatWasChosenStays() throws Exception {
    Pages pages = new Pages(web, office, "CLERK");
    String address = "/reorganizations/new/merge?look=yes&q=%s&unit=" + code + "/CB01";
    String chosen = "value=\"" + code + "/CB01\" checked";
    String other = "name=\"unit\" value=\"" + code + "/CB02\"";
    assertThat(pages.open(address.formatted("ban%20ha"))).contains(chosen, other);
    assertThat(pages.open(address.formatted("cb02"))).contains(chosen, other);
    assertThat(pages.open(address.formatted("thuong"))).contains(chosen).doesNotContain(other);
    assertThat(pages.open("/reorganizations/new/merge?look=yes&q=khong%20co"))
        .contains("Không có đơn vị nào như vậy.");
  }

  /// Where nobody is chosen, those who live in a village go with it.
  @Test
  void membersGoWithTheVillageThatAFoundedCellTakes() throws Exception {
    web.perform(
        event(
            "found",
            "unit",
            code + "/CB01",
            "parent",
            code,
            "newKind",
            "cell",
            "code",
            "CB05",
            "name",
            "Chi bộ Bản Mới",
            "v." + code + "/B01",
            "new",
            "do",
            "yes"));
    assertThat(cellsOn("2016-10-01"))
        .containsExactly("Chi bộ Bản Hạ 1", "Chi bộ Bản Mới 1", "Chi bộ Bản Thượng 1");
    assertThat(officersOf("CB01")).isEmpty();
  }

  private UUID suoi() {
    return owner
        .sql("select id from person where commune_id = ? and name = 'Vì Thị Suối'")
        .param(commune.root().id())
        .query(UUID.class)
        .single();
  }

  /// What refers to a cell that was founded by it, and what was done later to a row that it left.
  @Test
  void whatStandsInTheWayOfTakingAnEventBackIsNamed() throws Exception {
    web.perform(merge("target", "new", "code", "CB09", "name", "Chi bộ Bản Chung", "do", "yes"));
    UUID event =
        owner
            .sql("select id from reorganization where commune_id = ?")
            .param(commune.root().id())
            .query(UUID.class)
            .single();
    Pages pages = new Pages(web, office, "CLERK");
    assertThat(Pages.words(pages.open("/reorganizations/" + event + "?built=true")))
        .doesNotContain("Đã có làm tiếp trên sự kiện này");
    owner
        .sql(
            """
            insert into office_held (commune_id, person_id, organization_id, title, role, period)
            select ?, ?, id, 'Bí thư', 'secretary', '[2016-11-05,)' from organization
            where commune_id = ? and code = 'CB09'
            """)
        .params(commune.root().id(), other, commune.root().id())
        .update();
    String next =
        String.valueOf(
            web.perform(
                    post("/reorganizations/" + event + "/undo")
                        .with(user(office).roles("CLERK"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    assertThat(next).isEqualTo("/reorganizations/" + event + "?built=true");
    assertThat(Jsoup.parse(pages.open(next)).select("section[aria-labelledby=built] li").eachText())
        .containsExactly("Chức vụ: Quàng Văn Hạ, 05/11/2016");
    assertThat(pages.open(next)).contains("href=\"/history/" + other + "\"");

    owner
        .sql(
            "update member_state set exempt = not exempt where person_id = ? and upper_inf(period)")
        .param(secretary)
        .update();
    assertThat(Jsoup.parse(pages.open(next)).select("section[aria-labelledby=built] li").eachText())
        .containsExactlyInAnyOrder(
            "Chức vụ: Quàng Văn Hạ, 05/11/2016", "Nơi và tư cách sinh hoạt: Lò Văn Thư");
  }

  /// Two of one name are told apart by their codes and the communes of these.
  @Test
  void unitsOfOneNameAreToldApart() throws Exception {
    commune.cell("CB03", "Chi bộ Bản Hạ");
    String name = "Đảng bộ xã " + code;
    Pages pages = new Pages(web, office, "CLERK");
    assertThat(
            Jsoup.parse(
                    pages.open(
                        "/reorganizations/new/merge?unit=%1$s/CB02&unit=%1$s/CB03".formatted(code)))
                .select("label:has(input[name=unit]), #target option")
                .eachText())
        .contains(
            "Chi bộ Bản Thượng " + code + "/CB01",
            "Chi bộ Bản Hạ %s/CB02, %s".formatted(code, name),
            "Chi bộ Bản Hạ %s/CB03, %s".formatted(code, name),
            "Chi bộ Bản Hạ (%s/CB03, %s) tiếp tục".formatted(code, name));
    web.perform(
        event(
            "merge",
            "unit",
            code + "/CB02",
            "unit",
            code + "/CB03",
            "target",
            code + "/CB02",
            "do",
            "yes"));
    web.perform(
        event("rename_village", "unit", code + "/B02", "name", "Bản Mới " + code, "do", "yes"));
    assertThat(Jsoup.parse(pages.open("/reorganizations")).select("tbody td").eachText())
        .contains(
            "Chi bộ Bản Hạ (%1$s/CB02, %2$s), Chi bộ Bản Hạ (%1$s/CB03, %2$s)"
                .formatted(code, name),
            "Chi bộ Bản Hạ",
            "Bản Bên Suối",
            "Bản Mới " + code);
  }
}
