package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.workbook.intake.Office;

/// Every address of the access table at which someone is shown, or something handed out, leaves a
/// line in the trail; and the trail has words for each.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class EveryLookLeavesALineTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  /// What shows one person, or is made to be taken out.
  private static final Pattern LOOK =
      Pattern.compile(
          "/people/.*|/members/\\{id}|/reconciliations/\\{id}|/steps/\\{id}/.*|/history/.*|/me|/quality/merge/.*"
              + "|/entry/\\{register}/\\{id}/.*|.*/(export|file|labels|rows|rejected.xlsx)");

  /// Handed out with nothing of anyone in it.
  private static final Set<String> EMPTY = Set.of("/import/empty.xlsx", "/reports/templates/file");

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private DemoAccounts demo;
  @Autowired private AccessTable table;
  @LocalServerPort private int port;

  @BeforeEach
  void accounts() {
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
  }

  @Test
  void whoeverIsShownAndWhateverIsHandedOutIsInTheTrail() throws IOException {
    Client clerk = signIn("vanphong");
    Client member = signIn("dangvien");
    Map<String, String> ids = ids(clerk);
    Set<String> looks = new TreeSet<>();
    for (AccessTable.Entry entry : table.entries()) {
      String path = entry.path().getPatternString();
      if (!entry.method().equals(HttpMethod.GET) || entry.anyone() || EMPTY.contains(path)) {
        continue;
      }
      boolean own = !entry.isFor(Role.CLERK);
      if (own && !entry.isFor(Role.MEMBER)) {
        continue;
      }
      long before = lines();
      HttpResponse<byte[]> answer = (own ? member : clerk).get(address(path, ids));
      boolean look =
          LOOK.matcher(path).matches()
              || answer.headers().firstValue("Content-Disposition").isPresent();
      if (look) {
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(lines()).as(path).isGreaterThan(before);
        looks.add(path);
      }
    }
    assertThat(looks)
        .hasSizeGreaterThan(35)
        .contains("/people/{id}/way", "/history/{id}", "/import/{id}/rejected.xlsx", "/me/file");
    assertThat(Client.text(clerk.get("/trail"))).contains("Ghi bước");
    assertThat(Client.text(clerk.get(address("/history/{id}", ids)))).contains("Ghi bước");
    assertThat(clerk.get("/trail/export").statusCode()).isEqualTo(200);
  }

  private static String address(String path, Map<String, String> ids) {
    String address = path;
    for (String part :
        ids.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      address = address.replace(part, Objects.requireNonNull(ids.get(part)));
    }
    return address
            .replace("{code}", "members.total")
            .replace(
                "{id}",
                Objects.requireNonNull(ids.get("/people/{id}")).substring("/people/".length()))
        + (path.startsWith("/communes") ? "?year=2016" : "?year=2016&organization=NATONG");
  }

  /// Addresses of what there is, by what they stand for in the table.
  private static Map<String, String> ids(Client clerk) throws IOException {
    String someone =
        one(
            """
            select person_id from candidate
            where upper_inf(listed) and status = 'listed' order by id limit 1
            """);
    String other = one("select id from person where id <> '" + someone + "' limit 1");
    String member =
        one("select person_id from member_state where upper_inf(period) order by 1 limit 1");
    Matcher form =
        Pattern.compile("/entry/members/[0-9a-f-]{36}/correct")
            .matcher(Client.text(clerk.get("/members/" + member)));
    assertThat(form.find()).isTrue();
    String take = "/people/" + someone + "/steps/helpers";
    String official =
        """
        select m.person_id from membership m
        join member_state s on s.person_id = m.person_id and s.period @> date '2016-11-01'
        where s.standing = 'official' and lower(m.period) < '2015-01-01' order by 1 limit 1
        """;
    clerk.post(
        take,
        take,
        Map.of(
            "f.day.day",
            "1",
            "f.day.month",
            "11",
            "f.day.year",
            "2016",
            "f.first",
            one(official),
            "f.second",
            one(official + " offset 1"),
            "f.form",
            "two_members"));
    String step =
        one("select id from step where kind = 'helpers' and person_id = '" + someone + "'");
    String upload =
        clerk.upload(
            "/import", new Office().put("Đảng viên", 7, "Ngày sinh", "không rõ").save().toString());
    clerk.await(upload);
    return Map.of(
        "/people/{id}",
        "/people/" + someone,
        "/members/{id}",
        "/members/" + member,
        "/steps/{id}",
        "/steps/" + step,
        "/import/{id}",
        upload,
        "/entry/{register}/{id}/{deed}",
        form.group(),
        "/quality/merge/{keep}/{gone}",
        "/quality/merge/" + someone + "/" + other,
        "/reconciliations/{id}",
        "/reconciliations/"
            + one(
                """
                insert into reconciliation (commune_id, day, source, file_name, people, account, at)
                select id, '2016-12-31', 'national', 'x.xlsx', 0, 'vanphong', now()
                from organization where code = 'NATONG' and id = commune_id
                returning id
                """),
        "{kind}",
        "cv",
        "{change}",
        one("select change from row_change where register = 'membership' limit 1"),
        "{register}",
        "members");
  }

  private static String one(String sql) {
    return DATABASE.ownerJdbc().sql(sql).query(UUID.class).single().toString();
  }

  private static long lines() {
    return DATABASE
        .ownerJdbc()
        .sql("select count(*) from audit_line where action in ('view', 'export')")
        .query(Long.class)
        .single();
  }

  private Client signIn(String username) {
    return new Client(port).signIn(username, DemoAccounts.PASSWORD);
  }
}
