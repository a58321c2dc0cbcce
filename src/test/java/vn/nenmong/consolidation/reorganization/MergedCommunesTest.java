package vn.nenmong.consolidation.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.BesideOthers;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.document.annual.AnnualReport;
import vn.nenmong.document.template.WordFile;
import vn.nenmong.entry.UndoChange;
import vn.nenmong.figures.FigureAnswers;
import vn.nenmong.kernel.Checkup;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.Units;

/// Four communes that became one on 1/7/2025: 47 organizations, 733 members (669 official and 64
/// probationary), 207 of them admitted in the term 2020-2025, from the first of their congresses
/// on.
@SpringBootTest(properties = "nenmong.working-day=2025-12-31")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@BesideOthers
class MergedCommunesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final List<String> CODES = List.of("NATONG", "HEMUONG", "NUANGAM1", "PATHOM");
  private static final LocalDate FIRST_CONGRESS = LocalDate.of(2020, 6, 5);
  private static final LocalDate CONGRESS = LocalDate.of(2025, 7, 25);
  private static final int CELLS = 46;
  private static final int MEMBERS = 733;
  private static final int PROBATIONARY = 64;
  private static final int ADMITTED = 207;

  @Autowired private MockMvc web;
  @Autowired private CarryOutReorganization carryOut;
  @Autowired private FigureAnswers answers;
  @Autowired private AnnualReport report;
  @Autowired private UndoChange undo;
  @Autowired private List<Checkup> checkups;

  private final JdbcClient owner = DATABASE.ownerJdbc();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  void fill() {
    List<TestCommune> communes =
        CODES.stream().map(code -> new TestCommune(DATABASE, code)).toList();
    List<TestCommune.Unit> cells =
        IntStream.range(0, CELLS)
            .mapToObj(i ->
                communes.get(i % 4).cell("CB%02d".formatted(i / 4 + 1), "Chi bộ Bản " + (i + 1)))
            .toList();
    IntStream.range(0, CELLS)
        .forEach(i ->
            communes
                .get(i % 4)
                .village("B%02d".formatted(i / 4 + 1), "Bản " + (i + 1), cells.get(i), "own"));
    for (int i = 0; i < MEMBERS; i++) {
      TestCommune commune = communes.get(i % CELLS % 4);
      boolean inTerm = i < ADMITTED;
      UUID id =
          commune.member(
              "Lò Văn " + i,
              cells.get(i % CELLS),
              "1980-05-03",
              i % 3 == 0 ? "female" : "male",
              "Thái",
              inTerm
                  ? "202%d-%02d-03".formatted(i % 5, 7 + i % 6)
                  : i % 10 == 0 ? "2020-03-03" : "2010-01-01",
              null);
      if (i < PROBATIONARY) {
        owner
            .sql(
                "update membership set admitted = '2025-03-03', recognised = null where person_id = ?")
            .param(id)
            .update();
        owner
            .sql("update member_state set standing = 'probationary' where person_id = ?")
            .param(id)
            .update();
      }
    }
    for (TestCommune commune : communes) {
      for (int year = 2020; year <= 2024; year++) {
        owner
            .sql("insert into register_year values (?, 'members', ?)")
            .params(commune.root().id(), year)
            .update();
      }
      for (LocalDate congress : List.of(FIRST_CONGRESS.minusYears(5), FIRST_CONGRESS)) {
        term(commune.root().id(), congress.plusDays(7L * communes.indexOf(commune)));
      }
      commune.account("office-" + commune.root().path(), "clerk", commune.root());
    }
    communes.getLast().village("B99", "Bản Trắng", null, null);
    communes.getFirst().account("cell", "cell_secretary", cells.getFirst());
    communes.get(1).account("former", "clerk", communes.get(1).root());
    owner
        .sql("update account set username = 'office' where username = ?")
        .param("office-" + communes.getFirst().root().path())
        .update();
    for (TestCommune commune : communes.subList(1, 4)) {
      owner
          .sql(
              """
              insert into access_grant (account_id, role, path, valid)
              select id, 'clerk', cast(? as ltree), '[2016-01-01,)' from account where username = 'office'
              """)
          .param(commune.root().path())
          .update();
    }
  }

  private void term(UUID organization, LocalDate began) {
    owner
        .sql("insert into committee_term (commune_id, organization_id, began) values (?, ?, ?)")
        .params(organization, organization, began)
        .update();
  }

  private static Reorganization merger() {
    return Mergers.of(CODES, DAY, List.of("office"));
  }

  private <T> T everything(java.util.function.Supplier<T> work) {
    return Fence.aroundEverything("test").call(work::get);
  }

  private Map<String, Object> figures(String organization, ReportPeriod period, Units units) {
    return everything(() ->
        answers
            .figures(Scope.ALL, organization, period, units, java.util.Locale.forLanguageTag("vi"))
            .stream()
            .filter(answer -> answer.value() != null)
            .collect(Collectors.toMap(FigureAnswers.FigureAnswer::code, answer -> answer.value())));
  }

  private int members(String organization, String day, Units units) {
    return (int)
        figures(organization, ReportPeriod.until(LocalDate.parse(day)), units)
            .getOrDefault("members.total", -1);
  }

  /// All rows of the tables that hold on a day, as text.
  private List<String> dayAsItReads(LocalDate day) {
    return owner
        .sql(
            """
            select to_jsonb(op) - 'period' || jsonb_build_object('t', 'place') as r
            from organization_period op where op.period @> cast(:day as date)
            union all
            select to_jsonb(s) - 'period' from member_state s where s.period @> cast(:day as date)
            union all
            select to_jsonb(v) - 'period' from village_period v where v.period @> cast(:day as date)
            order by 1
            """)
        .param("day", day)
        .query(String.class)
        .list();
  }

  @Test
  void fourCommunesBecomeOneAndBothViewsAreTold() {
    LocalDate before = DAY.minusDays(1);
    List<String> earlier = dayAsItReads(before);
    CarryOutReorganization.Outcome outcome =
        everything(() -> carryOut.run(Viewer.COMMAND_LINE, merger()));
    assertThat(outcome.plan().problems()).isEmpty();
    assertThat(dayAsItReads(before)).isEqualTo(earlier);
    assertThat(
            owner
                .sql(
                    """
                    select count(*) from organization_period
                    where period @> cast(:day as date) and path <@ (
                      select op.path from organization o
                      join organization_period op on op.organization_id = o.id
                      where o.code = 'NUANGAM')
                    """)
                .param("day", DAY)
                .query(Integer.class)
                .single())
        .isEqualTo(47);
    owner
        .sql(
            """
            insert into register_year
            select id, 'members', 2025 from organization where code = 'NUANGAM'
            """)
        .update();
    Map<String, Object> on = figures("NUANGAM", ReportPeriod.until(DAY), Units.THEN);
    assertThat(on)
        .containsEntry("members.total", MEMBERS)
        .containsEntry("members.official", MEMBERS - PROBATIONARY)
        .containsEntry("members.probationary", PROBATIONARY);
    int sum = CODES.stream().mapToInt(code -> members(code, before.toString(), Units.THEN)).sum();
    assertThat(sum).isEqualTo(MEMBERS);
    assertThat(members("NUANGAM", before.toString(), Units.NOW)).isEqualTo(MEMBERS);
    assertThat(members("NUANGAM", "2025-12-31", Units.NOW)).isEqualTo(MEMBERS);
    term(
        owner.sql("select id from organization where code = 'NUANGAM'").query(UUID.class).single(),
        CONGRESS);
    Pages office = new Pages(web, "office", "CLERK");
    theTermIsToldAcrossTheMerger(office);
    assertThat(
            everything(() ->
                checkups.stream()
                    .filter(checkup -> checkup.name().equals("registers"))
                    .flatMap(checkup -> checkup.findings().stream())
                    .map(Checkup.Finding::code)
                    .toList()))
        .as("the members of the year stand in the records of the communes before it")
        .doesNotContain("figures.checkup.empty");

    assertThat(Pages.words(office.open("/organizations?on=2025-12-31")))
        .contains("Đảng bộ xã Núa Ngam");
    assertThat(Pages.words(office.open("/organizations?on=2025-06-30")))
        .contains("Đảng bộ xã NATONG NATONG", "Đảng bộ xã PATHOM PATHOM")
        .doesNotContain("Đảng bộ xã Núa Ngam NUANGAM");
    anEarlierDayIsToldByUnitsOfEither(office);
    theOverviewIsToldByUnitsOfEither(office);
    movementsAreToldByUnitsOfEither(office);
    theReportIsTheSumOverThePredecessors(office);
    assertThat(
            Pages.words(office.open("/figures/members.total?organization=NUANGAM&on=2025-06-30")))
        .contains("733");
    assertThat(office.open("/members?organization=NUANGAM&on=2025-06-30")).contains("Lò Văn 1<");
    assertThat(office.open("/members?organization=NUANGAM&on=2025-12-31")).contains("Lò Văn 1<");
    assertThat(office.open("/villages?organization=NUANGAM&on=2025-12-31")).contains("Bản 46");

    owner.sql("delete from register_year where year = 2025").update();
    owner.sql("delete from committee_term where began = ?").param(CONGRESS).update();
    everything(() -> {
      undo.run(Viewer.COMMAND_LINE, java.util.Objects.requireNonNull(outcome.change()));
      return true;
    });
    assertThat(dayAsItReads(before)).isEqualTo(earlier);
    assertThat(dayAsItReads(DAY)).isEqualTo(earlier);
    assertThat(owner.sql("select count(*) from organization").query(Integer.class).single())
        .isEqualTo(CELLS + CODES.size());
  }

  /// Whoever is admitted counts where the cell lies, in whose records it may have begun.
  @Test
  void whoIsAdmittedInACellThatWentElsewhereCountsThere() {
    CODES.forEach(code ->
        owner
            .sql(
                """
                insert into register_year
                select id, 'members', 2025 from organization where code = ? and id = commune_id
                """)
            .param(code)
            .update());
    int here = admitted("NATONG");
    int there = admitted("HEMUONG");
    UUID model = modelOfSomeone("NATONG", "CB02");
    assertThat(models("NATONG")).isEqualTo(1);
    assertThat(models("HEMUONG")).isZero();
    CarryOutReorganization.Outcome moved =
        everything(() ->
            carryOut.run(
                Viewer.COMMAND_LINE,
                new Reorganization(
                    Kind.MOVE,
                    LocalDate.of(2025, 2, 1),
                    new Decision("7-QĐ/HU", "Huyện ủy", LocalDate.of(2025, 1, 20), null),
                    List.of("NATONG/CB02"),
                    List.of(new Into("HEMUONG", null, null, null, null, null, null, null)),
                    List.of(),
                    List.of("office"))));
    assertThat(moved.plan().problems()).isEmpty();
    int newOfTheCell = admitted("NATONG/CB02");
    assertThat(newOfTheCell).isPositive();
    assertThat(admitted("NATONG")).isEqualTo(here - newOfTheCell);
    assertThat(admitted("HEMUONG")).isEqualTo(there + newOfTheCell);
    assertThat(models("NATONG")).as("a model lies where its member's cell does").isZero();
    assertThat(models("HEMUONG")).isEqualTo(1);
    assertThat(models("NATONG", ReportPeriod.until(LocalDate.of(2025, 1, 31))))
        .as("before the day it lay where the cell lay then")
        .isEqualTo(1);
    owner
        .sql("update economic_model set person_id = ? where id = ?")
        .params(someoneWhoIsNoMember("NATONG"), model)
        .update();
    assertThat(models("NATONG")).as("of nobody's cell, it lies with its records").isEqualTo(1);
    assertThat(models("HEMUONG")).isZero();
    owner.sql("delete from economic_model_year").update();
    owner.sql("delete from economic_model").update();
    theHistoryOfACellGoesWithIt();
    everything(() -> {
      undo.run(Viewer.COMMAND_LINE, java.util.Objects.requireNonNull(moved.change()));
      return true;
    });
    owner.sql("delete from register_year where year = 2025").update();
  }

  /// By the units of today every number of a page is without it where it was, and with it where it
  /// is.
  private void theHistoryOfACellGoesWithIt() {
    Pages office = new Pages(web, "office", "CLERK");
    String cell = "Chi bộ Bản 5";
    assertThat(Pages.words(office.open("/?organization=NATONG&on=2024-12-31")))
        .contains(cell + " ");
    assertThat(Pages.words(office.open("/?organization=NATONG&units=now&on=2024-12-31")))
        .contains("Chi bộ Bản 1 ")
        .doesNotContain(cell + " ");
    String movements = "/movements?from=2024-12-01&to=2024-12-31&organization=NATONG";
    int without = members("NATONG", "2024-11-30", Units.NOW);
    assertThat(without)
        .isEqualTo(
            members("NATONG", "2024-11-30", Units.THEN)
                - members("NATONG/CB02", "2024-11-30", Units.THEN));
    assertThat(Pages.words(office.open(movements + "&units=now")))
        .contains("Có đến hết 30/11/2024 " + without);
    assertThat(Pages.words(office.open(movements)))
        .contains("Có đến hết 30/11/2024 " + members("NATONG", "2024-11-30", Units.THEN));
  }

  private int models(String organization) {
    return models(organization, ReportPeriod.year(2025));
  }

  private int models(String organization, ReportPeriod period) {
    return (int) figures(organization, period, Units.THEN).getOrDefault("models.pilot", -1);
  }

  private UUID modelOfSomeone(String commune, String cell) {
    owner
        .sql(
            "insert into register_year select id, 'models', 2025 from organization where id = commune_id")
        .update();
    return owner
        .sql(
            """
            with model as (
              insert into economic_model (commune_id, person_id, name)
              select commune_id, person_id, 'Nuôi trâu' from member_state where cell_id = ? limit 1
              returning id)
            insert into economic_model_year (model_id, year, stage)
            select id, 2025, 'pilot' from model
            returning model_id
            """)
        .param(organization(cell, commune))
        .query(UUID.class)
        .single();
  }

  private UUID someoneWhoIsNoMember(String commune) {
    return owner
        .sql(
            """
            insert into person (id, commune_id, name)
            values (gen_random_uuid(), ?, 'Lò Văn Ngoài') returning id
            """)
        .param(organization(commune, commune))
        .query(UUID.class)
        .single();
  }

  private int admitted(String organization) {
    return (int)
        figures(organization, ReportPeriod.year(2025), Units.THEN)
            .getOrDefault("members.admitted", -1);
  }

  private void anEarlierDayIsToldByUnitsOfEither(Pages office) {
    String all = "Đảng bộ xã HEMUONG, Đảng bộ xã NATONG, Đảng bộ xã NUANGAM1, Đảng bộ xã PATHOM";
    assertThat(office.open("/members?on=2025-06-30&exact=true"))
        .contains("<optgroup label=\"Đơn vị hiện nay\">", "<option value=\"NUANGAM\"")
        .contains(all)
        .contains("Lò Văn 1<")
        .satisfies(page -> assertThat(Pages.words(page)).contains("733 đảng viên"));
    whatCameOfNothingIsNotOffered(office);
    String now = organization("NUANGAM", "NUANGAM").toString();
    assertThat(Pages.words(office.open("/members?on=2025-06-30&exact=true&unit=" + now)))
        .contains(all, "733 đảng viên");
    assertThat(
            Pages.words(office.open("/members?on=2025-06-30&exact=true&organization=PATHOM&q=3")))
        .contains("Đảng bộ xã PATHOM", "Lò Văn 3 ")
        .doesNotContain(all);
    assertThat(Pages.words(office.open("/villages?on=2025-06-30&organization=NUANGAM")))
        .contains(all, "Bản 46", "Bản Trắng");
    assertThat(office.open("/organizations?on=2025-06-30&units=now"))
        .as("one that was not there yet has no page of that day")
        .contains("<a href=\"/organizations/" + now + "\">");
    assertThat(Pages.words(office.open("/organizations?on=2025-06-30&units=now")))
        .contains("Đảng bộ xã Núa Ngam NUANGAM 733 669 64 47", "Chi bộ Bản 46")
        .doesNotContain("Đảng bộ xã PATHOM PATHOM");
    assertThat(Pages.words(office.open("/figures?on=2025-06-30&organization=HEMUONG&units=now")))
        .as("of one that is no more: of what has its records")
        .contains("Đảng bộ xã Núa Ngam · đơn vị hiện nay", "733");
    assertThat(office.open("/members?on=2025-12-31&organization=HEMUONG"))
        .as("a day on which it is no more")
        .contains("Lò Văn 1<");
    assertThat(Pages.words(office.open("/?on=2025-12-31&organization=HEMUONG")))
        .contains("Đảng bộ xã Núa Ngam");
    assertThat(
            Pages.words(
                office.open("/organizations/" + organization("CB01", "NATONG") + "?on=2025-12-31")))
        .as("nobody told of the meetings")
        .contains("Chưa rõ")
        .doesNotContain("Không họp");
    assertThat(Pages.words(office.open("/organizations?on=2025-12-31")))
        .as("today there is nothing else to choose")
        .doesNotContain("Theo đơn vị", "Đơn vị hiện nay");
  }

  private static final String COMMUNES =
      "Đảng bộ xã HEMUONG; Đảng bộ xã NATONG; Đảng bộ xã NUANGAM1; Đảng bộ xã PATHOM";

  private void theOverviewIsToldByUnitsOfEither(Pages office) {
    assertThat(office.open("/?on=2024-12-31"))
        .contains("<optgroup label=\"Đơn vị hiện nay\">", "<option value=\"NUANGAM\"");
    String then = Pages.words(office.open("/?on=2024-12-31&organization=NATONG"));
    String now = Pages.words(office.open("/?on=2024-12-31&organization=NUANGAM"));
    assertThat(then).doesNotContain("Cả 46 chi bộ", COMMUNES);
    assertThat(now).contains("Cả 46 chi bộ", COMMUNES);
    assertThat(Pages.words(office.open("/?on=2024-12-31&organization=NATONG&units=now")))
        .as("the unit of today that has the records of one of that day")
        .isEqualTo(now.replace("organization=NUANGAM", "organization=NATONG"));
    int here = members("NUANGAM", "2025-12-31", Units.THEN);
    int before = members("NUANGAM", "2024-12-31", Units.NOW);
    assertThat(Pages.words(office.open("/?on=2025-12-31&organization=NUANGAM")))
        .as("the year before is told by what it came of")
        .contains("Tổng số đảng viên " + here, "+" + (here - before) + " so với năm trước");
  }

  private void movementsAreToldByUnitsOfEither(Pages office) {
    String first = "/movements?from=2025-01-01&to=2025-06-30";
    assertThat(office.open(first))
        .contains("<optgroup label=\"Đơn vị hiện nay\">", "<option value=\"NUANGAM\"");
    assertThat(Pages.words(office.open(first + "&organization=NUANGAM")))
        .contains(COMMUNES, "✓ khớp", "Có đến hết 30/06/2025 ✓ khớp " + MEMBERS);
    String year = "/movements?from=2025-01-01&to=2025-12-31&organization=NUANGAM";
    assertThat(Pages.words(office.open(year)))
        .contains("Có đến hết 31/12/2024 0", "Chi bộ được chuyển về +" + MEMBERS);
    assertThat(Pages.words(office.open(year + "&units=now")))
        .as("who was in one of those that it came of was there already")
        .doesNotContain("Chi bộ được chuyển về +")
        .contains("Có đến hết 31/12/2025 ✓ khớp " + MEMBERS);
    assertThat(office.ask("/movements/export?on=2025-06-30&organization=NUANGAM").getStatus())
        .isEqualTo(200);
  }

  private void theReportIsTheSumOverThePredecessors(Pages office) {
    ReportPeriod year = ReportPeriod.year(2024);
    owner
        .sql(
            """
            insert into register_year
            select id, 'organizations', 2024 from organization where id = commune_id
            """)
        .update();
    indicator("NATONG");
    indicator("PATHOM");
    Map<String, Integer> sums = new HashMap<>();
    for (String code : CODES) {
      figures(code, year, Units.THEN)
          .forEach((figure, value) -> {
            if (value instanceof Integer number) {
              sums.merge(figure, number, Integer::sum);
            }
          });
    }
    byte[] paper = report("NUANGAM", year, Units.NOW);
    assertThat(WordFile.text(paper))
        .contains(
            "ĐẢNG ỦY XÃ NÚA NGAM",
            "(Số liệu kể theo đơn vị hiện nay, gồm các đơn vị của thời điểm đó: " + COMMUNES + ")",
            "có %d đảng viên, trong đó %d đảng viên chính thức"
                .formatted(sums.get("members.total"), sums.get("members.official")),
            "kết nạp %d đảng viên; công nhận chính thức cho %d đồng chí"
                .formatted(sums.get("members.admitted"), sums.get("members.recognised")));
    assertThat(WordFile.rows(paper, 1).stream().map(row -> row.get(1)))
        .as("what can't be summed stands with whose it is")
        .containsExactly("Chỉ tiêu", "Đàn trâu – NATONG", "Đàn trâu – PATHOM");
    assertThat(office.open("/api/indicators?organization=NUANGAM&units=now&year=2024"))
        .contains("\"organization\":\"NATONG\"", "\"organization\":\"PATHOM\"");
    List<List<String>> cells = WordFile.rows(paper, 3);
    assertThat(cells.subList(1, cells.size() - 1)).hasSize(CELLS);
    for (int column : List.of(2, 3, 4, 5)) {
      assertThat(
              cells.subList(1, cells.size() - 1).stream()
                  .mapToInt(cell -> Integer.parseInt(cell.get(column)))
                  .sum())
          .isEqualTo(Integer.parseInt(cells.getLast().get(column)));
    }
    assertThat(WordFile.text(report("NATONG", year, Units.THEN)))
        .contains("ĐẢNG ỦY XÃ NATONG")
        .doesNotContain("đơn vị hiện nay");
    assertThat(WordFile.text(report("NUANGAM", ReportPeriod.year(2025), Units.THEN)))
        .contains("(Đảng bộ xã Núa Ngam có từ ngày 01/07/2025; ");
    assertThat(WordFile.text(report("NUANGAM", ReportPeriod.year(2025), Units.NOW)))
        .contains(
            "Đảng bộ xã PATHOM (đến ngày 30/06/2025); Đảng bộ xã Núa Ngam (từ ngày 01/07/2025)");
    Map.of("NATONG", 2025, "NUANGAM", 2024)
        .forEach((code, ended) ->
            assertThatThrownBy(() -> report(code, ReportPeriod.year(ended), Units.THEN))
                .as("%s of %d", code, ended)
                .isInstanceOf(Refused.class));

    String page = "/reports/annual?year=2024&organization=";
    assertThat(office.open(page + "NUANGAM"))
        .contains("<optgroup label=\"Đơn vị hiện nay\">", "dated=2025-12-31")
        .contains("/reports/annual/file?organization=NUANGAM&amp;units=now&amp;");
    assertThat(Pages.words(office.open(page + "NATONG"))).doesNotContain(COMMUNES);
    assertThat(Pages.words(office.open("/reports/annual?year=2025&organization=NATONG")))
        .as("what ended within the year is told by its heir")
        .contains("Đảng bộ xã NATONG (đến ngày 30/06/2025)");
    assertThat(
            office
                .ask("/reports/annual/file?year=2024&organization=NUANGAM")
                .getContentAsByteArray())
        .satisfies(file -> assertThat(WordFile.text(file)).contains(COMMUNES));
    anOwnTemplateMustSayByWhichUnits(office, year);
    assertThat(Pages.words(office.open("/closing?year=2024&organization=NUANGAM")))
        .as("a closed year is not told again")
        .contains("Đảng bộ xã HEMUONG", "không kể lại theo đơn vị hiện nay");
    owner.sql("delete from register_year where register = 'organizations'").update();
    owner.sql("delete from indicator_year").update();
    owner.sql("delete from indicator").update();
  }

  private void indicator(String commune) {
    owner
        .sql(
            """
            with told as (
              insert into indicator (commune_id, code, name, unit, direction)
              values (?, 'KT01', 'Đàn trâu', 'con', 'up') returning id)
            insert into indicator_year (indicator_id, year, plan, actual) select id, 2024, 9, 10 from told
            """)
        .param(organization(commune, commune))
        .update();
  }

  private void anOwnTemplateMustSayByWhichUnits(Pages office, ReportPeriod year) {
    UUID commune = organization("NUANGAM", "NUANGAM");
    ownTemplate(commune, 1, "{{so_dang_vien}} đảng viên");
    assertThat(WordFile.text(report("NUANGAM", year, Units.NOW))).contains(COMMUNES);
    assertThat(Pages.words(office.open("/reports/annual?year=2024&organization=NUANGAM")))
        .contains("Mẫu của văn phòng không có thẻ «theo_don_vi»");
    owner.sql("update paper_template set in_use = false").update();
    ownTemplate(commune, 2, "{{theo_don_vi}}: {{so_dang_vien}} đảng viên");
    assertThat(WordFile.text(report("NUANGAM", year, Units.NOW)))
        .startsWith("Số liệu kể theo đơn vị hiện nay")
        .doesNotContain("BÁO CÁO");
    owner.sql("delete from paper_template").update();
  }

  private void ownTemplate(UUID commune, int version, String text) {
    owner
        .sql(
            """
            insert into paper_template
              (commune_id, kind, version, file_name, file, put_at, put_by, in_use)
            values (?, 'annual_report', ?, 'a.docx', ?, now(), 'office', true)
            """)
        .params(commune, version, WordFile.of(text))
        .update();
  }

  private byte[] report(String organization, ReportPeriod year, Units units) {
    return everything(() -> report.export(Viewer.COMMAND_LINE, organization, year, units, null));
  }

  private void whatCameOfNothingIsNotOffered(Pages office) {
    UUID founded =
        owner
            .sql(
                """
                with made as (
                  insert into organization (commune_id, code, life)
                  select id, 'CB99', '[2025-09-01,)' from organization where code = 'NUANGAM'
                  returning id, commune_id, life)
                insert into organization_period
                  (organization_id, period, commune_id, name, kind, parent_id, path)
                select made.id, made.life, made.commune_id, 'Chi bộ Mới', 'cell', made.commune_id,
                  above.path || cast(replace(cast(made.id as text), '-', '') as ltree)
                from made
                join organization_period above on above.organization_id = made.commune_id
                returning organization_id
                """)
            .query(UUID.class)
            .single();
    assertThat(office.open("/members?on=2025-12-31")).contains("Chi bộ Mới");
    assertThat(office.open("/members?on=2025-06-30")).doesNotContain("Chi bộ Mới");
    assertThat(office.ask("/members?on=2025-06-30&unit=" + founded).getStatus())
        .as("and is not told by all others")
        .isEqualTo(404);
    owner.sql("delete from organization_period where organization_id = ?").param(founded).update();
    owner.sql("delete from organization where id = ?").param(founded).update();
  }

  /// Every cell stands in the records of a commune that ended. It stays merged: the last of all.
  @Test
  @Order(Integer.MAX_VALUE)
  void eachPageIsOfTheWholeCommune() throws Exception {
    everything(() -> carryOut.run(Viewer.COMMAND_LINE, merger()));
    UUID commune = organization("NUANGAM", "NUANGAM");
    office(person("Lò Văn 0"), commune, "Bí thư", "secretary");
    office(person("Lò Văn 1"), commune, "Ủy viên", "committee_member");
    Pages office = new Pages(web, "office", "CLERK");

    plansAndCoverage(office);
    charges(office, commune);
    reconciliation(office, commune);
    meetings(office, commune);
    health(office);
    villageStaysWhereItLies(office);
    aDayOnWhichItWasNotThereLeadsToTheNearest(office, commune);
    cellsOfOneNameAreToldApart(office, commune);
    eachHasWhatCameBeforeAndAfterIt(office, commune);
    whoseCommuneEndedSeesNothingOfTheOthers();
  }

  private void eachHasWhatCameBeforeAndAfterIt(Pages office, UUID commune) {
    assertThat(
            Jsoup.parse(office.open("/organizations/" + commune + "?on=2025-12-31"))
                .select("section[aria-labelledby=kin] a[href^=/organizations/]")
                .eachAttr("href"))
        .hasSize(4)
        .contains("/organizations/" + organization("NATONG", "NATONG") + "?on=2025-06-30");
    assertThat(
            Pages.words(
                office.open(
                    "/organizations/" + organization("NATONG", "NATONG") + "?on=2016-12-31")))
        .contains("Đảng bộ xã Núa Ngam từ 01/07/2025 · Hợp nhất, sáp nhập")
        .doesNotContain("trước đó");
    assertThat(
            Pages.words(
                new Pages(web, "former", "CLERK")
                    .open(
                        "/organizations/" + organization("HEMUONG", "HEMUONG") + "?on=2016-12-31")))
        .doesNotContain("Núa Ngam");
  }

  private static void plansAndCoverage(Pages office) {
    assertThat(Pages.words(office.open("/plans/villages?organization=NUANGAM")))
        .contains(
            "46 thôn, bản đã có chi bộ riêng",
            "Bản Trắng Chưa có đảng viên 0/3",
            "Có thể điều từ: Chi bộ Bản");
    assertThat(Pages.words(office.open("/plans/charge?organization=NUANGAM")))
        .contains(
            "Lò Văn 0 Bí thư Chi bộ Bản 1 0 chi bộ",
            "46 chi bộ chưa có người phụ trách: Chi bộ Bản 1 Chi bộ Bản 10");
    assertThat(Pages.words(office.open("/coverage?on=2025-12-31")))
        .as("where nobody lives is known from what the communes handed in before")
        .contains("Đảng bộ xã Núa Ngam", "Chưa có đảng viên: 47");
  }

  /// One decides on cells of two former communes; how often they are visited is the new one's.
  private void charges(Pages office, UUID commune) throws Exception {
    owner
        .sql(
            "insert into visit_interval (commune_id, months, period) values (?, 3, '[2025-07-01,)')")
        .param(commune)
        .update();
    assertThat(Pages.words(office.open("/regulations/new?on=2025-12-31&commune=" + commune)))
        .contains("Đảng bộ xã Núa Ngam Chưa có quy chế", "Chi bộ Bản 46 Chưa có quy chế");
    assertThat(Pages.words(office.open("/charges/committee?on=2025-12-31")))
        .contains("Chưa được phân công chi bộ: 2", "Lò Văn 0 Bí thư", "Lò Văn 1 Ủy viên");

    FilledForm decision =
        new FilledForm(
            office,
            "/charges/decisions/new",
            new HashMap<>(
                Map.of(
                    "commune",
                    commune.toString(),
                    "first." + organization("CB01", "NATONG"),
                    person("Lò Văn 1").toString(),
                    "first." + organization("CB01", "PATHOM"),
                    person("Lò Văn 0").toString())));
    decision =
        decision.with(
            "number",
            "9-QĐ/ĐU",
            "body",
            "Ban Thường vụ Đảng ủy",
            "replaces",
            "all",
            "day",
            "1/8/2025");
    assertThat(decision.with("day", "15/6/2024").send().words())
        .contains("chưa có hoặc đã kết thúc vào ngày 15/06/2024");
    FilledForm.Answer seen = decision.send();
    assertThat(seen.words()).contains("Chi bộ Bản 4 Lò Văn 0");
    Matcher mark = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(seen.page());
    assertThat(mark.find()).isTrue();
    decision.typed().putAll(Map.of("shown", mark.group(1), "save", "yes"));
    assertThat(decision.send().undo()).isNotEmpty();
    assertThat(Pages.words(office.open("/charges/decisions/new?on=2025-12-31&commune=" + commune)))
        .contains("Chi bộ Bản 4 Lò Văn 0");
    assertThat(Pages.words(office.open("/charges/committee?on=2025-12-31")))
        .contains("có chi bộ phụ trách: 2");
    assertThat(Pages.words(office.open("/visits/due?on=2025-12-31"))).contains("01/11/2025");
  }

  /// Whoever is a member now stands on our side, in whosever records.
  private void reconciliation(Pages office, UUID commune) {
    reconciliation(commune, "2025-07-31");
    assertThat(Pages.words(office.open("/?on=2025-12-31")))
        .contains("Quý IV/2025 đã hết mà chưa đối khớp danh sách đảng viên.");
    UUID now = reconciliation(commune, "2025-12-31");
    owner
        .sql(
            """
            insert into reconciliation_row (reconciliation_id, commune_id, line, name, born)
            values (?, ?, 1, 'Lò Văn 5', '1980-05-03')
            """)
        .params(now, commune)
        .update();
    assertThat(Pages.words(office.open("/reconciliations/" + now + "?show=same&on=2025-12-31")))
        .contains("Chỉ có ở ta 732", "Lò Văn 5");
    assertThat(Pages.words(office.open("/reconciliations/" + now + "/units?on=2025-12-31")))
        .contains("Số đảng viên 733", "Chi bộ Bản 46 15");
  }

  private UUID reconciliation(UUID commune, String day) {
    return owner
        .sql(
            """
            insert into reconciliation
              (commune_id, day, source, file_name, people, items, account, at)
            values
              (?, cast(? as date), 'national', 'x.xlsx', 1, '{name,born}', 'office', now())
            returning id
            """)
        .params(commune, day)
        .query(UUID.class)
        .single();
  }

  private void meetings(Pages office, UUID commune) {
    UUID frame =
        owner
            .sql(
                """
                insert into meeting_frame (commune_id, month, kind, title, agenda, account, at)
                values (?, '2025-12-01', 'regular', 'Tổng kết năm ở xã mới',
                  '{Bàn việc của xã mới}', 'office', now())
                returning id
                """)
            .param(commune)
            .query(UUID.class)
            .single();
    assertThat(Pages.words(office.open("/meetings/frames/" + frame + "?on=2025-12-31")))
        .contains("Chi bộ Bản 1 ", "Chi bộ Bản 46 ");
    assertThat(Pages.words(office.open("/meetings/frames?on=2025-12-31")))
        .contains("Tổng kết năm ở xã mới", " 46 ");
    assertThat(Pages.words(office.open("/meetings/sheets?month=2025-12&on=2025-12-31")))
        .contains("Chi bộ Bản 1 NATONG/CB01 ", "Chi bộ Bản 46 HEMUONG/CB12 ");
    UUID cellOfBefore =
        owner
            .sql(
                """
                select o.id from organization o join organization c on c.id = o.commune_id
                where c.code = 'HEMUONG' and o.code = 'CB01'
                """)
            .query(UUID.class)
            .single();
    assertThat(Pages.words(office.open("/organizations/" + cellOfBefore + "?on=2025-12-31")))
        .contains("Thôn, bản 1 ");
    assertThat(office.open("/meetings/sheets/enter?code=HEMUONG/CB01-2025-12-TK"))
        .as("four cells bear the code CB01")
        .contains("HEMUONG/CB01-2025-12-TK");
    String sheets = Pages.words(office.open("/meetings/sheets/print?month=2025-12&on=2025-12-31"));
    assertThat(sheets).contains("Bàn việc của xã mới", "Núa Ngam").doesNotContain("xã NATONG");

    Pages cell = new Pages(web, "cell", "CELL_SECRETARY");
    assertThat(cell.open("/api/phone/bag?on=2025-12-31"))
        .contains("Chi bộ Bản 1\"", "Đảng bộ xã Núa Ngam", "Tổng kết năm ở xã mới")
        .doesNotContain("Chi bộ Bản 2\"");
    assertThat(Pages.words(cell.open("/meetings/frames/" + frame + "?on=2025-12-31")))
        .contains("Chi bộ Bản 1 ")
        .doesNotContain("Chi bộ Bản 46 ");
  }

  /// What stands in the records of another former commune counts in the cell that it is of.
  private void health(Pages office) {
    UUID cell = organization("CB01", "NATONG");
    UUID root = organization("HEMUONG", "HEMUONG");
    owner
        .sql(
            """
            with p as (
              insert into person (commune_id, name) values (:root, 'Quàng Văn Mới') returning id)
            insert into candidate (person_id, commune_id, cell_id, listed, status)
            select id, :root, :cell, '[2025-08-01,)', 'listed' from p
            """)
        .param("root", root)
        .param("cell", cell)
        .update();
    assertThat(Pages.words(office.open("/cells/" + cell + "/health?on=2025-12-31")))
        .contains(
            "Đặt cạnh các chi bộ của Đảng bộ xã Núa Ngam",
            "cả xã: Thái 733",
            "Nguồn kết nạp 1 quần chúng ưu tú");
    office(person("Lò Văn 4"), organization("CB02", "NATONG"), "Bí thư", "secretary");
    assertThat(Pages.words(office.open("/where-to-act?on=2025-12-31")))
        .as("where one cell of the commune told its secretary, the others have none")
        .contains("Vắng bí thư (45)", "Chưa có người phụ trách (44)");
  }

  private void villageStaysWhereItLies(Pages office) throws Exception {
    UUID village =
        owner
            .sql("select village_id from village_period where name = 'Bản 5' limit 1")
            .query(UUID.class)
            .single();
    FilledForm.open(office, "/entry/villages/" + village + "/change?on=2025-12-31")
        .with("name", "Bản Năm", "from", "1/9/2025")
        .send()
        .undo();
    assertThat(office.open("/villages?organization=NUANGAM&on=2025-12-31")).contains("Bản Năm");
    assertThat(office.open("/villages?organization=NATONG&on=2025-06-30")).contains("Bản 5<");
    assertThat(Pages.words(office.open("/coverage?on=2025-12-31"))).contains("Bản Năm");
  }

  private void aDayOnWhichItWasNotThereLeadsToTheNearest(Pages office, UUID commune) {
    String former = "/organizations/" + organization("NATONG", "NATONG");
    assertThat(office.ask(former + "?on=2025-12-31").getRedirectedUrl())
        .isEqualTo(former + "?on=2025-06-30");
    assertThat(office.ask("/organizations/" + commune + "?on=2024-12-31").getRedirectedUrl())
        .isEqualTo("/organizations/" + commune + "?on=2025-07-01");
    assertThat(Pages.words(office.open("/?on=2024-12-31")))
        .as("the first page stays with the commune of today")
        .contains("Đảng bộ xã Núa Ngam", "(chưa có; chọn đơn vị khi đó ở ô Tổ chức)");
  }

  private void cellsOfOneNameAreToldApart(Pages office, UUID commune) {
    owner
        .sql("update organization_period set name = 'Chi bộ Một Tên' where name in (?, ?)")
        .params("Chi bộ Bản 9", "Chi bộ Bản 10")
        .update();
    assertThat(Pages.words(office.open("/regulations/new?on=2025-12-31&commune=" + commune)))
        .contains(
            "Chi bộ Một Tên (NATONG/CB03)", "Chi bộ Một Tên (%s/CB03)".formatted(CODES.get(1)));
    for (String address : List.of("/organizations", "/where-to-act")) {
      assertThat(Pages.words(office.open(address + "?on=2025-12-31")))
          .contains("Chi bộ Một Tên NATONG/CB03", "Chi bộ Một Tên %s/CB03".formatted(CODES.get(1)));
    }
    owner
        .sql("update village_period set name = 'Bản Một Tên' where name in (?, ?)")
        .params("Bản 9", "Bản 10")
        .update();
    for (String address : List.of("/villages", "/coverage")) {
      assertThat(Pages.words(office.open(address + "?on=2025-12-31")))
          .contains("Bản Một Tên (Đảng bộ xã NATONG)", "Bản Một Tên (Đảng bộ xã HEMUONG)");
    }
    assertThat(Pages.words(office.open("/organizations?on=2025-06-30")))
        .contains("Chi bộ Một Tên CB03");
  }

  private void whoseCommuneEndedSeesNothingOfTheOthers() {
    Pages former = new Pages(web, "former", "CLERK");
    for (String address :
        List.of(
            "/charges/committee?on=2025-12-31",
            "/charges?on=2025-12-31",
            "/meetings/frames?on=2025-12-31",
            "/meetings/sheets?month=2025-12&on=2025-12-31",
            "/regulations?on=2025-12-31",
            "/where-to-act?on=2025-12-31",
            "/reconciliations?on=2025-12-31")) {
      assertThat(Pages.words(former.open(address)))
          .as(address)
          .doesNotContain("Lò Văn", "Chi bộ Bản 1 ", "Chi bộ Bản 4 ", "Núa Ngam", "xã mới");
    }
  }

  private UUID organization(String code, String commune) {
    return owner
        .sql(
            """
            select o.id from organization o
            join organization c on c.id = o.commune_id
            where o.code = :code and c.code = :commune
            """)
        .param("code", code)
        .param("commune", commune)
        .query(UUID.class)
        .single();
  }

  private UUID person(String name) {
    return owner.sql("select id from person where name = ?").param(name).query(UUID.class).single();
  }

  private void office(UUID person, UUID unit, String title, String role) {
    owner
        .sql(
            """
            insert into office_held (commune_id, person_id, organization_id, title, role, period)
            select commune_id, ?, id, ?, ?, '[2025-07-01,)' from organization where id = ?
            """)
        .params(person, title, role, unit)
        .update();
  }

  /// The communes held their congresses on days of their own; the term of what they became runs
  /// from the first of them to its own.
  private void theTermIsToldAcrossTheMerger(Pages office) {
    ReportPeriod term = everything(() -> answers.term(Scope.ALL, "NUANGAM", "2020-2025"));
    assertThat(term).isEqualTo(new ReportPeriod(FIRST_CONGRESS, CONGRESS.minusDays(1)));
    assertThat(figures("NUANGAM", term, Units.NOW)).containsEntry("members.admitted", ADMITTED);
    assertThat(figures("NUANGAM", term, Units.THEN)).containsEntry("members.admitted", ADMITTED);
    int sum = 0;
    for (String code : CODES) {
      ReportPeriod own = everything(() -> answers.term(Scope.ALL, code, "2020-2025"));
      assertThat(own.to()).isEqualTo(DAY.minusDays(1));
      sum += (int) figures(code, own, Units.THEN).getOrDefault("members.admitted", 0);
    }
    assertThat(sum).isEqualTo(ADMITTED);
    assertThatThrownBy(() -> everything(() -> answers.term(Scope.ALL, "NUANGAM", "2021-2026")))
        .isInstanceOf(Refused.class);

    String page = office.open("/figures?organization=NUANGAM&units=now&on=2025-12-31");
    assertThat(page)
        .contains(
            "href=\"/figures?organization=NUANGAM&amp;units=now&amp;from=2020-06-05&amp;to=2025-07-24\"");
    assertThat(Pages.words(page))
        .contains("Nhiệm kỳ từ 2025 Nhiệm kỳ 2020-2025 Nhiệm kỳ 2015-2020");
    String asked = "organization=NUANGAM&from=2020-06-05&to=2025-07-24&on=";
    assertThat(Pages.words(office.open("/figures?units=now&" + asked)))
        .contains(
            "Đảng bộ xã Núa Ngam · Nhiệm kỳ 2020-2025 (Từ 05/06/2020 đến 24/07/2025) · đơn vị hiện nay",
            "Nhiệm kỳ trước",
            "Kết nạp đảng viên mới 207");
    assertThat(Pages.words(office.open("/figures/members.admitted?" + asked)))
        .contains("Kết nạp đảng viên mới · Nhiệm kỳ 2020-2025", "207");
    assertThat(
            office.open("/api/figures?organization=NUANGAM&units=now&term=2020-2025&on=2025-12-31"))
        .contains("\"period\":\"2020-06-05/2025-07-24\",\"term\":\"2020-2025\"");
  }

  /// Every reference to a unit or a village has its answer to a reorganization.
  @Test
  void everyReferenceHasItsAnswer() {
    Set<String> there =
        Set.copyOf(
            owner
                .sql(
                    """
                    select distinct c.conrelid::regclass || '.' || a.attname
                    from pg_constraint c
                    cross join lateral unnest(c.conkey) with ordinality k (col, place)
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.col
                    join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[k.place]
                    where c.contype = 'f' and f.attname = 'id'
                      and c.confrelid in ('organization'::regclass, 'village'::regclass)
                    """)
                .query(String.class)
                .list());
    Set<String> answered =
        Reference.ALL.stream()
            .map(reference -> reference.table() + "." + reference.column())
            .collect(Collectors.toSet());
    Set<String> open =
        there.stream()
            .filter(reference -> {
              int dot = reference.indexOf('.');
              return !answered.contains(reference)
                  && !Reference.isOfRecords(
                      reference.substring(0, dot), reference.substring(dot + 1));
            })
            .collect(Collectors.toSet());
    assertThat(open).isEmpty();
  }
}
