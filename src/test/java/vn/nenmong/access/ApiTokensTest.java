package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.workbook.intake.ImportFile;

/// Other programs at the API, let in by a token that the office makes on its page.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class ApiTokensTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Pattern SECRET =
      Pattern.compile("<strong class=\"code secret\">([\\w-]{43})<");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static boolean filled;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private ImportFile imports;
  @Autowired private DemoAccounts demo;
  @Autowired private AddAccount add;
  @Autowired private Today today;
  @LocalServerPort private int port;

  @BeforeEach
  void fill() {
    owner().sql("delete from sign_in_failure").update();
    if (filled) {
      return;
    }
    TwoCommunes.load(DATABASE, imports);
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
    filled = true;
  }

  private static JdbcClient owner() {
    return DATABASE.ownerJdbc();
  }

  private Client signIn(String username) {
    return new Client(port).signIn(username, DemoAccounts.PASSWORD);
  }

  private HttpResponse<String> ask(String secret, String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Authorization", "Bearer " + secret)
                .build(),
            BodyHandlers.ofString());
  }

  /// A field of each row of an answer.
  private static List<String> read(HttpResponse<String> answer, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode tree = JSON.readTree(answer.body());
    JsonNode rows = tree.isArray() ? tree : tree.path(answer.uri().getPath().replace("/api/", ""));
    return rows.valueStream().map(row -> row.path(field).asString()).toList();
  }

  private HttpResponse<byte[]> make(Client client, String name, String part, String ask) {
    return client.post(
        "/tokens/new",
        "/tokens",
        Map.of("name", name, "part", part, "ask", ask, "last", last(today.realDate())));
  }

  private static String last(LocalDate day) {
    return PartialDate.day(day).toVietnamese();
  }

  private String made(Client client, String name, String part, String ask) {
    assertThat(make(client, name, part, ask).statusCode()).isEqualTo(302);
    Matcher secret = SECRET.matcher(Client.text(client.get("/tokens")));
    assertThat(secret.find()).isTrue();
    return secret.group(1);
  }

  private String made(String name, String ask) {
    return made(signIn("vanphong"), name, "NATONG", ask);
  }

  private static UUID id(String name) {
    return owner()
        .sql("select id from api_token where name = :name")
        .param("name", name)
        .query(UUID.class)
        .single();
  }

  @Test
  void theSecretIsToldOnceAndKeptAsADigestAlone() {
    Client clerk = signIn("vanphong");
    String secret = made(clerk, "Kể một lần", "NATONG", "members");
    assertThat(Client.text(clerk.get("/tokens"))).contains("Kể một lần").doesNotContain(secret);
    assertThat(
            owner()
                .sql("select t::text from api_token t where name = 'Kể một lần'")
                .query(String.class)
                .single())
        .contains(Secret.digest(secret))
        .doesNotContain(secret);
  }

  @Test
  void itIsAnsweredWhatItsMakerSeesAndNothingOfTheOtherCommune() throws Exception {
    String secret = made("Tỉnh", "members");
    HttpResponse<String> answer = ask(secret, "/api/members?limit=1000&on=2016-12-31");
    assertThat(read(answer, "id"))
        .containsExactlyInAnyOrderElementsOf(members("NATONG"))
        .hasSize(112);
    assertThat(answer.body()).doesNotContain(TwoCommunes.MARK);
    assertThat(read(ask(secret, "/api/members?standing=probationary"), "standing"))
        .hasSize(12)
        .containsOnly("probationary");
    assertThat(read(ask(secret, "/api/members?organization=NATONG/CB01"), "organization"))
        .isNotEmpty()
        .containsOnly("NATONG/CB01");
    assertThat(ask(secret, "/api/members?organization=" + TwoCommunes.OTHER).statusCode())
        .isEqualTo(404);
    assertThat(ask(secret, "/api/members?on=2016-02-31").statusCode()).isEqualTo(400);
  }

  private static List<String> members(String commune) {
    return owner()
        .sql(
            """
            select s.person_id::text from member_state s
            join organization c on c.id = s.commune_id
            where c.code = :commune and s.period @> date '2016-12-31'
            """)
        .param("commune", commune)
        .query(String.class)
        .list();
  }

  @Test
  void portionsTogetherAreAllOfThemOnce() throws Exception {
    String secret = made("Từng phần", "members");
    List<String> ids = new ArrayList<>();
    String after = "";
    int portions = 0;
    do {
      HttpResponse<String> answer = ask(secret, "/api/members?limit=25" + after);
      ids.addAll(read(answer, "id"));
      JsonNode next = JSON.readTree(answer.body()).get("next");
      after = next.isNull() ? "" : "&after=" + next.asString();
      portions++;
    } while (!after.isEmpty());
    assertThat(portions).isEqualTo(5);
    assertThat(ids).containsExactlyInAnyOrderElementsOf(members("NATONG"));
  }

  @Test
  void aTokenForACellReachesNoFurther() throws Exception {
    String secret = made(signIn("vanphong"), "Chi bộ 1", "NATONG/CB01", "members");
    assertThat(read(ask(secret, "/api/members"), "organization"))
        .isNotEmpty()
        .containsOnly("NATONG/CB01");
    assertThat(ask(secret, "/api/members?organization=NATONG").statusCode()).isEqualTo(404);
    assertThat(ask(secret, "/api/members?organization=NATONG/CB02").statusCode()).isEqualTo(404);
  }

  @Test
  void itOpensItsPartsAndNothingElse() throws Exception {
    String secret = made("Chỉ quần chúng", "candidates");
    HttpResponse<String> answer = ask(secret, "/api/candidates");
    assertThat(read(answer, "person"))
        .hasSize(
            owner()
                .sql(
                    """
                    select count(*)::int from candidate a
                    join organization c on c.id = a.commune_id
                    where c.code = 'NATONG' and a.listed @> date '2016-12-31'
                    """)
                .query(Integer.class)
                .single());
    assertThat(answer.body()).doesNotContain(TwoCommunes.MARK);
    for (String address :
        List.of("/api/members", "/api/due", "/api/rules", "/api/figures?organization=NATONG")) {
      assertThat(ask(secret, address).statusCode()).as(address).isEqualTo(403);
    }
    assertThat(ask(secret, "/api/people?q=a").statusCode()).isEqualTo(403);
    assertThat(ask(secret, "/api/nothing").statusCode()).isEqualTo(404);
    assertThat(ask(secret, "/members").headers().firstValue("Location").orElseThrow())
        .endsWith("/sign-in");
    assertThat(ask(secret, "/api/openapi.yaml").statusCode()).isEqualTo(200);
  }

  @Test
  void dueAndRulesAreAnsweredToTheTokenThatIsForThem() throws Exception {
    String secret = made(signIn("vanphong"), "Hạn", "NATONG", "due");
    HttpResponse<String> due = ask(secret, "/api/due?days=366");
    assertThat(read(due, "person")).isNotEmpty();
    assertThat(due.body()).doesNotContain(TwoCommunes.MARK);
    assertThat(read(ask(made("Quy định", "rules"), "/api/rules?on=2016-12-31"), "code"))
        .isNotEmpty();
  }

  @Test
  void wrongRevokedEndedAndOfAnEndedRoleAreAllTheSame() throws Exception {
    String path = TwoCommunes.path(DATABASE, "NATONG", "NATONG");
    add.run(
        Viewer.COMMAND_LINE,
        new NewAccount("tam", "Người tạm", Role.CLERK, path, true),
        DemoAccounts.PASSWORD);
    String left = made(signIn("tam"), "Người đã thôi", "NATONG", "members");
    String revoked = made("Thu hồi", "members");
    String ended = made("Hết hạn", "members");
    for (String secret : List.of(left, revoked, ended)) {
      assertThat(ask(secret, "/api/members").statusCode()).isEqualTo(200);
    }
    owner()
        .sql(
            """
            update access_grant set valid = 'empty'
            where account_id = (select id from account where username = 'tam')
            """)
        .update();
    signIn("quantri").post("/tokens", "/tokens/" + id("Thu hồi") + "/revoke", Map.of());
    owner()
        .sql("update api_token set last_day = :day where name = 'Hết hạn'")
        .param("day", today.realDate().minusDays(1))
        .update();
    int sessions = sessions();
    HttpResponse<String> wrong = ask("khong-co", "/api/members");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
    for (String secret : List.of(left, revoked, ended, "", Secret.fresh())) {
      HttpResponse<String> answer = ask(secret, "/api/members");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo(wrong.body());
      assertThat(answer.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }
    assertThat(sessions()).isEqualTo(sessions);
  }

  @Test
  void noSessionAndNoCookieIsMade() throws Exception {
    String secret = made("Không phiên", "members");
    int sessions = sessions();
    for (String address :
        List.of("/api/members", "/api/due", "/api/nothing", "/api/members?on=x")) {
      assertThat(ask(secret, address).headers().allValues("Set-Cookie")).as(address).isEmpty();
    }
    assertThat(ask("sai", "/api/members").headers().allValues("Set-Cookie")).isEmpty();
    assertThat(sessions()).isEqualTo(sessions);
  }

  private static int sessions() {
    return owner().sql("select count(*)::int from spring_session").query(Integer.class).single();
  }

  @Test
  void eachUseLeavesALineAndShowsWhenItWasLast() throws Exception {
    String secret = made("Để lại dấu", "members");
    ask(secret, "/api/members?limit=1");
    ask(secret, "/api/due");
    assertThat(
            owner()
                .sql(
                    """
                    select concat_ws(' ', account, action, subject, detail ->> 'token',
                      detail ->> 'path', origin, acting)
                    from audit_line
                    where commune_id = (
                        select commune_id from organization where code = 'NATONG' limit 1)
                      and at >= (select made_at from api_token where name = 'Để lại dấu')
                      and action <> 'sign_in'
                    order by id
                    """)
                .query(String.class)
                .list())
        .containsExactly(
            "vanphong add token Để lại dấu 127.0.0.1 clerk",
            "vanphong ask api Để lại dấu /api/members 127.0.0.1 clerk",
            "vanphong refuse route /api/due 127.0.0.1 clerk");
    Client clerk = signIn("vanphong");
    assertThat(Pages.words(Client.text(clerk.get("/trail?did=ask"))))
        .contains("Lấy qua API", "Để lại dấu · /api/members", "127.0.0.1");
    String row =
        Client.text(clerk.get("/tokens"))
            .replaceAll("(?s).*?(<td[^>]*><span>Để lại dấu.*?</tr>).*", "$1");
    assertThat(Pages.words(row)).contains("127.0.0.1").doesNotContain("chưa dùng");
  }

  @Test
  void aPasswordIsAnsweredTooAndLeavesItsLine() {
    Client clerk = signIn("vanphong");
    clerk.get("/api/candidates");
    assertThat(
            owner()
                .sql(
                    """
                    select action || ' ' || (detail ->> 'path') from audit_line
                    where account = 'vanphong' order by id desc limit 1
                    """)
                .query(String.class)
                .single())
        .isEqualTo("ask /api/candidates");
  }

  @Test
  void guessingIsSlowedDownAndMakesNobodyElseWait() throws Exception {
    String good = made("Đúng", "members");
    int tried = 0;
    HttpResponse<String> answer;
    do {
      answer = ask(Secret.fresh(), "/api/members");
      tried++;
    } while (answer.statusCode() == 401 && tried < 100);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(tried).isBetween(10, 40);
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isPositive();
    assertThat(ask(good, "/api/members").statusCode()).isEqualTo(429);
    signIn("vanphong");
  }

  @Test
  void nobodyMakesOneThatReachesFurtherThanThey() {
    add.run(
        Viewer.COMMAND_LINE,
        new NewAccount(
            "cb1", "Văn thư", Role.CLERK, TwoCommunes.path(DATABASE, "NATONG", "CB01"), true),
        DemoAccounts.PASSWORD);
    Client cell = signIn("cb1");
    for (String part : List.of("NATONG", "NATONG/CB02", TwoCommunes.OTHER, "")) {
      assertThat(Client.text(make(cell, "Xa hơn", part, "members")))
          .as(part)
          .contains("không được xem xa hơn");
    }
    made(cell, "Vừa đủ", "NATONG/CB01", "members");
    assertThat(Client.text(cell.get("/tokens"))).contains("Vừa đủ").doesNotContain("NATONG\"");
    made("Của xã", "members");
    assertThat(Client.text(cell.get("/tokens"))).doesNotContain("Của xã");
    cell.post("/tokens", "/tokens/" + id("Của xã") + "/revoke", Map.of());
    assertThat(
            owner()
                .sql("select revoked_at is null from api_token where name = 'Của xã'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whoseWorkIsAccountsRevokesAndMakesNone() {
    made("Người khác thu hồi", "members");
    Client administrator = signIn("quantri");
    assertThat(Client.text(administrator.get("/tokens")))
        .contains("Người khác thu hồi")
        .doesNotContain("/tokens/new");
    assertThat(administrator.get("/tokens/new").statusCode()).isEqualTo(403);
    String revoke = "/tokens/" + id("Người khác thu hồi") + "/revoke";
    administrator.post("/tokens", revoke, Map.of());
    assertThat(Client.text(administrator.get("/tokens"))).contains("Đã thu hồi khóa");
    administrator.post("/tokens", revoke, Map.of());
    assertThat(Client.text(administrator.get("/tokens"))).contains("Không tìm thấy khóa này");
  }

  @Test
  void whatIsMissingIsSaid() {
    Client clerk = signIn("vanphong");
    LocalDate day = today.realDate();
    for (Map<String, String> form :
        List.of(
            Map.of("name", " ", "part", "NATONG", "ask", "members", "last", last(day)),
            Map.of("name", "x", "part", "NATONG", "last", last(day)),
            Map.of("name", "x", "part", "NATONG", "ask", "pages", "last", last(day)),
            Map.of("name", "x", "part", "NATONG", "ask", "members", "last", "mai"),
            Map.of("name", "x", "part", "NATONG", "ask", "members", "last", last(day.minusDays(1))),
            Map.of(
                "name", "x", "part", "NATONG", "ask", "members", "last", last(day.plusYears(2))))) {
      HttpResponse<byte[]> answer = clerk.post("/tokens/new", "/tokens", form);
      assertThat(answer.statusCode()).as(form.toString()).isEqualTo(200);
      assertThat(Client.text(answer)).as(form.toString()).contains("role=\"alert\"");
    }
  }
}
