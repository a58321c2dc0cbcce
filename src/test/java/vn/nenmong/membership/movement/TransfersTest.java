package vn.nenmong.membership.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// Someone goes from one commune to another; each side, and who sees both, looks at it.
@SpringBootTest
@AutoConfigureMockMvc
class TransfersTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final TestCommune FROM = new TestCommune(DATABASE, "NATONG");
  private static final TestCommune TO = new TestCommune(DATABASE, "MUONGNHA");
  private static final TestCommune.Unit LEFT = FROM.cell("CB01", "Chi bộ Pá Kín");
  private static final TestCommune.Unit JOINED = TO.cell("CB01", "Chi bộ Na Khoa");
  private static final LocalDate DAY = LocalDate.of(2016, 5, 4);

  @Autowired private MockMvc web;

  private final JdbcClient owner = DATABASE.ownerJdbc();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void accounts() {
    FROM.account("from", "clerk", FROM.root());
    TO.account("to", "clerk", TO.root());
    FROM.account("above", "board", FROM.root());
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into access_grant (account_id, role, path, valid)
            select id, 'board', cast(? as ltree), '[2016-01-01,)' from account where username = 'above'
            """)
        .param(TO.root().path())
        .update();
  }

  private UUID leaves(String name) {
    UUID person = FROM.member(name, LEFT);
    Map.of(
            "membership",
                "update membership set period = daterange(lower(period), ?), left_by = 'transfer_out' where person_id = ?",
            "member_state",
                "update member_state set period = daterange(lower(period), ?) where person_id = ?")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(change -> owner.sql(change.getValue()).params(DAY, person).update());
    owner
        .sql(
            """
            insert into step
              (commune_id, person_id, kind, day, effective, number, place, form, account, at)
            values (?, ?, 'transfer_out', ?, '2016-04-20', '07-GGT', 'Đảng bộ Mường Nhà', 'same_province',
              'from', now())
            """)
        .params(FROM.root().id(), person, DAY)
        .update();
    return person;
  }

  private FilledForm.Answer arrives(String name, String day, String from) throws Exception {
    return new FilledForm(new Pages(web, "to", "CLERK"), "/entry/members/new", Map.of())
        .with("name", name, "born", "3/5/1980", "sex", "male", "cell", JOINED.id().toString())
        .with("admitted", "1/1/2010", "recognised", "1/1/2011", "arrived", day)
        .with("cameFrom", from, "origin", "other_province")
        .send();
  }

  private String way(UUID person) {
    return Pages.words(new Pages(web, "from", "CLERK").open("/people/" + person + "/way"));
  }

  private String transfers(String account, String role, String name) {
    return Pages.words(
        new Pages(web, account, role)
            .open("/transfers?year=2016&on=2016-12-31&q=" + Pages.encoded(name)));
  }

  @Test
  void bothSidesAgreeForWhoSeesBoth() throws Exception {
    UUID person = leaves("Lò Văn Đi");
    assertThat(way(person))
        .contains("Làm xong thủ tục chuyển sinh hoạt", "Nộp giấy giới thiệu, nơi đến xác nhận");
    assertThat(transfers("from", "CLERK", "Lò Văn Đi")).contains("Chưa có xác nhận của nơi đến");
    arrives("Lò Văn Đi", "20/5/2016", "Đảng bộ Na Tông, 07-GGT");
    assertThat(transfers("above", "BOARD", "Lò Văn Đi"))
        .containsSubsequence("Chuyển đi", "04/05/2016", "Khớp hai phía", "20/05/2016")
        .containsSubsequence("Chuyển đến", "20/05/2016", "Khớp hai phía", "04/05/2016");
    assertThat(transfers("from", "CLERK", "Lò Văn Đi"))
        .contains("07-GGT", "Nơi đến đã xác nhận", "20/05/2016")
        .doesNotContain("Na Khoa");
    assertThat(way(person))
        .contains("20/05/2016", "theo sổ của đảng bộ nơi đến")
        .doesNotContain("Làm xong thủ tục", "Nộp giấy giới thiệu", "Na Khoa");
    assertThat(transfers("to", "CLERK", "Lò Văn Đi"))
        .contains("Đảng bộ Na Tông, 07-GGT", "Nơi đi ngoài phạm vi xem")
        .doesNotContain("04/05/2016");
  }

  @Test
  void anArrivalThatWasToldConfirmsTheTransfer() {
    UUID person = leaves("Lò Thị Tới");
    owner
        .sql(
            """
            insert into step (commune_id, person_id, kind, day, account, at)
            values (?, ?, 'transfer_arrived', '2016-06-01', 'from', now())
            """)
        .params(FROM.root().id(), person)
        .update();
    assertThat(transfers("from", "CLERK", "Lò Thị Tới"))
        .contains("Nơi đến đã xác nhận", "01/06/2016");
  }

  @Test
  void whoComesFromElsewhereIsCountedAsTransferredAndNotAsAdmitted() throws Exception {
    assertThat(arrives("Quàng Thị Mới", "1/8/2009", "Hà Nội").words())
        .contains("phải từ ngày vào Đảng trở đi");
    arrives("Quàng Thị Mới", "1/8/2016", "Hà Nội");
    assertThat(
            Pages.words(
                new Pages(web, "to", "CLERK")
                    .open("/movements?from=2016-08-01&to=2016-08-31&on=2016-08-31")))
        .containsSubsequence(
            "Chuyển sinh hoạt đến", "+1", "tỉnh khác", "+1", "Quàng Thị Mới", "tỉnh khác", "Hà Nội")
        .doesNotContain("+ Kết nạp");
    UUID person =
        owner.sql("select id from person where name = 'Quàng Thị Mới'").query(UUID.class).single();
    FilledForm.open(new Pages(web, "to", "CLERK"), "/entry/members/" + person + "/correct")
        .with("education", "12/12", "reason", "bổ sung")
        .send();
    assertThat(
            owner
                .sql(
                    """
                    select lower(m.period) || ' ' || m.begun_by || ' ' || lower(s.period) || ' ' || s.education
                      || ' ' || s.standing
                    from membership m join member_state s on s.person_id = m.person_id
                    where m.person_id = ?
                    """)
                .param(person)
                .query(String.class)
                .single())
        .isEqualTo("2016-08-01 transfer_in 2016-08-01 12/12 official");
  }

  /// Of a member of another organization no more is written down than who they are.
  @Test
  void aGuestIsHereForATimeAndCountsNowhere() throws Exception {
    Pages to = new Pages(web, "to", "CLERK");
    FilledForm form =
        FilledForm.open(to, "/guests/new")
            .with("name", "Mùa A Khách", "born", "2/9/1988", "cell", JOINED.id().toString())
            .with("day", "1/8/2016", "form", "work", "place", "Đảng bộ khu công nghiệp");
    assertThat(form.with("until", "30/10/2016").send().words())
        .contains("không được ngắn như vậy", "29-QĐ/TW");
    assertThat(form.with("until", "1/8/2017").send().words()).contains("không được dài như vậy");
    assertThat(
            owner
                .sql("select count(*) from person where name = 'Mùa A Khách'")
                .query(Integer.class)
                .single())
        .isZero();
    form.with("until", "31/7/2017").send();
    UUID person =
        owner.sql("select id from person where name = 'Mùa A Khách'").query(UUID.class).single();
    assertThat(Pages.words(to.open("/guests?on=2016-12-31")))
        .containsSubsequence("Mùa A Khách", "Chi bộ Na Khoa", "khu công nghiệp", "31/07/2017");
    assertThat(Pages.words(to.open("/organizations/" + JOINED.id() + "?on=2016-12-31")))
        .containsSubsequence("Mùa A Khách", "khách");
    assertThat(Pages.words(to.open("/members?q=mua+a+khach&on=2016-12-31")))
        .doesNotContain("Mùa A Khách");
    assertThat(Pages.words(to.open("/movements?from=2016-08-01&to=2016-08-01&on=2016-08-01")))
        .doesNotContain("Mùa A Khách");
    assertThat(Pages.words(new Pages(web, "from", "CLERK").open("/guests?on=2016-12-31")))
        .doesNotContain("Mùa A Khách");
    String way = "/people/" + person + "/way";
    assertThat(Pages.words(to.open(way)))
        .contains("Khách sinh hoạt tạm thời", "Hết hạn sinh hoạt tạm thời ở đây", "31/07/2017");
    FilledForm.open(to, "/people/" + person + "/steps/guest_end").with("day", "15/1/2017").send();
    assertThat(Pages.words(to.open("/guests?on=2017-01-14"))).contains("Mùa A Khách");
    assertThat(Pages.words(to.open("/guests?on=2017-01-15"))).doesNotContain("Mùa A Khách");
    assertThat(Pages.words(to.open(way))).doesNotContain("Hết hạn sinh hoạt tạm thời ở đây");
  }
}
