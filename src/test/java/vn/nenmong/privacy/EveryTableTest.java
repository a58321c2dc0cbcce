package vn.nenmong.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// What the law's duties must reach, held against the catalogue of the database: a new table with
/// someone in it is forgotten neither by what is held on them nor by erasing them.
class EveryTableTest {

  private static final String MARK = "Chữ Riêng Của Người";

  /// What only counts, or says who did it, and stays of nobody.
  private static final Set<String> STAYS =
      Set.of(
          "office_held.title",
          "village_post.title",
          "step.kind",
          "step.form",
          "step.account",
          "cell_visit.account",
          "step.taken_back_by",
          "membership.end_reason");

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient owner = database.ownerJdbc();
  private final TestCommune commune = new TestCommune(database, "MOT");
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Nà Một");

  /// Tables with a reference to a person or to their membership.
  private static final String REFERRING =
      """
      select distinct c.conrelid::regclass::text
      from pg_constraint c
      where c.contype = 'f' and c.conparentid = 0
        and c.confrelid in ('person'::regclass, 'membership'::regclass)
      """;

  private List<String> referring() {
    return owner.sql(REFERRING).query(String.class).list();
  }

  @Test
  void whatIsHeldTellsOfEveryTableThatRefersToSomeone() {
    assertThat(referring())
        .hasSizeGreaterThan(14)
        .allSatisfy(table ->
            assertThat(HeldRepository.FACTS).containsPattern("(from|join) " + table + "\\b"));
  }

  @Test
  void erasingLeavesNoWordOfSomeoneInAnyTable() {
    UUID person = commune.member("Vì Thị Ra Đi", cell);
    rowsOf(person);
    Set<String> filled = new java.util.TreeSet<>();
    for (String column : words()) {
      if (!STAYS.contains(column) && fill(column, person)) {
        filled.add(column);
      }
    }
    assertThat(filled)
        .contains(
            "step.body",
            "step.place",
            "step.exception",
            "step.reason",
            "step.number",
            "step.taken_back",
            "temporary_standing.place",
            "member_state.occupation",
            "membership.note",
            "charge.document_number",
            "cell_visit.found",
            "cell_visit.agreed",
            "cell_task.done",
            "example_pledge.note",
            "meeting_attendance.note",
            "planning_entry.post",
            "reconciliation_row.activity",
            "reconciliation_settlement.note");
    new ErasureRepository(database.jdbc()).erase(person, "Vì Thị Ra Đi", "Người đã xóa");
    for (String column : everyWord()) {
      String[] part = column.split("\\.", 2);
      assertThat(
              owner
                  .sql(
                      "select count(*) from %s where cast(%s as text) like ?"
                          .formatted(part[0], part[1]))
                  .param("%" + MARK + "%")
                  .query(Long.class)
                  .single())
          .as(column)
          .isZero();
    }
  }

  private void rowsOf(UUID person) {
    UUID of = commune.root().id();
    for (String row :
        List.of(
            """
            insert into step (commune_id, person_id, kind, day, account, at, taken_back, taken_back_by)
            values (:of, :person, 'class', '2016-01-01', 'x', now(), 'x', 'x')
            """,
            """
            insert into temporary_standing (commune_id, person_id, kind, period)
            values (:of, :person, 'away', '[2016-01-01,2016-02-01)')
            """,
            """
            insert into candidate (person_id, commune_id, cell_id, listed, status)
            values (:person, :of, :cell, '[2016-01-01,2016-02-01)', 'admitted')
            """,
            """
            insert into planning_entry (person_id, commune_id, post, from_year, to_year)
            values (:person, :of, 'x', 2015, 2020)
            """,
            """
            insert into charge (person_id, commune_id, cell_id, period)
            values (:person, :of, :cell, '[2016-01-01,2016-02-01)')
            """,
            """
            insert into cell_visit (person_id, commune_id, cell_id, day, account)
            values (:person, :of, :cell, '2016-01-15', 'x')
            """,
            """
            with met as (
              insert into cell_meeting (commune_id, cell_id, month, kind)
              values (:of, :cell, '2016-12-01', 'regular') returning id),
            attended as (
              insert into meeting_attendance
                (meeting_id, commune_id, person_id, standing, exempt, guest, present, reason)
              select id, :of, :person, 'official', false, false, false, 'ill' from met),
            given as (
              insert into cell_task (id, commune_id, cell_id, meeting_id, text, person_id, given_on)
              select gen_random_uuid(), :of, :cell, id, 'x', :person, '2016-12-05' from met),
            told as (
              insert into meeting_field (meeting_id, commune_id, name, value, version, account)
              select id, :of, 'opinion/' || gen_random_uuid(),
                jsonb_build_object('person', :person, 'text', '%1$s'), 1, 'x' from met),
            told_once as (
              insert into meeting_change (id, commune_id, meeting_id, field, value, base, account,
                told_at, received_at, outcome)
              select gen_random_uuid(), :of, id, 'absent/' || :person,
                jsonb_build_object('reason', 'ill', 'note', '%1$s'), 0, 'x', now(), now(), 'applied'
              from met)
            insert into example_pledge (commune_id, person_id, year, text)
            values (:of, :person, 2016, 'x')
            """
                .formatted(MARK),
            """
            with made as (
              insert into reconciliation (commune_id, day, source, file_name, people, account, at)
              values (:of, '2016-12-31', 'national', 'x', 1, 'x', now()) returning id),
            listed as (
              insert into reconciliation_row (reconciliation_id, commune_id, line, name, person_id)
              select id, :of, 1, 'x', :person from made)
            insert into reconciliation_settlement
              (reconciliation_id, commune_id, item, person_id, verdict, note, account, at)
            select id, :of, 'here', :person, 'ours', 'x', 'x', now() from made
            """)) {
      owner.sql(row).param("of", of).param("person", person).param("cell", cell.id()).update();
    }
  }

  /// Columns of words in the rows of a person.
  private List<String> words() {
    return owner
        .sql(
            """
            select a.attrelid::regclass::text || '.' || a.attname
            from pg_attribute a
            where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and a.atttypid = 'text'::regtype
              and a.attrelid::regclass::text in (%s)
            """
                .formatted(REFERRING))
        .query(String.class)
        .list();
  }

  private List<String> everyWord() {
    return owner
        .sql(
            """
            select c.table_name || '.' || quote_ident(c.column_name)
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'jsonb')
            """)
        .query(String.class)
        .list();
  }

  /// @return whether the person has a row there; none where there can only be codes
  private boolean fill(String column, UUID person) {
    String[] part = column.split("\\.", 2);
    String whose =
        Stream.of("person_id", "membership_id")
            .filter(key ->
                owner
                    .sql(
                        """
                        select exists (select from information_schema.columns
                          where table_name = ? and column_name = ?)
                        """)
                    .param(part[0])
                    .param(key)
                    .query(Boolean.class)
                    .single())
            .findFirst()
            .map(key ->
                key.equals("person_id")
                    ? "person_id = :id"
                    : "membership_id in (select id from membership where person_id = :id)")
            .orElse("false");
    try {
      return owner
              .sql("update %s set %s = :mark where %s".formatted(part[0], part[1], whose))
              .param("mark", MARK)
              .param("id", person)
              .update()
          > 0;
    } catch (DataAccessException constrained) {
      return false;
    }
  }
}
