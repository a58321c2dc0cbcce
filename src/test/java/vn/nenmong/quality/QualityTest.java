package vn.nenmong.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.BesideOthers;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.web.Notice;

@SpringBootTest
@AutoConfigureMockMvc
@BesideOthers
class QualityTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static int communes;

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();
  private TestCommune commune;
  private TestCommune.Unit cell;
  private UUID village;
  private String office;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void aCommuneOfItsOwn() {
    communes++;
    commune = new TestCommune(DATABASE, "C" + communes);
    cell = commune.cell("CB01", "Chi bộ Pá Kín");
    village = commune.village("B01", "Pá Kín", cell, "own");
    office = "office" + communes;
    commune.account(office, "clerk", commune.root());
  }

  private UUID member(String name, String born, String admitted) {
    UUID id = commune.member(name, cell, born, "male", "Thái", admitted, village);
    jdbc.sql("update membership set card_number = ? where person_id = ?")
        .param(id.toString())
        .param(id)
        .update();
    return id;
  }

  private String page() {
    return Pages.words(new Pages(web, office, "CLERK").open("/quality"));
  }

  private Notice send(String address, Map<String, String> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post(address).with(user(office).roles("CLERK")).with(csrf());
    typed.forEach(request::param);
    return (Notice)
        Objects.requireNonNull(
            web.perform(request).andReturn().getFlashMap().get(Notice.NAME), address);
  }

  private Notice undo(Notice done) throws Exception {
    return send(Objects.requireNonNull(done.undo()), Map.of());
  }

  @Test
  void wellKeptRegistersRaiseNoDoubt() {
    member("Lò Văn Thín", "1980-02-03", "2016-12-01");
    member("Lò Văn Thín", "1981-02-03", "2016-12-01");
    assertThat(page()).contains("Không còn chỗ nào đáng ngờ");
  }

  @Test
  void eachDoubtIsTold() {
    member("Lò Văn Thín", "1980", "2016-12-01");
    member("Lò văn Thìn", "1980-02-03", "2016-12-01");
    member("QUÀNG VĂN TOÀN", "1985-01-01", "2010-12-01");
    member("Cà Thị Trẻ", "1999-12-02", "2016-12-01");
    UUID poor = member("Vàng A Của", "1970-05-05", "2001-12-01");
    jdbc.sql("update membership set card_number = null, recognised = null where person_id = ?")
        .param(poor)
        .update();
    jdbc.sql("update member_state set village_id = null, standing = 'official' where person_id = ?")
        .param(poor)
        .update();
    assertThat(page())
        .containsSubsequence("Có thể là một người", "Lò Văn Thín")
        .containsSubsequence("Có thể là một người", "Lò văn Thìn")
        .containsSubsequence("thiếu ngày công nhận", "Vàng A Của")
        .containsSubsequence("Tuổi không hợp lý", "Cà Thị Trẻ")
        .containsSubsequence("thiếu số thẻ", "Vàng A Của")
        .containsSubsequence("Chưa rõ thôn, bản", "Vàng A Của")
        .containsSubsequence("Sinh ngày 01/01", "QUÀNG VĂN TOÀN")
        .containsSubsequence("chữ hoa", "QUÀNG VĂN TOÀN");
  }

  private void plannedAndDisciplined(UUID person, String day, String form) {
    jdbc.sql(
            """
            insert into planning_entry (commune_id, person_id, post, from_year, to_year, entered_year)
            values (?, ?, 'Bí thư', 2020, 2035, 2019)
            """)
        .params(commune.root().id(), person)
        .update();
    jdbc.sql(
            """
            insert into step (commune_id, person_id, kind, day, form, account, at)
            values (?, ?, 'discipline_decision', cast(? as date), ?, 'x', now())
            """)
        .params(commune.root().id(), person, day, form)
        .update();
  }

  /// `discipline.removes_from_planning`: from a reprimand on, known from 27 December 2021 on.
  @Test
  void whoIsPlannedAndWasDisciplinedIsTold() {
    UUID told = member("Vàng A Của", "1970-05-05", "2001-12-01");
    plannedAndDisciplined(told, "2021-12-27", "reprimand");
    UUID before = member("Lò Văn Pâng", "1970-05-06", "2001-12-01");
    plannedAndDisciplined(before, "2021-12-26", "reprimand");
    assertThat(page())
        .containsSubsequence("Còn trong quy hoạch mà đã bị kỷ luật", "Vàng A Của")
        .doesNotContain("Lò Văn Pâng");
    jdbc.sql("delete from planning_entry where person_id = ?").param(told).update();
    assertThat(page()).contains("Không còn chỗ nào đáng ngờ");
  }

  @Test
  void admissionBeforeTheRuleIsKnownIsNotJudgedByIt() {
    member("Cà Thị Trẻ", "1993-12-02", "2010-12-01");
    assertThat(page()).contains("Không còn chỗ nào đáng ngờ");
  }

  @Test
  void aDoubtIsExcusedWithAReasonAndLookedAtAgain() throws Exception {
    UUID id = member("Lò Văn Đầu", "1980-01-01", "2016-12-01");
    Map<String, String> doubt =
        Map.of("kind", "first_of_january", "subject", id.toString(), "other", id.toString());
    assertThat(send("/quality/excuse", doubt).undo()).isNull();
    assertThat(page()).doesNotContain("Đã bỏ qua");
    Map<String, String> withReason = new TreeMap<>(doubt);
    withReason.put("reason", "Giấy khai sinh ghi 01/01/1980");
    Notice excused = send("/quality/excuse", withReason);
    assertThat(page())
        .contains("Không còn chỗ nào đáng ngờ")
        .containsSubsequence("Đã bỏ qua", "Lò Văn Đầu", "Giấy khai sinh ghi 01/01/1980");
    undo(excused);
    assertThat(page()).doesNotContain("Giấy khai sinh");
    send("/quality/excuse", withReason);
    send("/quality/look-again", doubt);
    assertThat(page()).contains("Sinh ngày 01/01").doesNotContain("Giấy khai sinh");
  }

  @Test
  void aMemberTwiceBecomesOneAndIsTakenApartAgain() throws Exception {
    UUID keep = member("Lò Văn Thín", "1980", "2012-12-01");
    UUID gone = member("Lò Văn Thín", "1980-02-03", "2012-12-01");
    jdbc.sql("update membership set card_number = null where person_id = ?").param(keep).update();
    speaks(keep, "Thái");
    speaks(gone, "Mông");
    review(keep, 2015);
    review(gone, 2015);
    review(gone, 2016);
    Map<String, String> before = contents();
    String address = "/quality/merge/" + keep + "/" + gone;
    assertThat(Pages.words(new Pages(web, office, "CLERK").open(address)))
        .contains("03/02/1980", "Tiếng dân tộc thiểu số nói được Thái Mông")
        .contains("Xếp loại đảng viên: chuyển hoặc bổ sung 1 dòng")
        .contains("Xếp loại đảng viên: bỏ 1 dòng");
    assertThat(contents()).isEqualTo(before);
    Notice merged = send(address, Map.of());
    assertThat(merged.words()).contains("Đã gộp");
    assertThat(page()).contains("Không còn chỗ nào đáng ngờ");
    assertThat(
            jdbc.sql(
                    """
                    select p.born || ' ' || p.languages || ' ' || m.card_number || ' ' || string_agg(r.year::text, ' ' order by r.year)
                    from person p join membership m on m.person_id = p.id
                    join member_review r on r.membership_id = m.id
                    where p.id = ? group by p.born, p.languages, m.card_number
                    """)
                .param(keep)
                .query(String.class)
                .single())
        .isEqualTo("1980-02-03 Thái, Mông " + gone + " 2015 2016");
    assertThat(
            jdbc.sql("select count(*) from person where id = ?")
                .param(gone)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(undo(merged).words()).isEqualTo("Đã hoàn tác.");
    assertThat(contents()).isEqualTo(before);
  }

  private void speaks(UUID person, String languages) {
    jdbc.sql("update person set languages = ? where id = ?").params(languages, person).update();
  }

  @Test
  void aCandidateWhoWasAdmittedUnderANewRecordBecomesOneWithIt() throws Exception {
    UUID keep = member("Lò Văn Thín", "1980-02-03", "2016-12-01");
    UUID gone =
        jdbc.sql(
                "insert into person (commune_id, name, born) values (?, 'Lò Văn Thín', '1980') returning id")
            .param(commune.root().id())
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into candidate (person_id, commune_id, cell_id, listed, status)
            values (?, ?, ?, '[2015-01-01,2016-12-01)', 'admitted')
            """)
        .params(gone, commune.root().id(), cell.id())
        .update();
    Map<String, String> before = contents();
    Notice merged = send("/quality/merge/" + keep + "/" + gone, Map.of());
    assertThat(
            jdbc.sql("select person_id from candidate where commune_id = ?")
                .param(commune.root().id())
                .query(UUID.class)
                .single())
        .isEqualTo(keep);
    undo(merged);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void peopleOutsideTheScopeAreNotThere() {
    UUID mine = member("Lò Văn Thín", "1980", "2012-12-01");
    TestCommune other = new TestCommune(DATABASE, "X" + communes);
    TestCommune.Unit far = other.cell("CB01", "Chi bộ Xa");
    UUID theirs = other.member("Lò Văn Thín", far, "1980", "male", "Thái", "2012-12-01", null);
    assertThat(
            new Pages(web, office, "CLERK")
                .ask("/quality/merge/" + mine + "/" + theirs)
                .getStatus())
        .isEqualTo(404);
    assertThat(page()).doesNotContain("Chi bộ Xa");
  }

  private void review(UUID person, int year) {
    jdbc.sql(
            """
            insert into member_review (membership_id, year, commune_id, cell_id, grade, label)
            select id, ?, commune_id, ?, 'good', 'Hoàn thành tốt' from membership where person_id = ?
            """)
        .params(year, cell.id(), person)
        .update();
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    jdbc.sql("select distinct tgrelid::regclass::text from pg_trigger where tgname = 'keep_row'")
        .query(String.class)
        .list()
        .forEach(table ->
            contents.put(
                table,
                jdbc.sql(
                        "select coalesce(string_agg(t::text, '\n' order by t::text), '') from "
                            + table
                            + " t")
                    .query(String.class)
                    .single()));
    return contents;
  }
}
