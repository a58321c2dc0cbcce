package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup;

/// What the data law asks for: all that is held on a person, their own look at it, times of
/// keeping, and erasing, after which nothing of them is left and the trail still holds.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class PersonalDataTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

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

  private static JdbcClient owner() {
    return DATABASE.ownerJdbc();
  }

  private static <T> T one(Class<T> type, String sql) {
    return owner().sql(sql).query(type).single();
  }

  @Test
  void allThatIsHeldOnAMemberIsAPageAndAFile() throws IOException {
    UUID member =
        one(
            UUID.class,
            """
            select o.person_id from office_held o
            join member_review r on r.membership_id in (
              select id from membership m where m.person_id = o.person_id)
            where o.role = 'secretary' limit 1
            """);
    Map<String, Object> facts =
        owner()
            .sql(
                "select p.name, m.card_number, s.occupation from person p join membership m on m.person_id = p.id join member_state s on s.person_id = p.id where p.id = :id")
            .param("id", member)
            .query()
            .listOfRows()
            .getFirst();
    Client clerk = signIn("vanphong");
    clerk.get("/members/" + member);
    String page = Pages.words(Client.text(clerk.get("/people/" + member + "/held")));
    assertThat(page)
        .contains(
            String.valueOf(facts.get("name")),
            String.valueOf(facts.get("card_number")),
            String.valueOf(facts.get("occupation")),
            "Chức vụ",
            "Xếp loại đảng viên",
            "Ai đã xem",
            "Văn phòng Đảng ủy · Xem");
    HttpResponse<byte[]> file = clerk.get("/people/" + member + "/held/file");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
      String words =
          StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
              .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
              .map(cell -> new DataFormatter().formatCellValue(cell))
              .collect(Collectors.joining(" | "));
      assertThat(words)
          .contains(
              String.valueOf(facts.get("name")),
              String.valueOf(facts.get("card_number")),
              "Xuất ra");
    }
  }

  @Test
  void aMemberSeesTheirOwnRecordAndNobodyElses() {
    UUID person =
        one(
            UUID.class,
            "select person_id from membership where card_number is not null order by id limit 1");
    String name = one(String.class, "select name from person where id = '" + person + "'");
    String page = "/people/" + person + "/held";
    Client member = letIn(signIn("vanphong"), person, "chinh-minh");
    assertThat(member.get("/home").headers().firstValue("Location").orElseThrow()).endsWith("/me");
    assertThat(Client.text(member.get("/me"))).contains(name, "Ai đã xem");
    assertThat(member.get("/me/file").statusCode()).isEqualTo(200);
    for (String address :
        new String[] {
          "/", "/members", "/members/" + person, page, "/people/" + person + "/erase", "/trail"
        }) {
      assertThat(member.get(address).statusCode()).as(address).isEqualTo(403);
    }
  }

  private static final String PHRASE = "cầu treo qua suối mười nhịp";

  /// Gives someone an account by which they see their own record, and signs in with it.
  private Client letIn(Client clerk, UUID person, String username) {
    String page = "/people/" + person + "/held";
    clerk.post(page, "/people/" + person + "/account", Map.of("username", username));
    Matcher code =
        Pattern.compile("<strong class=\"code\">(\\d{4} \\d{4})<")
            .matcher(Client.text(clerk.get(page)));
    assertThat(code.find()).isTrue();
    new Client(port)
        .post(
            "/invitation",
            "/invitation",
            Map.of("username", username, "code", code.group(1), "password", PHRASE));
    return new Client(port).signIn(username, PHRASE);
  }

  @Test
  void whoseTimeIsOverIsNamedErasedAndGoneFromEverywhereWhileTheTrailHolds(
      @Autowired ApplicationContext context) {
    String name = "Giàng A Không Còn";
    Client clerk = signIn("vanphong");
    UUID person = candidate(name, "2015-06-30");
    UUID fresh = candidate("Giàng A Còn Hạn", "2016-06-30");
    owner()
        .sql("update person set ethnicity = 'Mông giả tưởng' where id = :id")
        .param("id", person)
        .update();
    assertThat(
            one(
                String.class,
                "select cast(before as text) from row_change where person_id = '" + person + "'"))
        .as("sealed")
        .doesNotContain(name);
    assertThat(
            one(
                String.class,
                "select opened(before, person_id) ->> 'name' from row_change where person_id = '"
                    + person
                    + "'"))
        .isEqualTo(name);

    Client themselves = letIn(clerk, person, "khong-con");
    assertThat(Client.text(themselves.get("/me"))).contains(name, "khong-con");
    letInPhone("khong-con");

    String due = Client.text(clerk.get("/privacy/retention"));
    assertThat(due).contains(name, "12 tháng", "chưa kiểm chứng").doesNotContain("Giàng A Còn Hạn");
    String erase = "/people/" + person + "/erase";
    clerk.post(erase, erase, Map.of("name", "Ai Khác", "reason", "hết hạn"));
    assertThat(Client.text(clerk.get(erase))).contains("không khớp");
    clerk.post(erase, erase, Map.of("name", name, "reason", "hết hạn"));
    assertThat(Client.text(clerk.get("/privacy/retention"))).doesNotContain(name);

    assertThat(themselves.get("/me").statusCode()).isEqualTo(302);
    HttpResponse<byte[]> again =
        new Client(port)
            .post("/sign-in", "/sign-in", Map.of("username", "khong-con", "password", PHRASE));
    assertThat(again.headers().firstValue("Location").orElseThrow()).contains("error");
    for (String table :
        List.of("device", "second_factor", "recovery_code", "account_invitation", "access_grant")) {
      assertThat(
              one(
                  Integer.class,
                  "select count(*) from "
                      + table
                      + " where account_id = (select id from account where username = 'khong-con')"))
          .as(table)
          .isZero();
    }

    for (Map<String, Object> column : columns()) {
      String table = String.valueOf(column.get("tab"));
      assertThat(
              one(
                  Long.class,
                  "select count(*) from %s where cast(%s as text) like '%%%s%%'"
                      .formatted(table, column.get("col"), name)))
          .as(table + "." + column.get("col"))
          .isZero();
    }
    assertThat(
            one(
                String.class,
                "select min(opened(before, person_id)::text) from row_change where person_id = '"
                    + person
                    + "'"))
        .isEqualTo("{\"erased\": true}");
    one(Integer.class, "select seal_trail()");
    assertThat(context.getBean("checkTrail", Checkup.class).findings()).isEmpty();
    assertThat(one(Integer.class, "select count(*) from person where id = '" + fresh + "'"))
        .isEqualTo(1);
  }

  @Test
  void aMemberIsNotErased() {
    UUID member =
        one(UUID.class, "select person_id from membership where upper_inf(period) limit 1");
    String name = one(String.class, "select name from person where id = '" + member + "'");
    Client clerk = signIn("vanphong");
    assertThat(Client.text(clerk.get("/people/" + member + "/erase")))
        .contains("đang là đảng viên");
    clerk.post(
        "/people/" + member + "/held",
        "/people/" + member + "/erase",
        Map.of("name", name, "reason", "thử"));
    assertThat(one(String.class, "select name from person where id = '" + member + "'"))
        .isEqualTo(name);
  }

  @Test
  void keepingLongerTakesSomeoneOffTheListUntilThen() {
    String name = "Vàng Thị Giữ Thêm";
    UUID person = candidate(name, "2015-03-31");
    Client clerk = signIn("vanphong");
    assertThat(Client.text(clerk.get("/privacy/retention"))).contains(name);
    String erase = "/people/" + person + "/erase";
    clerk.post(erase, "/people/" + person + "/keep", Map.of("reason", "đang học", "until", "nay"));
    assertThat(Client.text(clerk.get("/privacy/retention"))).contains(name);
    clerk.post(
        erase, "/people/" + person + "/keep", Map.of("reason", "đang học", "until", "30/06/2017"));
    assertThat(Client.text(clerk.get("/privacy/retention"))).doesNotContain(name);
  }

  private static void letInPhone(String username) {
    for (String row :
        List.of(
            """
            insert into device
              (id, account_id, token_digest, pin_hash, name, since, last_used, good_until)
            select uuidv7(), id, 'x', 'x', 'Máy', now(), now(), now() + interval '1 day'
            from account where username = :username
            """,
            "insert into second_factor select id, 'x' from account where username = :username",
            "insert into recovery_code select id, 'x' from account where username = :username",
            """
            insert into account_invitation
            select id, 'x', now() + interval '1 day', 'x' from account where username = :username
            """)) {
      assertThat(owner().sql(row).param("username", username).update()).isEqualTo(1);
    }
  }

  private static UUID candidate(String name, String since) {
    return owner()
        .sql(
            """
            with cell as (
              select op.organization_id as id, o.commune_id from organization_period op
              join organization o on o.id = op.organization_id
              where o.code = 'CB01' and op.period @> date '2016-12-31' limit 1),
            someone as (
              insert into person (commune_id, name) select commune_id, :name from cell returning id)
            insert into candidate (person_id, commune_id, cell_id, listed, status)
            select someone.id, cell.commune_id, cell.id, daterange(cast(:since as date), null), 'listed'
            from someone, cell
            returning person_id
            """)
        .param("name", name)
        .param("since", since)
        .query(UUID.class)
        .single();
  }

  /// All that hold words.
  private static List<Map<String, Object>> columns() {
    return owner()
        .sql(
            """
            select c.table_name as tab, quote_ident(c.column_name) as col
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and (c.data_type in ('text', 'character varying', 'jsonb') or c.domain_name is not null)
            """)
        .query()
        .listOfRows();
  }
}
