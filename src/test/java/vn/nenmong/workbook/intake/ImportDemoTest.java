package vn.nenmong.workbook.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nenmong.workbook.intake.ImportResult.Outcome;

class ImportDemoTest {

  private static final Intake INTAKE = new Intake();
  private static ImportResult first = INTAKE.run(Intake.DEMO);

  @BeforeAll
  static void itIsTaken() {
    assertEquals(List.of(), first.allProblems());
    assertEquals(Outcome.DONE, first.outcome());
  }

  @Test
  void everyRowOfEverySheetIsNew() {
    assertEquals(
        List.of(18, 13, 112, 9, 45, 16, 6, 6, 42, 26, 34, 3, 4, 5, 254, 16, 104),
        first.registers().stream().map(RegisterResult::added).toList());
    assertEquals(0, first.changed());
    assertEquals(0, first.unchanged());
  }

  @Test
  void theSameFileAgainChangesNothing() {
    ImportResult again = INTAKE.run(Intake.DEMO);
    assertEquals(0, again.added());
    assertEquals(0, again.changed());
    assertEquals(first.added(), again.unchanged());
    assertEquals(
        0, again.registers().stream().mapToInt(register -> register.absent().size()).sum());
  }

  @Test
  void membersStandAsTheFileSays() {
    assertEquals(112, INTAKE.count(members("true")));
    assertEquals(100, INTAKE.count(members("s.standing = 'official'")));
    assertEquals(12, INTAKE.count(members("s.standing = 'probationary'")));
    assertEquals(
        12,
        INTAKE.count("select count(*) from membership where first_day(admitted) >= '2016-01-01'"));
    assertEquals(
        13,
        INTAKE.count(
            "select count(*) from membership where first_day(recognised) >= '2016-01-01'"));
    assertEquals(22, INTAKE.count("select count(*) from member_poverty where year = 2016"));
  }

  private static String members(String condition) {
    return "select count(*) from member_state s where period @> date '2016-12-31' and " + condition;
  }

  @Test
  void cellsAreThereAsLongAsTheyWere() {
    String open =
        "select count(*) from organization_period where kind = 'cell' and period @> date '%s'";
    assertEquals(16, INTAKE.count(open.formatted("2016-12-31")));
    assertEquals(17, INTAKE.count(open.formatted("2014-12-31")));
    assertEquals(16, INTAKE.count(open.formatted("2015-01-01")));
    assertEquals(0, INTAKE.count(open.formatted("2013-06-30")));
  }

  @Test
  void membersOfTheNinetiesBelongToTheirCellFromItsFounding() {
    assertEquals(
        0,
        INTAKE.count("select count(*) from member_state where lower(period) < date '2013-07-01'"));
    assertTrue(
        INTAKE.count("select count(*) from membership where lower(period) < date '1995-01-01'")
            > 20);
  }

  @Test
  void theEarlierSecretaryIsClippedToTheLifeOfTheCellAndKeepsTheDateGiven() {
    assertEquals(
        1,
        INTAKE.count(
            """
            select count(*) from office_held
            where since = '2013-03-01' and until = '2014-12-31'
              and period = '[2013-07-01,2015-01-01)' and role = 'secretary'
            """));
    assertEquals(1, first.notices().size());
  }

  @Test
  void theKindsThatFiguresNeedAreBound() {
    assertEquals(
        List.of("cattle=KT01", "rice_area=KT02", "rice_two_crop_area=KT03", "budget_revenue=KT04"),
        first.bindings().stream().map(binding -> binding.kind() + "=" + binding.code()).toList());
    assertEquals(
        1,
        INTAKE.count("select count(*) from indicator where code = 'XH01' and direction = 'down'"));
    assertEquals(5, INTAKE.count("select count(*) from indicator where direction = 'up'"));
  }

  @Test
  void peopleNamedElsewhereAreMembersOrKeptForTheirPost() {
    assertEquals(
        112 + 9 + 21,
        INTAKE.count("select count(*) from person"),
        "members, outstanding people, village heads and reputable people who are no members");
    assertEquals(
        13,
        INTAKE.count(
            """
            select count(distinct a.person_id) from course_attendance a
            join course c on c.id = a.course_id and c.name like 'Kỹ năng%'
            join village_post p on p.person_id = a.person_id and p.role = 'village_head'
            """));
    assertEquals(
        5,
        INTAKE.count(
            """
            select count(*) from village_post p where role = 'village_head'
              and exists (select from membership m where m.person_id = p.person_id)
            """));
  }

  @Test
  void everyRegisterIsMarkedAsHandedIn() {
    assertEquals(18, INTAKE.count("select count(*) from register_year where year = 2016"));
  }

  @Test
  void theImportIsInTheTrailOnce() {
    assertTrue(INTAKE.count("select count(*) from audit_line where action = 'import'") >= 1);
    assertEquals(
        "NATONG",
        first.registers().isEmpty()
            ? ""
            : INTAKE
                .jdbc
                .sql("select code from organization where id = commune_id")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(",")));
  }
}
