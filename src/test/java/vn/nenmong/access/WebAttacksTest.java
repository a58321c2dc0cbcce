package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// The web's usual attacks, tried on the whole program.
@BesideOthers
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nenmong.demo=true",
      "nenmong.working-day=2016-12-31",
      "server.tomcat.connection-timeout=1s"
    })
class WebAttacksTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  /// Breaks out of an attribute in either quotes, of text, of a text box, a title and a script.
  private static final String PROBE =
      "\"'></textarea></title></script></option><xss-probe onclick=x>=HYPERLINK(\"x\")";

  private static final int MOST_PAGES = 400;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private DemoAccounts demo;
  @LocalServerPort private int port;

  @BeforeEach
  void accounts() {
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
  }

  private Client signIn(String username) {
    return new Client(port).signIn(username, DemoAccounts.PASSWORD);
  }

  @Test
  void whatIsTypedIntoAnyFormIsNeverPartOfAPage() {
    Client clerk = signIn("vanphong");
    Client administrator = signIn("quantri");
    Set<String> sent = new TreeSet<>();
    for (Client someone : List.of(clerk, administrator)) {
      for (Map.Entry<String, Document> page : pages(someone).entrySet()) {
        for (Element form : page.getValue().select("form")) {
          send(someone, page.getKey(), form, sent);
        }
      }
    }
    assertThat(sent).hasSizeGreaterThan(35).anyMatch(form -> form.startsWith("/entry/"));
    fillEveryTextOfTheDatabase();
    Set<String> seen = new TreeSet<>();
    for (Client someone : List.of(clerk, administrator)) {
      pages(someone)
          .forEach((address, page) -> {
            assertClean(address, page);
            seen.add(kind(address));
          });
    }
    assertThat(seen).hasSizeGreaterThan(50);
    assertThat(Client.text(clerk.get("/members?year=2016"))).contains("&lt;xss-probe");
  }

  private static void send(Client someone, String page, Element form, Set<String> sent) {
    String action = form.attr("action").isEmpty() ? page : form.attr("action");
    boolean leaves =
        action.startsWith("/sign-out")
            || action.startsWith("/entry/undo")
            || form.attr("enctype").startsWith("multipart");
    if (leaves || !sent.add(kind(action) + " " + form.attr("method"))) {
      return;
    }
    Map<String, String> filled = new LinkedHashMap<>();
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      boolean typed =
          field.is("textarea")
              || Set.of("", "text", "search", "password").contains(field.attr("type"));
      String option = field.select("option[value~=.]").attr("value");
      filled.put(
          field.attr("name"),
          typed ? PROBE : field.is("select") ? option + PROBE : field.val() + PROBE);
    }
    filled.remove("_csrf");
    HttpResponse<byte[]> answer;
    if (form.attr("method").equals("post")) {
      answer = someone.post(page, action, filled);
    } else {
      StringBuilder query = new StringBuilder(action).append(action.contains("?") ? "&" : "?");
      filled.forEach((name, value) ->
          query
              .append(name)
              .append('=')
              .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8))
              .append('&'));
      answer = someone.get(query.toString());
    }
    assertThat(answer.statusCode()).as(action).isLessThan(500);
    assertClean(action, Jsoup.parse(Client.text(answer)));
    answer
        .headers()
        .map()
        .forEach((name, values) -> assertThat(values.toString()).doesNotContain("<xss-probe"));
  }

  private static void assertClean(String address, Document page) {
    assertThat(page.select("xss-probe")).as(address).isEmpty();
    assertThat(page.select("[href^=javascript:], [src^=javascript:], [onclick]"))
        .as(address)
        .isEmpty();
  }

  /// A page of every kind that links lead to.
  private static Map<String, Document> pages(Client someone) {
    Map<String, Document> found = new LinkedHashMap<>();
    Set<String> kinds = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("/home", "/?year=2016"));
    while (!open.isEmpty() && found.size() < MOST_PAGES) {
      String address = open.pop();
      HttpResponse<byte[]> answer = someone.get(address);
      String to = answer.headers().firstValue("Location").orElse("");
      if (!to.isEmpty()) {
        open.add(to.replaceAll("^https?://[^/]*", ""));
        continue;
      }
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        continue;
      }
      assertThat(answer.statusCode()).as(address).isLessThan(500);
      Document page = Jsoup.parse(Client.text(answer));
      found.put(address, page);
      for (Element link : page.select("a[href^=/]")) {
        if (kinds.add(kind(link.attr("href")))) {
          open.add(link.attr("href"));
        }
      }
    }
    return found;
  }

  /// An address without what names one thing: ids, codes, pages and values.
  private static String kind(String address) {
    return address
        .replaceAll("=[^&]*", "=")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
        .replaceAll("/figures/[^/?]+", "/figures/*");
  }

  /// Whatever the forms let through: as if it had come by an import, or from an older version.
  private static void fillEveryTextOfTheDatabase() {
    List<Map<String, Object>> columns =
        DATABASE
            .ownerJdbc()
            .sql(
                """
                select c.table_name as tab, c.column_name as col
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and c.data_type = 'text' and c.domain_name is null and c.is_generated = 'NEVER'
                  and c.table_name in ('person', 'membership', 'member_state', 'candidate',
                    'organization_period', 'village', 'village_period', 'meeting', 'study_session',
                    'economic_model', 'office_held', 'course', 'course_attendance', 'village_post',
                    'planning_entry', 'mass_organization', 'resolution', 'indicator', 'charge',
                    'charge_decision', 'cell_visit', 'working_regulation',
                    'organization_review', 'member_review', 'doubt_excuse', 'import_run',
                    'saved_view', 'paper_template')
                """)
            .query()
            .listOfRows();
    int filled = 0;
    for (Map<String, Object> column : columns) {
      filled += fill(String.valueOf(column.get("tab")), String.valueOf(column.get("col")));
    }
    assertThat(filled).isGreaterThan(500);
  }

  /// @return how many rows; none of a column of codes, in which nothing else can be
  private static int fill(String table, String column) {
    try {
      return DATABASE
          .ownerJdbc()
          .sql(
              "update %s set %s = left(%2$s, 40) || :probe where %2$s is not null"
                  .formatted(table, column))
          .param("probe", PROBE)
          .update();
    } catch (DataAccessException constrained) {
      return 0;
    }
  }

  @Test
  void aSessionIsAnotherAfterSigningInAndEverySidedoorIsShut() {
    Client client = new Client(port);
    String before = cookie(client.get("/sign-in"));
    HttpResponse<byte[]> in =
        client.post(
            "/sign-in", "/sign-in", Map.of("username", "bithu", "password", DemoAccounts.PASSWORD));
    assertThat(cookie(in)).isNotEmpty().isNotEqualTo(before);
    HttpResponse<byte[]> page = client.get("/");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
  }

  private static String cookie(HttpResponse<byte[]> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("nenmong="))
        .map(cookie -> cookie.replaceAll(";.*", ""))
        .findFirst()
        .orElse("");
  }

  @Test
  void noAddressLeadsElsewhere() {
    Client clerk = signIn("vanphong");
    for (String elsewhere :
        List.of("//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX-Evil:1")) {
      String encoded = java.net.URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);
      for (String address :
          List.of(
              "/language?language=en&back=" + encoded,
              "/entry/villages/new?back=" + encoded,
              "/views?of=" + encoded)) {
        HttpResponse<byte[]> answer = clerk.get(address);
        assertThat(answer.headers().firstValue("Location").orElse("/"))
            .as(address)
            .doesNotContain("evil");
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
        assertThat(Jsoup.parse(Client.text(answer)).select("a[href*=//evil], a[href*=\\evil]"))
            .as(address)
            .isEmpty();
      }
    }
    clerk.get("/language?language=vi");
  }

  @Test
  void noPathLeadsOutOfWhatIsServed() throws IOException {
    for (String path :
        List.of(
            "/assets/../application.properties",
            "/assets/..%2fapplication.properties",
            "/assets/%2e%2e/application.properties",
            "/assets/....//application.properties",
            "/webjars/../db/migration/V001__kernel.sql",
            "/webjars/..;/application.properties",
            "//assets/app.css/..%5c..%5capplication.properties")) {
      String answer =
          raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).doesNotContain("spring.application.name", "create extension");
      assertThat(answer).as(path).matches("(?s)HTTP/1.1 (302|400|401|403|404).*");
    }
  }

  @Test
  void fieldsThatAFormDoesNotHaveChangeNothing() {
    Client secretary = signIn("bithu");
    for (String address :
        List.of(
            "/members?viewer.roles=CLERK&viewer.scope.paths=",
            "/import?viewer.account=vanphong&roles=CLERK",
            "/accounts?viewer.roles=ADMINISTRATOR")) {
      int status = secretary.get(address).statusCode();
      assertThat(status).as(address).isEqualTo(address.startsWith("/members") ? 200 : 403);
    }
    Client administrator = signIn("quantri");
    administrator.post(
        "/accounts/new",
        "/accounts",
        Map.of(
            "username", "gan-them",
            "displayName", "Gán thêm",
            "role", "cell_secretary",
            "part", "NATONG/CB01",
            "demo", "true",
            "passwordHash", "{noop}x",
            "path", ""));
    assertThat(
            DATABASE
                .ownerJdbc()
                .sql(
                    "select demo::text || ' ' || left(password_hash, 6) from account where username = 'gan-them'")
                .query(String.class)
                .single())
        .startsWith("false ")
        .doesNotContain("noop");
  }

  @Test
  void nothingThatARequestSaysChangesWhoIsAtWork() {
    Client cell = signIn("chibo");
    String commune =
        DATABASE
            .ownerJdbc()
            .sql("select id::text from organization where code = 'NATONG'")
            .query(String.class)
            .single();
    StringBuilder claims = new StringBuilder();
    for (String prefix : List.of("", "viewer.", "page.frame.", "page.")) {
      for (String claim :
          List.of(
              "account=vanphong",
              "displayName=x",
              "roles=CLERK",
              "roles[0]=CLERK",
              "scope=",
              "scope.paths=",
              "scope.paths[0]=",
              "communes=" + commune,
              "communes[0]=" + commune,
              "origin=x",
              "acting=clerk")) {
        String[] part = claim.split("=", -1);
        claims
            .append('&')
            .append(java.net.URLEncoder.encode(prefix + part[0], StandardCharsets.UTF_8))
            .append('=')
            .append(part[1]);
      }
    }
    for (String address :
        List.of(
            "/?year=2016",
            "/members?year=2016",
            "/organizations?year=2016",
            "/villages?year=2016",
            "/meetings?year=2016",
            "/figures?year=2016",
            "/due?days=400",
            "/candidates/board?days=400",
            "/find?q=a",
            "/my-account?x=1")) {
      assertThat(main(cell, address + claims)).as(address).isEqualTo(main(cell, address));
    }
    for (String closed : List.of("/import", "/trail", "/accounts", "/backup", "/people/x/held")) {
      assertThat(cell.get(closed + "?x=1" + claims).statusCode()).as(closed).isEqualTo(403);
    }
    String line =
        DATABASE
            .ownerJdbc()
            .sql(
                "select concat(account, ' ', acting) from audit_line where action = 'refuse' order by id desc limit 1")
            .query(String.class)
            .single();
    assertThat(line).startsWith("chibo").doesNotContain("clerk");
  }

  private static String main(Client someone, String address) {
    HttpResponse<byte[]> answer = someone.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return Jsoup.parse(Client.text(answer)).select("main").text();
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndTheProgramGoesOn() throws IOException {
    Client clerk = signIn("vanphong");
    HttpResponse<byte[]> answer =
        clerk.post(
            "/entry/villages/new", "/entry/villages/new", Map.of("f.name", "x".repeat(3 << 20)));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(clerk.get("/members").statusCode()).isEqualTo(200);
    String header =
        raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(1 << 16) + "\r\n\r\n");
    assertThat(header).startsWith("HTTP/1.1 400");
  }

  @Test
  void whoSendsByDropsIsLeftAlone() throws IOException {
    try (Socket slow = new Socket("localhost", port)) {
      slow.getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
      slow.getOutputStream().flush();
      byte[] rest = slow.getInputStream().readAllBytes();
      assertThat(new String(rest, StandardCharsets.US_ASCII)).doesNotContain("200");
    }
    assertThat(new Client(port).get("/sign-in").statusCode()).isEqualTo(200);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
