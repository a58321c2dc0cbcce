package vn.nenmong.membership.record;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.Values;

/// Writes memberships and the states that they pass through. A person's membership is their last.
@Repository
@Unscoped("asked of a member who was found in the scope")
class MembershipRepository {

  private static final List<String> FIELDS =
      List.of(
          "cell",
          "village",
          "admitted",
          "recognised",
          "card",
          "exempt",
          "education",
          "qualification",
          "theory",
          "occupation",
          "note",
          "arrived",
          "cameFrom",
          "origin");

  static final String FIND =
      """
      select m.commune_id as commune, p.name as title, p.name, p.born, p.sex, p.ethnicity,
        p.languages, cast(s.cell_id as text) as cell, cast(s.village_id as text) as village, m.admitted,
        m.recognised, m.card_number as card, case when s.exempt then 'yes' end as exempt,
        s.education, s.qualification, s.theory, s.occupation, m.note,
        case when m.begun_by = 'transfer_in' then cast(lower(m.period) as text) end as arrived,
        m.came_from as "cameFrom", m.origin
      from person p
      join lateral (
        select * from membership where person_id = p.id order by period desc limit 1) m on true
      join lateral (
        select * from member_state where person_id = p.id order by period desc limit 1) s on true
      where p.id = :id and exists (
        select from organization_period op
        where op.organization_id = s.cell_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String INSERT =
      """
      insert into membership (person_id, commune_id, card_number, admitted, recognised, period, note,
        begun_by, came_from, origin)
      values (:person, :commune, :card, :admitted, :recognised,
        daterange(coalesce(cast(:arrived as date), first_day(:admitted)), null), :note,
        case when cast(:arrived as date) is not null then 'transfer_in' end, :cameFrom, :origin)
      """;

  /// From a day on, as far as the cell is there; probationary until it is made official.
  static final String BEGIN =
      """
      insert into member_state (person_id, period, commune_id, cell_id, standing, exempt, village_id,
        education, qualification, theory, occupation)
      select m.person_id, m.period * o.life * daterange(cast(:from as date), null), m.commune_id, o.id,
        'probationary', cast(:exempt as text) is not null, cast(:village as uuid), :education,
        :qualification, :theory, :occupation
      from membership m
      join organization o on o.id = cast(:cell as uuid)
      where m.person_id = :person and upper_inf(m.period)
        and not isempty(m.period * o.life * daterange(cast(:from as date), null))
      """;

  /// What a state of a member is when it holds a day within.
  static final String CUT =
      """
      update member_state s
      set period = daterange(lower(s.period), m.official_from)
      from membership m
      where m.person_id = :person and s.person_id = m.person_id and m.period @> s.period
        and s.period @> m.official_from and lower(s.period) < m.official_from
      returning cast(s.cell_id as text) as cell
      """;

  static final String AFTER_CUT =
      """
      insert into member_state (person_id, period, commune_id, cell_id, standing, exempt, village_id,
        education, qualification, theory, occupation)
      select s.person_id, daterange(m.official_from, cast(:until as date)), s.commune_id,
        s.cell_id, 'official', s.exempt, s.village_id, s.education, s.qualification, s.theory,
        s.occupation
      from member_state s
      join membership m on m.person_id = s.person_id and m.period @> s.period
      where s.person_id = :person and upper(s.period) = m.official_from
      """;

  static final String STRADDLING =
      """
      select upper(s.period)
      from member_state s
      join membership m on m.person_id = s.person_id and m.period @> s.period
      where s.person_id = :person and s.period @> m.official_from
        and lower(s.period) < m.official_from
      """;

  static final String STANDINGS =
      """
      update member_state s
      set standing = case when lower(s.period) >= m.official_from then 'official'
        else 'probationary' end
      from membership m
      where m.person_id = :person and s.person_id = m.person_id and m.period @> s.period
      """;

  static final String STOP_AT =
      """
      update member_state set period = daterange(lower(period), cast(:from as date))
      where person_id = :person and period @> cast(:from as date)
        and lower(period) < cast(:from as date)
      """;

  static final String DROP_FROM =
      """
      delete from member_state
      where person_id = :person and lower(period) >= cast(:from as date)
      """;

  static final String LATER =
      """
      select exists (
        select from member_state
        where person_id = :person and lower(period) > cast(:from as date)
          and standing = 'official' is not distinct from (
            select s.standing = 'official' from member_state s
            where s.person_id = :person and s.period @> cast(:from as date)))
      """;

  static final String CHANGE =
      """
      update membership set recognised = :recognised, card_number = :card
      where person_id = :person and upper_inf(period)
      """;

  /// Who was restored stays so from that day; who was transferred in is here from the day of
  /// arrival.
  static final String CORRECT =
      """
      update membership
      set admitted = :admitted, recognised = :recognised, card_number = :card, note = :note,
        period = daterange(
          case
            when cast(:arrived as date) is not null then cast(:arrived as date)
            when begun_by = 'restored' then lower(period)
            else first_day(:admitted) end,
          upper(period)),
        begun_by = case
          when cast(:arrived as date) is not null then 'transfer_in'
          when begun_by = 'restored' then 'restored' end,
        came_from = :cameFrom, origin = :origin
      where id = (
        select id from membership where person_id = :person order by period desc limit 1)
      """;

  /// As long as they were in the cell that they were in last.
  static final String CORRECT_LAST =
      """
      update member_state s
      set cell_id = cast(:cell as uuid), exempt = cast(:exempt as text) is not null,
        village_id = cast(:village as uuid), education = :education,
        qualification = :qualification, theory = :theory, occupation = :occupation
      where s.person_id = :person and s.cell_id = (
        select cell_id from member_state where person_id = :person order by period desc limit 1)
      """;

  /// Where a correction moves the day that membership begins with, the first state moves with it.
  static final String CORRECT_FIRST =
      """
      update member_state s
      set period = daterange(
        greatest(
          (select lower(m.period) from membership m
           where m.person_id = :person order by m.period desc limit 1),
          lower(o.life)),
        upper(s.period))
      from organization o
      where o.id = s.cell_id and s.person_id = :person and s.period = (
          select x.period
          from member_state x
          join (select period from membership where person_id = :person order by period desc limit 1) m
            on m.period && x.period
          where x.person_id = :person
          order by x.period
          limit 1)
      """;

  static final String END_STATES =
      """
      update member_state set period = daterange(lower(period), cast(:last as date) + 1)
      where person_id = :person and period @> cast(:last as date)
      """;

  static final String DROP_AFTER =
      """
      delete from member_state
      where person_id = :person and lower(period) > cast(:last as date)
      """;

  static final String END =
      """
      update membership
      set period = daterange(lower(period), cast(:last as date) + 1), end_reason = :reason
      where person_id = :person and upper_inf(period) and cast(:last as date) >= lower(period)
      """;

  static final String LANGUAGES = "update person set languages = :languages where id = :person";

  static final String FILL_LANGUAGES =
      "update person set languages = coalesce(:languages, languages) where id = :person";

  static final String ADMIT =
      """
      update candidate
      set status = 'admitted', listed = daterange(lower(listed), first_day(:admitted))
      where person_id = :person and listed @> first_day(:admitted)
        and lower(listed) < first_day(:admitted)
      """;

  static final String HOLDER_OF_CARD =
      """
      select p.name
      from membership m
      join person p on p.id = m.person_id
      where m.card_number = :card and upper_inf(m.period) and m.person_id <> :person
        and m.commune_id = (select commune_id from person where id = :person)
      limit 1
      """;

  static final String DELETE_STATES = "delete from member_state where person_id = :person";

  static final String DELETE = "delete from membership where person_id = :person";

  private final JdbcClient jdbc;

  MembershipRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Kept> find(Scope scope, UUID person) {
    return jdbc.sql(FIND)
        .param("id", person)
        .param("scope", scope.sql())
        .query((row, n) -> {
          Map<String, String> values = new HashMap<>();
          for (int i = 3; i <= row.getMetaData().getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null) {
              values.put(row.getMetaData().getColumnLabel(i), value);
            }
          }
          return new Kept(row.getObject("commune", UUID.class), row.getString("title"), values);
        })
        .optional();
  }

  /// A candidate who becomes a member is one no longer.
  void add(UUID person, UUID commune, Values values) {
    refuseCardOfAnother(person, values);
    with(INSERT, values).param("person", person).param("commune", commune).update();
    with(ADMIT, values).param("person", person).update();
    speaks(FILL_LANGUAGES, person, values);
    begin(person, values, null);
    stand(person);
  }

  private void speaks(String sql, UUID person, Values values) {
    jdbc.sql(sql).param("person", person).param("languages", values.text("languages")).update();
  }

  /// @throws Rejected where something else is recorded of a later day
  void change(UUID person, Values values, LocalDate from) {
    if (jdbc.sql(LATER).param("person", person).param("from", from).query(Boolean.class).single()) {
      throw new Rejected("from", "membership.problem.laterState");
    }
    refuseCardOfAnother(person, values);
    jdbc.sql(STOP_AT).param("person", person).param("from", from).update();
    jdbc.sql(DROP_FROM).param("person", person).param("from", from).update();
    with(CHANGE, values).param("person", person).update();
    begin(person, values, from);
    stand(person);
  }

  void correct(UUID person, Values values) {
    refuseCardOfAnother(person, values);
    jdbc.sql("set constraints all deferred").update();
    with(CORRECT, values).param("person", person).update();
    with(CORRECT_FIRST, values).param("person", person).update();
    with(CORRECT_LAST, values).param("person", person).update();
    speaks(LANGUAGES, person, values);
    stand(person);
  }

  void end(UUID person, LocalDate last, String reason) {
    jdbc.sql(DROP_AFTER).param("person", person).param("last", last).update();
    jdbc.sql(END_STATES).param("person", person).param("last", last).update();
    int ended =
        jdbc.sql(END).param("person", person).param("last", last).param("reason", reason).update();
    if (ended == 0) {
      throw new Rejected("last", "entry.problem.endOutside");
    }
  }

  void delete(UUID person) {
    jdbc.sql(DELETE_STATES).param("person", person).update();
    jdbc.sql(DELETE).param("person", person).update();
  }

  private void refuseCardOfAnother(UUID person, Values values) {
    jdbc.sql(HOLDER_OF_CARD)
        .param("person", person)
        .param("card", values.text("card"))
        .query(String.class)
        .optional()
        .ifPresent(holder -> {
          throw new Rejected("card", "membership.problem.cardTaken", holder);
        });
  }

  private void begin(UUID person, Values values, @Nullable LocalDate from) {
    int begun = with(BEGIN, values).param("person", person).param("from", from).update();
    if (begun == 0) {
      throw new Rejected("cell", "membership.problem.cellNotThere");
    }
  }

  /// Probationary before the day of recognition, official from it on.
  private void stand(UUID person) {
    List<Optional<LocalDate>> until =
        jdbc.sql(STRADDLING)
            .param("person", person)
            .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
            .list();
    if (!until.isEmpty()) {
      jdbc.sql(CUT).param("person", person).query(String.class).list();
      jdbc.sql(AFTER_CUT)
          .param("person", person)
          .param("until", until.getFirst().orElse(null))
          .update();
    }
    jdbc.sql(STANDINGS).param("person", person).update();
  }

  private JdbcClient.StatementSpec with(String sql, Values values) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    for (String field : FIELDS) {
      statement = statement.param(field, values.text(field));
    }
    return statement;
  }
}
