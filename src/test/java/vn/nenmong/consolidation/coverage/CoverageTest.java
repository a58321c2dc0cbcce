package vn.nenmong.consolidation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import vn.nenmong.Pages;
import vn.nenmong.StatementCount;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization;
import vn.nenmong.consolidation.reorganization.Reorganization;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.kernel.database.Fence;

/// How villages and agencies are covered: in each state, on each side of what changes it, of one
/// commune and of several.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
@Import(StatementCount.class)
class CoverageTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;
  @Autowired private CarryOutReorganization carryOut;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void fill() {
    TestCommune one = new TestCommune(DATABASE, "MOT");
    TestCommune.Unit sound = one.cell("CB01", "Chi bộ Nà Một");
    TestCommune.Unit weak = one.cell("CB02", "Chi bộ Nà Hai");
    UUID own = one.village("B01", "Nà Một", sound, "own");
    UUID endangered = one.village("B02", "Nà Hai", weak, "own");
    UUID joint = one.village("B03", "Nà Ba", weak, "joint");
    one.village("B04", "Nà Bốn", null, null);
    UUID unsaid = one.village("B05", "Nà Năm", null, null);
    members(one, sound, own, 5);
    members(one, weak, endangered, 4);
    members(one, sound, joint, 1);
    members(one, sound, unsaid, 1);
    sql("insert into register_year values (?, 'members', 2016)", one.root().id());
    sql("update village_period set distance_km = 4, bearing = 45 where village_id = ?", own);
    agency(one, "Trường Tiểu học", "school", sound);
    agency(one, "Trường Mầm non", "school", null);
    agency(one, "Trạm Y tế", "health_station", weak);
    one.account("office", "clerk", one.root());
    one.account("cell", "cell_secretary", weak);

    TestCommune two = new TestCommune(DATABASE, "HAI");
    two.village("B01", "Pá Kín", two.cell("CB01", "Chi bộ Pá Kín"), "joint");
    sql("insert into register_year values (?, 'members', 2015)", two.root().id());
    board(one, two);
    changing();
    for (String size : List.of("2", "60")) {
      TestCommune big = new TestCommune(DATABASE, "C" + size);
      for (int i = 1; i <= Integer.parseInt(size); i++) {
        big.village("B%02d".formatted(i), "Bản " + i, big.cell("CB%02d".formatted(i), "x"), "own");
      }
      big.account("office" + size, "clerk", big.root());
    }
  }

  /// A commune in which something changes within the year.
  private static void changing() {
    TestCommune third = new TestCommune(DATABASE, "BA");
    TestCommune.Unit cell = third.cell("CB01", "Chi bộ Nà Trẻ");
    UUID young = third.village("B01", "Nà Trẻ", cell, "own");
    members(third, cell, young, 4);
    third.member("Lò Thị Năm", cell, "1990", "female", "Thái", "2016-06-01", young);
    TestCommune.Unit other = third.cell("CB02", "Chi bộ Nà Ghép");
    UUID joint = third.village("B02", "Nà Ghép", other, "joint");
    members(third, other, joint, 5);
    sql("update village_period set period = '[2013-07-01,2016-03-01)' where village_id = ?", joint);
    sql(
        "insert into village_period (village_id, period, commune_id, name, cell_id, meeting_form)"
            + " values (?, '[2016-03-01,)', ?, 'Nà Ghép', ?, 'own')",
        joint,
        third.root().id(),
        other.id());
    UUID empty = third.village("B03", "Nà Trắng", other, "joint");
    third.member("Lò Thị Mới", other, "1990", "female", "Thái", "2016-09-01", empty);
    sql("insert into register_year values (?, 'members', 2016)", third.root().id());
    third.account("changing", "clerk", third.root());
  }

  /// Young, and admitted lately, so that their number alone decides.
  private static void members(TestCommune commune, TestCommune.Unit cell, UUID village, int many) {
    for (int i = 0; i < many; i++) {
      commune.member("Lò Văn Ước", cell, "1990-05-03", "male", "Thái", "2013-10-01", village);
    }
  }

  private static void agency(
      TestCommune commune, String name, String kind, TestCommune.@Nullable Unit cell) {
    sql(
        "insert into agency (period, commune_id, name, kind, cell_id) values ('[2013-07-01,)', ?, ?, ?, ?)",
        commune.root().id(),
        name,
        kind,
        cell == null ? null : cell.id());
  }

  private static void board(TestCommune... communes) {
    UUID id = UUID.randomUUID();
    String path = id.toString().replace("-", "");
    sql(
        "insert into organization (id, commune_id, code, life) values (?, ?, 'TINH', '(,)')",
        id,
        id);
    sql(
        "insert into organization_period (organization_id, period, commune_id, name, kind, path)"
            + " values (?, '(,)', ?, 'Đảng bộ tỉnh', 'province', cast(? as ltree))",
        id,
        id,
        path);
    for (TestCommune commune : communes) {
      sql(
          "update organization_period set path = cast(? as ltree) || path,"
              + " parent_id = coalesce(parent_id, ?) where commune_id = ?",
          path,
          id,
          commune.root().id());
      sql(
          "update access_grant set path = cast(? as ltree) || path where path <@ cast(? as ltree)",
          path,
          commune.root().path());
    }
    communes[0].account("board", "board", new TestCommune.Unit(id, path));
  }

  private static void sql(String statement, @Nullable Object... values) {
    DATABASE.ownerJdbc().sql(statement).params(values).update();
  }

  private Pages office() {
    return new Pages(web, "office", "CLERK");
  }

  private Pages board() {
    return new Pages(web, "board", "BOARD");
  }

  /// The state of each village of the table.
  private static Map<String, String> states(String page) {
    Map<String, String> states = new LinkedHashMap<>();
    Matcher row =
        Pattern.compile(
                "<td[^>]*><a href=\"/villages/[^>]*>([^<]*)</a>.*?class=\"tag[^>]*>([^<]*)<")
            .matcher(page.replace("\n", " "));
    while (row.find()) {
      states.put(HtmlUtils.htmlUnescape(row.group(1)), HtmlUtils.htmlUnescape(row.group(2)));
    }
    return states;
  }

  private String state(String village, String day) {
    return String.valueOf(states(office().open("/coverage?on=" + day)).get(village));
  }

  @Test
  void eachVillageIsInItsState() {
    String page = office().open("/coverage");
    assertThat(states(page))
        .containsEntry("Nà Một", "Chi bộ riêng")
        .containsEntry("Nà Hai", "Chi bộ có nguy cơ")
        .containsEntry("Nà Ba", "Sinh hoạt ghép")
        .containsEntry("Nà Bốn", "Chưa có đảng viên")
        .containsEntry("Nà Năm", "Chưa rõ");
    assertThat(Pages.words(page))
        .contains("Chưa có đảng viên: 1", "Sinh hoạt ghép: 1", "Chi bộ có nguy cơ: 1")
        .contains("Chi bộ riêng: 1", "Chưa rõ: 1", "4 ĐB")
        .contains("Trường học : 1/2 có chi bộ 1 chưa có", "Trạm y tế : 1/1 có chi bộ");
    assertThat(states(office().open("/coverage?state=joint")).keySet()).containsExactly("Nà Ba");
    assertThat(states(office().open("/coverage?sort=state")).keySet())
        .containsExactly("Nà Bốn", "Nà Ba", "Nà Hai", "Nà Một", "Nà Năm");
    assertThat(states(new Pages(web, "cell", "CELL_SECRETARY").open("/coverage")).keySet())
        .containsExactly("Nà Ba", "Nà Hai");
  }

  @Test
  void whoMayPlanIsLedToThePlanner() {
    Pages cell = new Pages(web, "cell", "CELL_SECRETARY");
    for (String page : List.of("/coverage", "/villages", village("Nà Ba"))) {
      assertThat(office().open(page)).contains("href=\"/plans/villages?organization=MOT\"");
    }
    for (String page : List.of("/coverage", "/villages", village("Nà Hai"))) {
      assertThat(cell.open(page)).doesNotContain("/plans/villages");
    }
    assertThat(office().open(village("Nà Một")))
        .as("it has a cell of its own")
        .doesNotContain("/plans/villages");
    assertThat(office().open("/villages?on=2016-12-30"))
        .as("what is planned is of today")
        .doesNotContain("/plans/villages");
  }

  private static String village(String name) {
    return "/villages/"
        + DATABASE
            .ownerJdbc()
            .sql("select village_id from village_period where name = ? limit 1")
            .param(name)
            .query(UUID.class)
            .single();
  }

  @Test
  void noVillageIsMissingOnThePictureAndItSaysWhoseDirectionIsNotKnown() {
    String page = office().open("/coverage");
    Matcher picture =
        Pattern.compile("<svg class=\"chart map .*?</svg>", Pattern.DOTALL).matcher(page);
    int pictures = 0;
    while (picture.find()) {
      pictures++;
      assertThat(picture.group()).contains("Chưa rõ hướng:", "4 thôn, bản chưa rõ");
      assertThat(Pattern.compile("<a href=\"/villages/").matcher(picture.group()).results())
          .hasSize(5);
    }
    assertThat(pictures).as("a wide and a narrow one").isEqualTo(2);
  }

  @Test
  void aStateChangesOnTheDayOnWhichWhatItFollowsFromDoes() {
    assertThat(state("Nà Bốn", "2015-12-31")).as("before the first list").isEqualTo("Chưa rõ");
    assertThat(state("Nà Bốn", "2016-01-01")).isEqualTo("Chưa có đảng viên");
    assertThat(later("Nà Ghép", "2016-02-29")).isEqualTo("Sinh hoạt ghép");
    assertThat(later("Nà Ghép", "2016-03-01")).isEqualTo("Chi bộ riêng");
    assertThat(later("Nà Trẻ", "2016-05-31")).as("four members").isEqualTo("Chi bộ có nguy cơ");
    assertThat(later("Nà Trẻ", "2016-06-01")).as("five").isEqualTo("Chi bộ riêng");
    assertThat(later("Nà Trắng", "2016-08-31")).isEqualTo("Chưa có đảng viên");
    assertThat(later("Nà Trắng", "2016-09-01")).isEqualTo("Sinh hoạt ghép");
  }

  private String later(String village, String day) {
    return String.valueOf(
        states(new Pages(web, "changing", "CLERK").open("/coverage?on=" + day)).get(village));
  }

  @Test
  void yearsAreAsOfTheirEndAndTheLastAsOfTheDay() {
    Pages changing = new Pages(web, "changing", "CLERK");
    assertThat(changing.open("/coverage?on=2016-12-31"))
        .contains("aria-label=\"2013–2015: Sinh hoạt ghép; 2016: Chi bộ riêng\"")
        .contains("aria-label=\"2013–2015: Chi bộ có nguy cơ; 2016: Chi bộ riêng\"");
    assertThat(office().open("/coverage?on=2016-12-31"))
        .contains("aria-label=\"2013–2015: Chưa rõ; 2016: Chưa có đảng viên\"")
        .as("a guest of a cell in danger is not in danger itself")
        .contains("aria-label=\"2013–2016: Sinh hoạt ghép\"");
    assertThat(changing.open("/coverage?on=2016-02-29"))
        .contains("aria-label=\"2013–2016: Sinh hoạt ghép\"");
    assertThat(changing.open("/coverage?on=2016-05-31"))
        .contains("aria-label=\"2013–2016: Chi bộ có nguy cơ\"");
    String village = Pages.words(changing.open(village("Nà Ghép")));
    assertThat(village).contains("2002–2012 Chưa có trong sổ 2013–2015 Sinh hoạt ghép 2016 Chi bộ");
  }

  @Test
  void anAgencyHasACellAsLongAsTheCellIsThere() {
    assertThat(agencies("/agencies?state=with&on=2016-12-31"))
        .contains("Trạm Y tế", "Trường Tiểu học")
        .doesNotContain("Trường Mầm non");
    assertThat(agencies("/agencies?on=2013-06-30")).doesNotContain("Trường Tiểu học");
  }

  private String agencies(String address) {
    return Pages.words(office().open(address));
  }

  @Test
  void whoIsAboveCommunesSeesEachInNumbersAndTheirSums() {
    String page = board().open("/coverage");
    assertThat(Pages.words(page))
        .contains("2 xã, ngày 31/12/2016")
        .contains("Đảng bộ xã HAI 1 1 0 0 0 0 0/0")
        .contains("Đảng bộ xã MOT 5 1 1 1 1 1 2/3")
        .contains("Tổng các xã 6 2 1 1 1 1 2/3");
    assertThat(page).contains("/coverage?organization=MOT");
    assertThat(Pages.words(board().open("/coverage?sort=-own")))
        .containsSubsequence("Đảng bộ xã MOT", "Đảng bộ xã HAI");
    assertThat(states(board().open("/coverage?organization=HAI")))
        .containsExactly(Map.entry("Pá Kín", "Chưa có đảng viên"));
    assertThat(board().ask("/coverage?organization=BA").getStatus()).isEqualTo(404);
    assertThat(board().ask("/coverage/export").getContentType()).contains("spreadsheetml");
    assertThat(office().ask("/coverage/export").getContentType()).contains("spreadsheetml");
  }

  @Test
  void twoVillagesAndSixtyTakeTheSameNumberOfStatements() {
    Pages few = new Pages(web, "office2", "CLERK");
    Pages many = new Pages(web, "office60", "CLERK");
    assertThat(states(few.open("/coverage"))).hasSize(2);
    assertThat(states(many.open("/coverage"))).hasSize(60);
    String notAskedBefore = "/coverage?on=2016-12-30";
    assertThat(StatementCount.of(() -> many.open(notAskedBefore)))
        .isEqualTo(StatementCount.of(() -> few.open(notAskedBefore)))
        .isPositive();
    assertThat(StatementCount.of(() -> many.open(notAskedBefore)))
        .as("it is remembered")
        .isLessThan(StatementCount.of(() -> many.open("/coverage?on=2016-12-29")));
  }

  /// Two communes that became MOI on 10/12/2016, each with a school.
  private Pages merged() {
    for (String code : List.of("NAM", "SAU")) {
      TestCommune commune = new TestCommune(DATABASE, code);
      TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Bản " + code);
      UUID village = commune.village("B01", "Bản " + code, cell, "own");
      members(commune, cell, village, 5);
      sql("update village_period set distance_km = 4, bearing = 45 where village_id = ?", village);
      sql("insert into register_year values (?, 'members', 2013)", commune.root().id());
      agency(commune, "Trường", "school", code.equals("NAM") ? cell : null);
      commune.account("of" + code.toLowerCase(Locale.ROOT), "clerk", commune.root());
    }
    Reorganization event =
        new Reorganization(
            Kind.MERGE,
            LocalDate.of(2016, 12, 10),
            new Decision("01-QĐ/TU", "Tỉnh ủy", LocalDate.of(2016, 12, 10), null),
            List.of("NAM", "SAU"),
            List.of(
                new Into(
                    null, "MOI", "Đảng bộ xã MOI", "grassroots_committee", null, null, null, null)),
            List.of(),
            List.of("ofnam"));
    assertThat(
            Fence.aroundEverything("test")
                .call(() -> carryOut.run(Viewer.COMMAND_LINE, event).plan().problems()))
        .isEmpty();
    return new Pages(web, "ofnam", "CLERK");
  }

  @Test
  void anEarlierDayIsToldByOneCommuneOfThatTimeOrByTheOneOfTodayWithAllThatItCameOf() {
    Pages office = merged();
    String numbers = office.open("/coverage?on=2016-12-09");
    assertThat(Pages.words(numbers)).contains("2 xã, ngày 09/12/2016");
    assertThat(numbers).contains("/coverage?organization=NAM&amp;on=2016-12-09");
    assertThat(Jsoup.parse(numbers).select("optgroup[label='Đơn vị hiện nay'] option").eachText())
        .containsExactly("Đảng bộ xã MOI");
    assertThat(states(office.open("/coverage?organization=NAM&on=2016-12-09")))
        .containsExactly(Map.entry("Bản NAM", "Chi bộ riêng"));
    String asOne = office.open("/coverage?organization=MOI&on=2016-12-09");
    assertThat(states(asOne)).containsOnlyKeys("Bản NAM", "Bản SAU");
    assertThat(Pages.words(asOne))
        .contains("Trường học : 1/2 có chi bộ 1 chưa có", "Chi bộ riêng: 2");
    assertThat(states(office.open("/coverage?organization=MOI&on=2016-12-09&q=sau")))
        .containsOnlyKeys("Bản SAU");
    for (String page : List.of(asOne, office.open("/coverage"))) {
      assertThat(Jsoup.parse(page).select("#map").parents().get(1).select("h3").eachText())
          .as("a map for each centre")
          .containsExactly("Đảng bộ xã NAM", "Đảng bộ xã SAU");
      assertThat(page).contains("aria-label=\"2013–2016: Chi bộ riêng\"");
    }
    assertThat(
            office.ask("/coverage/export?organization=MOI&on=2016-12-09").getContentAsByteArray())
        .isNotEqualTo(office.ask("/coverage/export?on=2016-12-09").getContentAsByteArray());
  }
}
