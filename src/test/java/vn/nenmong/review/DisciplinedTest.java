package vn.nenmong.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
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

/// `discipline.blocks_excellent`: known from 8 March 2018 on.
@SpringBootTest
@AutoConfigureMockMvc
class DisciplinedTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final TestCommune COMMUNE = new TestCommune(DATABASE, "KYLUAT");
  private static final TestCommune.Unit CELL = COMMUNE.cell("CB01", "Chi bộ Một");

  static {
    COMMUNE.account("office", "clerk", COMMUNE.root());
  }

  @Autowired private MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  private static UUID disciplined(LocalDate day) {
    UUID person = COMMUNE.member("Lò Văn Thín", CELL);
    JdbcClient jdbc = DATABASE.ownerJdbc();
    jdbc.sql(
            """
            insert into step (commune_id, person_id, kind, day, form, account, at)
            values (?, ?, 'discipline_decision', ?, 'reprimand', 'office', now())
            """)
        .params(COMMUNE.root().id(), person, day)
        .update();
    return person;
  }

  private FilledForm.Answer graded(UUID person, int year, String grade) throws Exception {
    return new FilledForm(new Pages(web, "office", "CLERK"), "/entry/member-reviews/new", Map.of())
        .with("person", person.toString(), "year", String.valueOf(year))
        .with("grade", grade, "label", "X")
        .send();
  }

  private static int reviews(UUID person) {
    return DATABASE
        .ownerJdbc()
        .sql(
            """
            select count(*)::int from member_review r join membership m on m.id = r.membership_id
            where m.person_id = ?
            """)
        .param(person)
        .query(Integer.class)
        .single();
  }

  @Test
  void whoWasDisciplinedInTheYearIsNotExcellent() throws Exception {
    UUID person = disciplined(LocalDate.of(2018, 5, 4));
    assertThat(graded(person, 2018, "excellent").words())
        .contains("không xếp loại xuất sắc: bị kỷ luật ngày 04/05/2018 (theo 132-QĐ/TW");
    assertThat(reviews(person)).isZero();
    graded(person, 2018, "good");
    graded(person, 2019, "excellent");
    assertThat(reviews(person)).isEqualTo(2);
  }

  @Test
  void beforeTheRuleIsKnownNothingIsRefused() throws Exception {
    UUID person = disciplined(LocalDate.of(2017, 12, 31));
    graded(person, 2017, "excellent");
    assertThat(reviews(person)).isOne();
  }

  @Test
  void aDecisionThatWasTakenBackBlocksNothing() throws Exception {
    UUID person = disciplined(LocalDate.of(2018, 12, 31));
    DATABASE
        .ownerJdbc()
        .sql(
            """
            update step set taken_back = 'sai', taken_back_by = 'office', taken_back_at = now()
            where person_id = ?
            """)
        .param(person)
        .update();
    graded(person, 2018, "excellent");
    assertThat(reviews(person)).isOne();
  }

  /// `discipline.removes_from_planning`: known from 27 December 2021 on, from a reprimand on.
  @Test
  void whoIsDisciplinedIsPlannedWithThePaperThatAllowsIt() throws Exception {
    assertThat(planned(disciplined(LocalDate.of(2021, 12, 26)), "").response().getStatus())
        .isEqualTo(302);
    UUID person = disciplined(LocalDate.of(2021, 12, 27));
    assertThat(planned(person, "").words())
        .contains("đang có kỷ luật ngày 27/12/2021 (theo 50-QĐ/TW", "văn bản cho phép");
    assertThat(planned(person, "12-TB/HU").response().getStatus()).isEqualTo(302);
    assertThat(Pages.words(new Pages(web, "office", "CLERK").open("/planning?year=2024")))
        .contains("12-TB/HU");
    assertThat(
            DATABASE
                .ownerJdbc()
                .sql("select exception from planning_entry where person_id = ?")
                .param(person)
                .query(String.class)
                .single())
        .isEqualTo("12-TB/HU");
    UUID lifted = disciplined(LocalDate.of(2022, 3, 1));
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into step (commune_id, person_id, kind, day, account, at)
            values (?, ?, 'discipline_lifted', '2022-09-01', 'office', now())
            """)
        .params(COMMUNE.root().id(), lifted)
        .update();
    assertThat(planned(lifted, "").response().getStatus()).isEqualTo(302);
  }

  private FilledForm.Answer planned(UUID person, String exception) throws Exception {
    return new FilledForm(new Pages(web, "office", "CLERK"), "/entry/planning/new", Map.of())
        .with("person", person.toString(), "post", "Bí thư Đảng ủy", "exception", exception)
        .with("fromYear", "2020", "toYear", "2025", "enteredYear", "2022")
        .send();
  }
}
