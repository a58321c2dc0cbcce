package vn.nenmong.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.Pages;
import vn.nenmong.StatementCount;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// The pages of one member, organization and village, and the tree and villages they stand in.
@SpringBootTest
@AutoConfigureMockMvc
@Import(StatementCount.class)
class OneThingPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static TestCommune commune;
  private static TestCommune.Unit sub;
  private static TestCommune.Unit near;
  private static TestCommune.Unit far;
  private static UUID own;
  private static UUID joint;
  private static UUID empty;
  private static UUID secretary;
  private static UUID other;

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void fill() {
    commune = new TestCommune(DATABASE, "NATONG");
    sub = commune.unit("BP", "Đảng bộ bộ phận trường học", "sub_committee", commune.root());
    far = commune.unit("CB09", "Chi bộ Trường THCS", "cell", sub);
    near = commune.cell("CB01", "Chi bộ Pá Kín");
    own = commune.village("B01", "Pá Kín", near, "own");
    joint = commune.village("B02", "Huổi Pa", near, "joint");
    empty = commune.village("B03", "Gia Phú", null, null);
    secretary = commune.member("Lò Văn Phượng", near, "1956", "male", "Thái", "1995-03", own);
    other = commune.member("Đỗ Thị An", far, "1980-05-03", "female", "Kinh", "2015-06-01", joint);
    commune.account("office", "clerk", commune.root());
    commune.account("cell", "cell_secretary", near);
    sql(
        "insert into village_year (village_id, year, commune_id, households, poor_households) values (?, 2016, ?, 60, 41)",
        own,
        commune.root().id());
    sql(
        "insert into village_year (village_id, year, commune_id, households, poor_households) values (?, 2016, ?, 30, 3)",
        joint,
        commune.root().id());
    sql(
        "insert into office_held (commune_id, person_id, organization_id, title, role, since, until, period)"
            + " values (?, ?, ?, 'Bí thư chi bộ', 'secretary', '2015', null, '[2015-01-01,)')",
        commune.root().id(),
        secretary,
        near.id());
    sql(
        "insert into office_held (commune_id, person_id, organization_id, title, role, since, until, period)"
            + " values (?, ?, ?, 'Phó Bí thư chi bộ', 'deputy_secretary', null, '2014-12', '[2013-07-01,2015-01-01)')",
        commune.root().id(),
        secretary,
        near.id());
    sql(
        "insert into charge (commune_id, person_id, cell_id, since, period) values (?, ?, ?, '2016-01', '[2016-01-01,)')",
        commune.root().id(),
        other,
        near.id());
    sql(
        "insert into member_review (membership_id, year, commune_id, cell_id, grade, label)"
            + " select id, 2016, commune_id, ?, 'excellent', 'Hoàn thành xuất sắc' from membership where person_id = ?",
        near.id(),
        secretary);
    sql(
        "insert into planning_entry (commune_id, person_id, post, from_year, to_year, entered_year)"
            + " values (?, ?, 'Chủ tịch xã', 2015, 2020, 2015)",
        commune.root().id(),
        secretary);
    for (int month : List.of(1, 2, 3, 5)) {
      sql(
          "insert into meeting (commune_id, cell_id, month, held_on, kind, due, present)"
              + " values (?, ?, make_date(2016, ?, 1), make_date(2016, ?, 5), 'regular', 9, 8)",
          commune.root().id(),
          near.id(),
          month,
          month);
    }
    sql(
        "insert into resolution (commune_id, organization_id, number, kind, subject, issued_on, thematic)"
            + " values (?, ?, '05-NQ/ĐU', 'Nghị quyết', 'Giảm nghèo', '2016-02-01', true),"
            + " (?, ?, '06-NQ/ĐU', 'Nghị quyết', 'Nhiệm vụ năm', '2016-03-01', false)",
        commune.root().id(),
        commune.root().id(),
        commune.root().id(),
        commune.root().id());
    sql(
        "insert into register_year values (?, 'members', 2016), (?, 'meetings', 2016)",
        commune.root().id(),
        commune.root().id());
    for (String size : List.of("16", "160")) {
      TestCommune big = new TestCommune(DATABASE, "C" + size);
      for (int i = 1; i <= Integer.parseInt(size); i++) {
        big.member("Lò Văn Ước", big.cell("CB%03d".formatted(i), "Chi bộ " + i));
      }
      big.account("office" + size, "clerk", big.root());
    }
  }

  private static void sql(String statement, Object... values) {
    DATABASE.ownerJdbc().sql(statement).params(values).update();
  }

  private Pages office() {
    return new Pages(web, "office", "CLERK");
  }

  private Pages cell() {
    return new Pages(web, "cell", "CELL_SECRETARY");
  }

  @Test
  void a_life_stands_in_order_with_its_dates_as_they_are_known() {
    String words = Pages.words(office().open("/members/" + secretary));
    assertThat(words)
        .containsSubsequence(
            "1956 Sinh",
            "03/1995 Được kết nạp vào Đảng",
            "Trước 07/2013 sinh hoạt ở đâu: không rõ",
            "07/2013 Sinh hoạt tại Chi bộ Pá Kín",
            "2015 Quy hoạch chức danh Chủ tịch xã 2015–2020",
            "2016 Xếp loại: Hoàn thành xuất sắc",
            "Không rõ ngày Phó Bí thư chi bộ, Chi bộ Pá Kín đến 12/2014");
    assertThat(words).contains("2015 Bí thư chi bộ, Chi bộ Pá Kín");
  }

  @Test
  void who_was_admitted_into_the_cell_has_no_unknown_time_before() {
    assertThat(office().open("/members/" + other)).doesNotContain("không rõ");
  }

  @Test
  void a_life_is_told_until_the_day() {
    assertThat(Pages.words(office().open("/members/" + secretary + "?on=2014-06-30")))
        .contains("Phó Bí thư chi bộ")
        .doesNotContain("Xếp loại:")
        .doesNotContain("Chủ tịch xã")
        .doesNotContain("2015 Bí thư chi bộ");
  }

  @Test
  void a_look_at_a_member_leaves_a_line() {
    long before = looks();
    office().open("/members/" + secretary);
    assertThat(looks()).isEqualTo(before + 1);
  }

  @Test
  void who_may_not_see_the_planning_does_not_see_it_on_a_member() {
    assertThat(cell().open("/members/" + secretary)).doesNotContain("Chủ tịch xã");
  }

  @Test
  void what_is_out_of_sight_answers_like_what_is_not() throws Exception {
    long before = looks();
    for (String kind : List.of("members", "organizations", "villages")) {
      UUID hidden =
          switch (kind) {
            case "members" -> other;
            case "organizations" -> far.id();
            default -> empty;
          };
      assertThat(cell().ask("/" + kind + "/" + hidden).getStatus()).as(kind).isEqualTo(404);
      assertThat(cell().ask("/" + kind + "/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
      assertThat(office().ask("/" + kind + "/" + hidden).getStatus()).as(kind).isEqualTo(200);
    }
    assertThat(cell().ask("/organizations/" + commune.root().id()).getStatus()).isEqualTo(404);
    assertThat(looks()).as("only the office saw a member").isEqualTo(before + 1);
  }

  @Test
  void the_tree_sums_what_is_below() {
    List<String> rows = rows(office().open("/organizations"));
    assertThat(rows)
        .containsExactly(
            "Đảng bộ xã NATONG NATONG 2 2 0 3",
            "Đảng bộ bộ phận trường học BP 1 1 0 0",
            "Chi bộ Trường THCS CB09 1 1 0 0",
            "Chi bộ Pá Kín CB01 1 1 0 2");
  }

  @Test
  void a_cell_secretary_sees_the_cell_alone_as_the_tree() {
    assertThat(rows(cell().open("/organizations"))).containsExactly("Chi bộ Pá Kín CB01 1 1 0 2");
  }

  @Test
  void closed_units_show_when_they_are_asked_for() {
    sql(
        """
        with closed as (
          insert into organization (id, commune_id, code, ended, life)
          values (gen_random_uuid(), ?, 'CB99', '2015-05', '[2013-07-01,2015-06-01)') returning id)
        insert into organization_period (organization_id, period, commune_id, name, kind, parent_id, path)
        select id, '[2013-07-01,2015-06-01)', ?, 'Chi bộ Hợp tác xã', 'cell', ?,
          cast(? || '.' || replace(id::text, '-', '') as ltree)
        from closed
        """,
        commune.root().id(),
        commune.root().id(),
        commune.root().id(),
        commune.root().path());
    assertThat(office().open("/organizations")).doesNotContain("Hợp tác xã");
    assertThat(Pages.words(office().open("/organizations?closed=true")))
        .contains("Chi bộ Hợp tác xã kết thúc 05/2015")
        .contains("2 chi bộ, 2 đảng viên");
    assertThat(office().open("/organizations?on=2015-05-31")).contains("Hợp tác xã");
  }

  @Test
  void sixteen_cells_and_a_hundred_and_sixty_take_the_same_number_of_statements() {
    Pages few = new Pages(web, "office16", "CLERK");
    Pages many = new Pages(web, "office160", "CLERK");
    assertThat(rows(few.open("/organizations"))).hasSize(17);
    assertThat(rows(many.open("/organizations"))).hasSize(161);
    assertThat(StatementCount.of(() -> many.open("/organizations")))
        .isEqualTo(StatementCount.of(() -> few.open("/organizations")))
        .isPositive();
  }

  @Test
  void a_cell_shows_its_year() {
    String page = office().open("/organizations/" + near.id());
    assertThat(Pages.words(page))
        .contains("Sinh hoạt thường kỳ 4/12")
        .contains("Tháng 3 05/03 8/9 có mặt")
        .contains("Tháng 4 Không họp")
        .contains("Lò Văn Phượng Bí thư chi bộ · từ 2015")
        .contains("Đỗ Thị An · từ 01/2016")
        .contains("05-NQ/ĐU · Giảm nghèo")
        .contains("Chi bộ Pá Kín từ 07/2013")
        .doesNotContain("06-NQ/ĐU")
        .doesNotContain("Phó Bí thư");
  }

  @Test
  void months_to_come_are_not_missed() {
    String words = Pages.words(office().open("/organizations/" + near.id() + "?on=2016-04-15"));
    assertThat(words).contains("Sinh hoạt thường kỳ 3/3").doesNotContain("Không họp");
  }

  @Test
  void a_committee_shows_what_is_below_it() {
    String page = office().open("/organizations/" + sub.id());
    assertThat(rows(page)).hasSize(2);
    assertThat(page).contains("Chi bộ Trường THCS").doesNotContain("Chi bộ Pá Kín");
  }

  @Test
  void villages_show_in_which_state_of_coverage_they_are() {
    String page = office().open("/villages");
    assertThat(Pages.words(page))
        .contains("Chưa có đảng viên: 1", "Sinh hoạt ghép: 1", "Chi bộ có nguy cơ: 1")
        .contains("68,3 41/60")
        .contains("10,0 3/30");
    assertThat(villages("/villages?coverage=none")).containsExactly("Gia Phú");
    assertThat(villages("/villages?coverage=joint")).containsExactly("Huổi Pa");
    assertThat(villages("/villages?q=pa%20kin")).containsExactly("Pá Kín");
    assertThat(villages("/villages?unit=" + near.id())).containsExactly("Huổi Pa", "Pá Kín");
    assertThat(villages("/villages?unit=" + far.id())).isEmpty();
  }

  @Test
  void what_is_not_known_comes_last_in_every_order() {
    assertThat(villages("/villages?sort=poverty")).containsExactly("Huổi Pa", "Pá Kín", "Gia Phú");
    assertThat(villages("/villages?sort=-poverty")).containsExactly("Pá Kín", "Huổi Pa", "Gia Phú");
  }

  @Test
  void a_cell_secretary_sees_the_villages_that_the_cell_leads() {
    assertThat(Pages.links(cell().open("/villages"), "/villages/"))
        .containsExactly("Huổi Pa", "Pá Kín");
    assertThat(cell().open("/villages/" + joint)).doesNotContain("Đỗ Thị An");
    assertThat(office().open("/villages/" + joint)).contains("Đỗ Thị An");
  }

  private List<String> villages(String address) {
    return Pages.links(office().open(address), "/villages/");
  }

  private static List<String> rows(String page) {
    return Pattern.compile("<tr>\\s*<td.*?</tr>", Pattern.DOTALL)
        .matcher(page.substring(page.indexOf("tree")))
        .results()
        .map(row -> Pages.words(row.group()).strip())
        .toList();
  }

  private long looks() {
    return jdbc.sql("select count(*) from audit_line where action = 'view' and subject = 'member'")
        .query(Long.class)
        .single();
  }
}
