package vn.nenmong.membership.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import vn.nenmong.BesideOthers;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.web.Notice;

/// A hundred people on the list of a cell go over HTTP all the way to official membership; what is
/// due, the board and the interfaces are looked at on the way.
@SpringBootTest(properties = "nenmong.working-day=2018-12-31")
@AutoConfigureMockMvc
@BesideOthers
class HundredCandidatesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final TestCommune COMMUNE = new TestCommune(DATABASE, "NATONG");
  private static final TestCommune.Unit CELL = COMMUNE.cell("CB01", "Chi bộ Pá Kín");
  private static final LocalDate DAY = LocalDate.of(2016, 10, 3);
  private static final int ALL = 100;

  private static final List<UUID> MEMBERS =
      IntStream.range(0, 8)
          .mapToObj(i -> COMMUNE.member("Lò Văn " + (char) ('A' + i), CELL))
          .toList();

  static {
    COMMUNE.account("office", "clerk", COMMUNE.root());
  }

  @Autowired private MockMvc web;

  private final JdbcClient owner = DATABASE.ownerJdbc();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  private UUID candidate(int i) {
    UUID person =
        owner
            .sql(
                "insert into person (commune_id, name, born) values (?, ?, '1990-04') returning id")
            .params(COMMUNE.root().id(), "Vàng A " + name(i))
            .query(UUID.class)
            .single();
    owner
        .sql(
            """
            insert into candidate (person_id, commune_id, cell_id, listed, status)
            values (?, ?, ?, daterange(?, null), 'listed')
            """)
        .params(person, COMMUNE.root().id(), CELL.id(), DAY.minusMonths(3))
        .update();
    return person;
  }

  private static String name(int i) {
    return (char) ('A' + i / 26) + String.valueOf((char) ('a' + i % 26));
  }

  private void single(UUID person, String kind, LocalDate day, String... typed) {
    send("/people/" + person + "/steps/" + kind, List.of(), day, typed);
  }

  private void many(List<UUID> people, String kind, LocalDate day, String... typed) {
    send("/steps/" + kind + "/many", people, day, typed);
  }

  private void send(String address, List<UUID> people, LocalDate day, String... typed) {
    MockHttpServletRequestBuilder request = request(address, people, day);
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i].startsWith("own.") ? typed[i] : "f." + typed[i], typed[i + 1]);
    }
    try {
      MvcResult answer = web.perform(request).andReturn();
      assertThat(answer.getResponse().getStatus())
          .as(() -> address + ": " + problems(Pages.text(answer.getResponse())))
          .isEqualTo(302);
      assertThat(answer.getFlashMap().get(Notice.NAME)).isNotNull();
    } catch (Exception e) {
      throw new IllegalStateException(address, e);
    }
  }

  private static MockHttpServletRequestBuilder request(
      String address, List<UUID> people, LocalDate day) {
    return post(address)
        .with(user("office").roles("CLERK"))
        .with(csrf())
        .param("f.day.day", String.valueOf(day.getDayOfMonth()))
        .param("f.day.month", String.valueOf(day.getMonthValue()))
        .param("f.day.year", String.valueOf(day.getYear()))
        .param("person", people.stream().map(UUID::toString).toArray(String[]::new));
  }

  private static String problems(String page) {
    return Pages.words(page.replaceAll("(?s).*id=\"problems\"", "").replaceAll("(?s)</div>.*", ""));
  }

  private String open(String address) {
    return Pages.words(
        new Pages(web, "office", "CLERK")
            .open(address + (address.contains("?") ? "&" : "?") + "on=2018-12-31"));
  }

  /// Counted through all portions.
  private int due(String what) {
    int count = 0;
    String after = "";
    do {
      String json =
          new Pages(web, "office", "CLERK").open("/api/due?days=0&limit=37&on=2018-12-31" + after);
      count += (int) Pattern.compile("\"what\":\"" + what + "\"").matcher(json).results().count();
      Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(json);
      after = next.find() ? "&after=" + Pages.encoded(next.group(1)) : "";
    } while (!after.isEmpty());
    return count;
  }

  private void upToTheVote(UUID person) {
    single(
        person,
        "helpers",
        DAY.minusMonths(2),
        "first",
        MEMBERS.get(0).toString(),
        "second",
        MEMBERS.get(1).toString(),
        "form",
        "two_members");
    single(person, "application", DAY.minusDays(20), "form", "upper_secondary");
    single(person, "cv", DAY.minusDays(15));
    single(person, "verification", DAY.minusDays(10), "form", "clear");
    single(person, "opinions", DAY.minusDays(5));
  }

  private void isVotedFor(UUID person) {
    single(
        person,
        "cell_resolution",
        DAY,
        "number",
        "05-NQ/CB",
        "form",
        "secret",
        "inFavour",
        "8",
        "entitled",
        "8",
        "outcome",
        "carried");
  }

  @Test
  void aHundredBecomeOfficialMembers() {
    List<UUID> people = IntStream.range(0, ALL).mapToObj(this::candidate).toList();
    many(
        people,
        "class",
        DAY.minusMonths(1),
        people.stream()
            .flatMap(person -> Stream.of("own.number." + person, people.indexOf(person) + "/GCN"))
            .toArray(String[]::new));
    people.forEach(this::upToTheVote);
    assertThat(open("/candidates/board")).contains("Vàng A " + name(0), "Vàng A " + name(ALL - 1));
    people.forEach(this::isVotedFor);
    many(
        people,
        "committee_resolution",
        DAY.plusDays(8),
        "inFavour",
        "9",
        "entitled",
        "11",
        "outcome",
        "carried");
    many(
        people,
        "admission_decision",
        DAY.plusDays(30),
        "received.day",
        "7",
        "received.month",
        "11",
        "received.year",
        "2016",
        "form",
        "btv_huyen_uy",
        "inFavour",
        "7",
        "entitled",
        "9",
        "outcome",
        "carried");
    assertThat(due("ceremony")).isEqualTo(ALL);
    LocalDate ceremony = DAY.plusDays(50);
    many(people, "ceremony", ceremony);
    assertThat(probationary(ceremony)).isEqualTo(ALL);
    LocalDate end = ceremony.plusMonths(12);
    many(people, "new_member_class", ceremony.plusMonths(4));
    assertThat(due("recognition_cell")).isEqualTo(ALL);
    people.forEach(person ->
        single(
            person,
            "recognition_cell",
            end.plusDays(3),
            "form",
            "secret",
            "inFavour",
            "8",
            "entitled",
            "8",
            "outcome",
            "carried"));
    many(
        people,
        "recognition_committee",
        end.plusDays(9),
        "inFavour",
        "10",
        "entitled",
        "11",
        "outcome",
        "carried");
    many(
        people,
        "recognition_decision",
        end.plusDays(60),
        "form",
        "btv_huyen_uy",
        "inFavour",
        "9",
        "entitled",
        "9",
        "outcome",
        "carried");
    assertThat(probationary(end.plusDays(59))).isEqualTo(ALL);
    assertThat(probationary(end.plusDays(60))).isZero();
    assertThat(
            owner
                .sql("select count(*)::int from membership where recognised = ?")
                .param(end.toString())
                .query(Integer.class)
                .single())
        .isEqualTo(ALL);
    assertThat(open("/movements?from=2016-01-01&to=2016-12-31").replaceAll("(?s)\\d+ lượt.*", ""))
        .containsSubsequence("Có đến hết 31/12/2015", "8", "Kết nạp", "+100", "khớp", "108");
  }

  private int probationary(LocalDate day) {
    return Objects.requireNonNull(
        owner
            .sql(
                """
                select count(*)::int from member_state
                where standing = 'probationary' and period @> cast(? as date)
                """)
            .param(day)
            .query(Integer.class)
            .single());
  }

  /// Votes too few for one of three: nobody's step is taken, and whose it was is told.
  @Test
  void aStepForManyIsTakenForAllOrForNone() throws Exception {
    List<UUID> people = IntStream.range(200, 203).mapToObj(this::candidate).toList();
    many(people, "class", DAY.minusMonths(1), "number", "1/GCN");
    people.forEach(this::upToTheVote);
    people.forEach(this::isVotedFor);
    MvcResult answer =
        web.perform(
                request("/steps/committee_resolution/many", people, DAY.plusDays(8))
                    .param("f.inFavour", "9")
                    .param("f.entitled", "11")
                    .param("f.outcome", "carried")
                    .param("own.inFavour." + people.getLast(), "5"))
            .andReturn();
    assertThat(answer.getResponse().getStatus()).isEqualTo(200);
    assertThat(Pages.text(answer.getResponse()))
        .contains("href=\"#p." + people.getLast() + "\"")
        .doesNotContain("href=\"#p." + people.getFirst() + "\"");
    assertThat(
            owner
                .sql(
                    """
                    select count(*)::int from step
                    where kind = 'committee_resolution' and person_id = any(?)
                    """)
                .param(people.toArray(UUID[]::new))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aYearOfWhichNoRuleOnBadgesIsKnownSaysSo() {
    String unknown = "Chưa biết quy định về Huy hiệu Đảng";
    assertThat(open("/badges?of=2015")).contains(unknown + " cho năm 2015");
    assertThat(open("/badges?of=2016")).contains(unknown + " trước ngày 20/09/2016");
    assertThat(open("/badges?of=2017")).doesNotContain(unknown);
  }

  @Test
  void aRuleThatDecidesNothingSaysSo() {
    assertThat(open("/rules/recognition.prolonging")).contains("Chỉ để tra cứu");
    assertThat(open("/rules/admit.order")).doesNotContain("Chỉ để tra cứu");
  }
}
