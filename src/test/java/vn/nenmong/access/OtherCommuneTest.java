package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.workbook.intake.ImportFile;

/// Two communes in one database, and someone of the first who asks for what is the second's: by
/// every address that the second's clerk is led to, and on every page there is.
@BesideOthers
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class OtherCommuneTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String UUID_PATTERN =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern ID = Pattern.compile(UUID_PATTERN);
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)[\"#]");
  private static final Pattern FORM = Pattern.compile("method=\"post\" action=\"(/[^\"]*)\"");
  private static final Set<String> ofOther = new LinkedHashSet<>();
  private static boolean filled;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private ImportFile imports;
  @Autowired private DemoAccounts demo;
  @Autowired private AddAccount add;
  @Autowired private AccessTable table;
  @LocalServerPort private int port;

  @BeforeEach
  void fill() {
    if (filled) {
      return;
    }
    TwoCommunes.load(DATABASE, imports);
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
    add.run(
        Viewer.COMMAND_LINE,
        new NewAccount(
            "khac",
            "Xã khác",
            Role.CLERK,
            TwoCommunes.path(DATABASE, TwoCommunes.OTHER, TwoCommunes.OTHER),
            true),
        DemoAccounts.PASSWORD);
    one(
        """
        insert into reconciliation (commune_id, day, source, account, at)
        select id, '2016-09-30', 'above', 'khac', now() from organization where code = '%s'
        returning id
        """
            .formatted(TwoCommunes.OTHER));
    takeStep(signedIn("khac"), TwoCommunes.OTHER, "");
    takeStep(signedIn("vanphong"), "NATONG", "and o.code <> 'CB01'");
    decisionAndVisit();
    meeting();
    filled = true;
  }

  /// Of the other commune.
  private static void decisionAndVisit() {
    JdbcClient sql = DATABASE.ownerJdbc();
    sql.sql(
            """
            insert into charge_decision (commune_id, number, body, day, replaces)
            select id, '77-QĐ/ĐU', 'Đảng ủy %s', '2016-01-15', 'cells'
            from organization where code = '%s'
            """
                .formatted(TwoCommunes.MARK, TwoCommunes.OTHER))
        .update();
    sql.sql(
            """
            insert into cell_visit (commune_id, cell_id, person_id, day, found, account)
            select c.commune_id, c.cell_id, c.person_id, '2016-05-01', 'Họp đúng kỳ', 'khac'
            from charge c join organization o on o.id = c.commune_id and o.code = '%s'
            where c.period @> date '2016-05-01' limit 1
            """
                .formatted(TwoCommunes.OTHER))
        .update();
  }

  /// A meeting that was kept, with a photo and a task, and a frame.
  private static void meeting() {
    String meeting =
        one(
            """
            insert into cell_meeting (commune_id, cell_id, month, kind, state, version)
            select op.commune_id, op.organization_id, '2016-11-01', 'regular', 'approved', 2
            from organization_period op
            join organization o on o.id = op.commune_id and o.code = '%s'
            where op.kind = 'cell' and op.period @> date '2016-11-05'
            limit 1
            returning id
            """
                .formatted(TwoCommunes.OTHER));
    for (String statement :
        List.of(
            """
            insert into meeting_field (meeting_id, commune_id, name, value, version, account)
            select id, commune_id, 'heldOn', '"2016-11-05"', 1, 'khac' from cell_meeting where id = '%s'
            """,
            """
            insert into meeting_field (meeting_id, commune_id, name, value, version, account)
            select id, commune_id, 'resolution', '"%2$s"', 2, 'khac' from cell_meeting where id = '%1$s'
            """,
            """
            insert into meeting_photo (id, commune_id, meeting_id, size, content, account, at)
            select uuidv7(), commune_id, id, 1, '\\x01', 'khac', now() from cell_meeting where id = '%s'
            """,
            """
            insert into cell_task (id, commune_id, cell_id, meeting_id, text, person_id, given_on)
            select uuidv7(), m.commune_id, m.cell_id, m.id, '%2$s', s.person_id, '2016-11-05'
            from cell_meeting m
            join member_state s on s.cell_id = m.cell_id
            where m.id = '%1$s' limit 1
            """,
            """
            insert into meeting_frame (commune_id, month, kind, title, account, at)
            select commune_id, '2016-11-01', 'regular', '%2$s', 'khac', now()
            from cell_meeting where id = '%1$s'
            """)) {
      DATABASE.ownerJdbc().sql(statement.formatted(meeting, TwoCommunes.MARK)).update();
    }
  }

  /// Somebody on the list of a cell takes the class.
  private static void takeStep(Client clerk, String commune, String where) {
    String candidate =
        one(
            """
            select c.person_id from candidate c
            join organization o on o.id = c.cell_id
            join organization r on r.id = o.commune_id
            where r.code = '%s' and upper_inf(c.listed) and c.status = 'listed' %s
            order by c.id limit 1
            """
                .formatted(commune, where));
    String form = "/people/" + candidate + "/steps/helpers";
    List<String> helpers =
        DATABASE
            .ownerJdbc()
            .sql(
                """
                select m.person_id from membership m
                join member_state s on s.person_id = m.person_id and s.period @> date '2016-11-01'
                join organization o on o.id = m.commune_id and o.code = ?
                where s.standing = 'official' and lower(m.period) < '2015-01-01' limit 2
                """)
            .param(commune)
            .query(String.class)
            .list();
    HttpResponse<byte[]> taken =
        clerk.post(
            form,
            form,
            Map.of(
                "f.day.day",
                "1",
                "f.day.month",
                "11",
                "f.day.year",
                "2016",
                "f.first",
                helpers.get(0),
                "f.second",
                helpers.get(1),
                "f.form",
                "two_members"));
    assertThat(taken.statusCode()).as(Client.text(taken)).isEqualTo(302);
  }

  private static String one(String sql) {
    return DATABASE.ownerJdbc().sql(sql).query(UUID.class).single().toString();
  }

  /// An id of every table that has some in a commune, and of who is in one.
  private static Set<String> ids(String where) {
    Set<String> ids = new LinkedHashSet<>();
    for (String table :
        DATABASE
            .ownerJdbc()
            .sql(
                """
                select c.table_name from information_schema.columns c
                join information_schema.columns i using (table_schema, table_name)
                where c.column_name = 'commune_id' and i.column_name = 'id' and i.data_type = 'uuid'
                  and c.table_schema = 'public'
                """)
            .query(String.class)
            .list()) {
      ids.addAll(
          DATABASE
              .ownerJdbc()
              .sql("select id from %s t where %s limit 1".formatted(table, where))
              .query(String.class)
              .list());
    }
    return ids;
  }

  /// Every route of the table that names one thing, with each of some ids.
  private Map<String, Set<String>> named(Set<String> ids) {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (AccessTable.Entry entry : table.entries()) {
      String path = entry.path().getPatternString();
      if (entry.method().equals(HttpMethod.GET)
          && path.matches(".*\\{(id|change)}.*")
          && !path.startsWith("/accounts")) {
        String known =
            path.replace("{kind}", "class")
                .replace("{register}", "members")
                .replace("{deed}", "correct");
        named.put(
            path,
            ids.stream()
                .map(id -> known.replaceAll("\\{(id|change)}", id))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
      }
    }
    return named;
  }

  /// @return the routes that opened for the owner with some of the ids
  private static Set<String> assertClosed(
      Client owner, Client stranger, Map<String, Set<String>> named) {
    Set<String> opened = new TreeSet<>();
    named.forEach((path, addresses) -> {
      for (String address : addresses) {
        if (owner.get(address).statusCode() == 200) {
          opened.add(path);
          assertSame(stranger, address);
        }
      }
    });
    return opened;
  }

  /// A plan that is done: of one village that stays where it is.
  private static void plan(String commune) {
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into plan_run (id, commune_id, kind, day, weights, fixed, account, at, touched_at,
              state, result, drafted, drafted_by, drafted_at)
            select uuidv7(), o.id, 'villages', '2016-12-31', '{}', '{}', 'x', now(), now(), 'done',
              jsonb_build_array(jsonb_build_object('how', 'BEST', 'feasible', true, 'points', 0,
                'placed', jsonb_build_array(jsonb_build_object('of', uuidv7(),
                  'before', jsonb_build_array(), 'to', uuidv7(), 'reasons', jsonb_build_array())),
                'explained', jsonb_build_array())), 0, 'x', now()
            from organization o
            where o.code = ? and o.id = o.commune_id
            """)
        .param(commune)
        .update();
  }

  private static void reorganization(String commune) {
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into reorganization (commune_id, kind, day, decision_number, decision_body,
              decided, event, account, at)
            select id, 'rename', '2016-12-01', '1', 'x', '2016-11-01', '{}', 'x', now()
            from organization
            where code = ? and id = commune_id
            """)
        .param(commune)
        .update();
  }

  @Test
  void everyRouteThatNamesOneThingIsClosedToTheOtherCommune() {
    plan("MUONGNHA");
    reorganization("MUONGNHA");
    Set<String> ids = ids("commune_id = (select id from organization where code = 'MUONGNHA')");
    ids.add(
        one(
            """
            select r.change from row_change r
            join organization o on o.id = r.commune_id and o.code = 'MUONGNHA'
            where r.register = 'membership' limit 1
            """));
    Map<String, Set<String>> named = named(ids);
    List<String> people =
        DATABASE
            .ownerJdbc()
            .sql(
                "select p.id from person p join organization o on o.id = p.commune_id and o.code = 'MUONGNHA' limit 2")
            .query(String.class)
            .list();
    named.put("/quality/merge/{keep}/{gone}", Set.of("/quality/merge/" + String.join("/", people)));
    Set<String> opened = assertClosed(signedIn("khac"), signedIn("vanphong"), named);
    assertThat(named.keySet())
        .as("a file on its way in is its account's, one of a phone its cell's")
        .allMatch(path -> opened.contains(path) || path.matches("(/import/\\{id}|/api/phone/).*"));
  }

  @Test
  void aCellSecretaryReadsAnotherCellsMemberAtNoAddress() {
    Client office = signedIn("vanphong");
    Client cell = signedIn("chibo");
    String elsewhere =
        """
        select s.person_id from member_state s join organization o on o.id = s.cell_id
        join organization c on c.id = o.commune_id
        where c.code = 'NATONG' and o.code <> 'CB01' and upper_inf(s.period)
        """;
    Set<String> ids = new LinkedHashSet<>();
    ids.add(one(elsewhere + " order by 1 limit 1"));
    ids.add(
        one("select id from membership where person_id in (" + elsewhere + ") order by 1 limit 1"));
    ids.add(
        one(
            "select s.id from step s join organization o on o.id = s.commune_id and o.code = 'NATONG' where kind = 'helpers'"));
    ids.add(
        one(
            "select s.person_id from step s join organization o on o.id = s.commune_id and o.code = 'NATONG' where kind = 'helpers'"));
    Set<String> opened = assertClosed(office, cell, named(ids));
    assertThat(opened)
        .contains(
            "/members/{id}",
            "/people/{id}/way",
            "/people/{id}/held",
            "/people/{id}/held/file",
            "/people/{id}/steps/{kind}",
            "/steps/{id}/correct",
            "/steps/{id}/take-back",
            "/people/{id}/erase",
            "/history/{id}",
            "/entry/{register}/{id}/{deed}");
    List<String> others = DATABASE.ownerJdbc().sql(elsewhere).query(String.class).list();
    for (AccessTable.Entry entry : table.entries()) {
      String path = entry.path().getPatternString();
      if (entry.method().equals(HttpMethod.GET) && !path.matches(".*[{*].*")) {
        assertThat(content(cell.get(path + "?year=2016&days=400"))).as(path).doesNotContain(others);
      }
    }
  }

  @Test
  void whatIsTheOthersAnswersAsWhatIsNot() {
    Client owner = signedIn("khac");
    Client stranger = signedIn("vanphong");
    Set<String> kinds = new TreeSet<>();
    for (String address : ofOther(owner)) {
      if (!ID.matcher(address).find()) {
        continue;
      }
      assertThat(owner.get(address).statusCode()).as(address).isEqualTo(200);
      assertSame(stranger, address);
      kinds.add(kind(address));
    }
    assertThat(kinds)
        .contains(
            "/members/*",
            "/organizations/*",
            "/villages/*",
            "/history/*",
            "/import/runs/*",
            "/people/*/way",
            "/people/*/steps/class",
            "/steps/*/correct",
            "/steps/*/take-back")
        .anyMatch(kind -> kind.startsWith("/entry/members/*/"));
  }

  @Test
  void whatIsTheOthersIsNotChanged() {
    Client owner = signedIn("khac");
    Client stranger = signedIn("vanphong");
    Set<String> forms = new LinkedHashSet<>();
    for (String address : ofOther(owner)) {
      FORM.matcher(Client.text(owner.get(address)))
          .results()
          .map(form -> HtmlUtils.htmlUnescape(form.group(1)))
          .filter(form -> ID.matcher(form).find())
          .forEach(forms::add);
    }
    String before = rows();
    Set<String> kinds = new TreeSet<>();
    for (String form : forms) {
      Map<String, String> filled = Map.of("reason", "x", "why", "x", "name", "x", "version", "x");
      HttpResponse<byte[]> answer = stranger.post("/figures", form, filled);
      HttpResponse<byte[]> random = stranger.post("/figures", other(form), filled);
      assertThat(masked(answer)).as(form).isEqualTo(masked(random));
      kinds.add(kind(form));
    }
    assertThat(rows()).isEqualTo(before);
    assertThat(kinds)
        .contains("/people/*/steps/class", "/steps/*/correct", "/steps/*/take-back")
        .anyMatch(kind -> kind.startsWith("/entry/member"));
  }

  @Test
  void noPageAndNoFileNamesAnyoneOfTheOther() {
    Client owner = signedIn("khac");
    Client stranger = signedIn("vanphong");
    int named = 0;
    for (AccessTable.Entry entry : table.entries()) {
      String path = entry.path().getPatternString();
      if (!entry.method().equals(HttpMethod.GET) || path.contains("*")) {
        continue;
      }
      path = path.replace("{code}", "members.total").replace("{register}", "member");
      if (path.contains("{")) {
        continue;
      }
      for (String query :
          List.of(
              "?year=2016",
              "?year=2016&organization=" + TwoCommunes.OTHER,
              "?year=2016&organization=" + TwoCommunes.OTHER + "%2FCB01",
              "?year=2016&q=" + TwoCommunes.MARK.substring(0, 3),
              "?year=2016&organization=NATONG&q=" + encoded("Quàng"))) {
        assertThat(content(stranger.get(path + query)))
            .as(path + query)
            .doesNotContain(TwoCommunes.MARK);
      }
      if (content(owner.get(path + "?year=2016")).contains(" " + TwoCommunes.MARK)) {
        named++;
      }
    }
    assertThat(named).isGreaterThan(20);
  }

  @Test
  void aCellSecretaryReachesNoMemberOfAnotherCell() {
    Client office = signedIn("vanphong");
    Client cell = signedIn("chibo");
    List<String> others =
        DATABASE
            .ownerJdbc()
            .sql(
                """
                select s.person_id::text from member_state s
                join organization o on o.id = s.cell_id
                join organization c on c.id = o.commune_id
                where c.code = 'NATONG' and s.period @> date '2016-12-31'
                group by s.person_id
                having not bool_or(o.code = 'CB01')
                """)
            .query(String.class)
            .list();
    int asked = 0;
    for (String address : places(office)) {
      if (others.stream().anyMatch(address::contains)) {
        assertSame(cell, address);
        asked++;
      }
    }
    for (String member : others.subList(0, 10)) {
      assertSame(cell, "/members/" + member);
    }
    assertThat(asked).isGreaterThan(2);
    assertThat(others).hasSizeGreaterThan(90);
  }

  /// The answer to a stranger is the one to an id that there is not.
  private static void assertSame(Client stranger, String address) {
    HttpResponse<byte[]> answer = stranger.get(address);
    HttpResponse<byte[]> random = stranger.get(other(address));
    assertThat(masked(answer)).as(address).isEqualTo(masked(random));
  }

  private static Set<String> ofOther(Client owner) {
    if (ofOther.isEmpty()) {
      ofOther.addAll(places(owner));
    }
    return ofOther;
  }

  /// All that links lead to, as they stand or with one thing chosen; of addresses that differ in
  /// ids and values alone, two.
  private static Set<String> places(Client client) {
    Map<String, Integer> kinds = new HashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    var next = new ArrayDeque<>(List.of("/", "/import"));
    while (!next.isEmpty()) {
      String address = next.poll();
      if (seen.contains(address)
          || address.startsWith("/language")
          || address.contains("sort=")
          || address.contains("&")
          || address.startsWith("/assets")
          || address.startsWith("/webjars")
          || kinds.merge(kind(address), 1, Integer::sum) > 2) {
        continue;
      }
      HttpResponse<byte[]> answer = client.get(address);
      if (answer.statusCode() != 200) {
        continue;
      }
      seen.add(address);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        Matcher link = LINK.matcher(Client.text(answer));
        while (link.find()) {
          next.add(HtmlUtils.htmlUnescape(link.group(1)));
        }
      }
    }
    return seen;
  }

  private static String kind(String address) {
    return address
        .replaceAll(UUID_PATTERN, "*")
        .replaceAll("=[^&]*", "=")
        .replaceAll("^/rules/[a-z_.0-9]+", "/rules/*");
  }

  private static String other(String address) {
    return ID.matcher(address).replaceAll(_ -> UUID.randomUUID().toString());
  }

  /// Without ids, the token of the page and the time at which a file was made.
  private static String masked(HttpResponse<byte[]> answer) {
    return answer.statusCode()
        + " "
        + answer
            .headers()
            .firstValue("Location")
            .map(to -> ID.matcher(to).replaceAll("*"))
            .orElse("")
        + ID.matcher(content(answer))
            .replaceAll("*")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "*")
            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  /// The text of a page, or of all that is packed in a file.
  private static String content(HttpResponse<byte[]> answer) {
    String text = Client.text(answer);
    if (!text.startsWith("PK")) {
      return text;
    }
    var all = new StringBuilder();
    Path file = TestDatabase.newFolder().resolve("file.zip");
    try (var zip = new ZipFile(Files.write(file, answer.body()).toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  /// All registers, to see whether any row of them changed.
  private static String rows() {
    return String.join(
        "",
        DATABASE
            .ownerJdbc()
            .sql(
                """
                select query_to_xml('select count(*), md5(string_agg(t::text, '','' order by t::text)) from '
                  || quote_ident(relname) || ' t', false, false, '')::text
                from pg_class
                where relnamespace = 'public'::regnamespace and relrowsecurity
                  and relname not in ('audit_line', 'audit_seal')
                order by relname
                """)
            .query(String.class)
            .list());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Client signedIn(String username) {
    return new Client(port).signIn(username, DemoAccounts.PASSWORD);
  }
}
