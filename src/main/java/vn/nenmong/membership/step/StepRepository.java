package vn.nenmong.membership.step;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.way.Around;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Phase;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Votes;
import vn.nenmong.rule.Rule;

/// Reads and writes steps, and what must be known to judge them.
@Repository
class StepRepository {

  /// Someone belongs to the cell that they were in or listed in last, or are a guest of; who was in
  /// none, to their commune.
  static final String PERSON =
      """
      select p.id, p.commune_id as commune, p.name, p.born
      from person p
      where p.id = :id and coalesce(
        (select op.path
         from member_state s
         join organization_period op on op.organization_id = s.cell_id
         where s.person_id = p.id
         order by s.period desc, op.period desc
         limit 1),
        (select op.path
         from candidate c
         join organization_period op on op.organization_id = c.cell_id
         where c.person_id = p.id
         order by c.listed desc, op.period desc
         limit 1),
        (select op.path
         from temporary_standing t
         join organization_period op on op.organization_id = t.cell_id
         where t.person_id = p.id
         order by t.period desc, op.period desc
         limit 1),
        (select op.path
         from organization_period op
         where op.organization_id = p.commune_id
         order by op.period desc
         limit 1)) <@ any(cast(:scope as ltree[]))
      """;

  @Unscoped("asked of someone who was found in the scope")
  static final String STEPS =
      """
      select id, person_id, kind, day, number, body, in_favour, entitled, carried, received, effective, until,
        cell_id, first_person_id, second_person_id, form, place, exception, reason, registered, account, at,
        change, relied, unknown, taken_back, taken_back_by
      from step
      where person_id = any(:people)
      order by id
      """;

  @Unscoped("the doctor looks at everyone, and tells ids alone")
  static final String WALKING =
      """
      select distinct s.person_id
      from step s
      left join lateral (
        select r.id, r.change from row_change r
        where r.subject = s.person_id and r.register = 'step'
        order by r.id desc
        limit 1) last on true
      where s.taken_back is null and not exists (
        select from row_change later
        where later.subject = s.person_id and later.id > last.id and later.change <> last.change
          and later.register in ('candidate', 'membership', 'member_state'))
      """;

  @Unscoped("gives whose it is, which is then looked for in the scope")
  static final String OWNER = "select person_id from step where id = :id";

  @Unscoped("asked of someone who was found in the scope")
  static final String REGISTERED =
      """
      select p.id, coalesce(c.listed_first, lower(c.listed)) as listed, upper(c.listed) as unlisted, c.status,
        c.cell_id as candidate_cell, c.first_helper_id, c.second_helper_id, c.class_taken,
        c.dossier_completed, m.id as membership, m.admitted, m.admission_decided, m.recognised,
        m.recognition_decided, m.card_number, m.left_by, lower(m.period) as since,
        upper(m.period) as until, s.cell_id, s.standing, s.exempt
      from person p
      left join lateral (
        select * from candidate where person_id = p.id order by listed desc limit 1) c on true
      left join lateral (
        select * from membership where person_id = p.id order by period desc limit 1) m on true
      left join lateral (
        select * from member_state where person_id = p.id order by period desc limit 1) s on true
      where p.id = any(:people)
      """;

  /// Everyone of the scope whose way waits for something: candidates, probationary members, those
  /// to whom something holds for a time, those who went elsewhere or received a decision on
  /// discipline within a year, and those who have no card yet.
  static final String WAITING =
      """
      with mine as materialized (
        select organization_id as cell from organization_period
        where upper_inf(period) and path <@ any(cast(:scope as ltree[]))),
      waiting as (
        select c.person_id as id from candidate c
        where c.cell_id in (select cell from mine)
          and upper_inf(c.listed) and c.status not in ('admitted', 'withdrawn')
        union
        select s.person_id from member_state s
        where s.cell_id in (select cell from mine) and upper_inf(s.period)
          and (s.standing = 'probationary' or s.exempt)
        union
        select t.person_id from temporary_standing t
        where upper(t.period) > cast(:day as date) - 31
          and (t.cell_id in (select cell from mine) or exists (
            select from member_state s
            where s.person_id = t.person_id and s.cell_id in (select cell from mine)))
        union
        select of.person_id from (
          select person_id from membership
          where left_by = 'transfer_out' and upper(period) > cast(:day as date) - 366
          union all
          select person_id from membership
          where recognition_decided is not null and card_number is null and upper_inf(period)
          union all
          select person_id from step
          where kind = 'discipline_decision' and taken_back is null
            and received > cast(:day as date) - 366) of
        where exists (
          select from member_state s
          where s.person_id = of.person_id and s.cell_id in (select cell from mine)))
      select p.id, p.commune_id as commune, p.name, p.born
      from waiting
      join person p on p.id = waiting.id
      order by p.given_name, p.other_names, p.id
      """;

  /// Official members whose party age may reach one of some numbers of years. The spans are worked
  /// out before: row security lets an index be used for what is compared with a plain value.
  static final String AGEING =
      """
      with span as materialized (
        select cast(cast(:from as date) - make_interval(years => y) as date) as since,
          cast(cast(:until as date) - make_interval(years => y) as date) as until
        from unnest(cast(:years as int[])) as y),
      aged as materialized (
        select m.person_id, m.admission_decided, m.admitted
        from span
        join membership m on upper_inf(m.period) and m.party_age_from between span.since and span.until)
      select p.id, p.commune_id as commune, p.name, p.born,
        m.admission_decided, m.admitted, s.cell_id as cell,
        array(
          select b.form from step b
          where b.person_id = p.id and b.kind = 'badge' and b.taken_back is null) as badges
      from aged m
      join member_state s on s.person_id = m.person_id and upper_inf(s.period)
        and s.standing = 'official'
      join organization_period op on op.organization_id = s.cell_id and upper_inf(op.period)
      join person p on p.id = m.person_id
      where op.path <@ any(cast(:scope as ltree[]))
      """;

  static final String INSERT =
      """
      insert into step (commune_id, person_id, kind, day, number, body, in_favour, entitled,
        carried, received, effective, until, cell_id, first_person_id, second_person_id, form, place,
        exception, reason, registered, account, at, relied, unknown)
      values (:commune, :person, :kind, :day, :number, :body, :inFavour, :entitled, :carried,
        cast(:received as date), cast(:effective as date), cast(:until as date), :cell, :first,
        :second, :form, :place,
        :exception, :reason, cast(:registered as jsonb), :account, :at, :relied, :unknown)
      returning id
      """;

  /// As it was, and why it does not hold.
  static final String INSERT_TAKEN_BACK =
      """
      insert into step (id, commune_id, person_id, kind, day, number, body, in_favour, entitled,
        carried, received, effective, until, cell_id, first_person_id, second_person_id, form, place,
        exception, reason, registered, account, at, relied, unknown, taken_back, taken_back_by, taken_back_at)
      values (:id, :commune, :person, :kind, :day, :number, :body, :inFavour, :entitled, :carried,
        cast(:received as date), cast(:effective as date), cast(:until as date), :cell, :first,
        :second, :form, :place,
        :exception, :reason, cast(:registered as jsonb), :account, :at, :relied, :unknown, :why, :by, :now)
      """;

  @Unscoped("counts those of cells that were found in the scope")
  static final String ELECTORATES =
      """
      select s.cell_id, count(*)::int as official,
        count(*) filter (where away.is)::int as temporarily_out,
        count(*) filter (where s.exempt and not away.is)::int as exempt
      from member_state s
      cross join lateral (
        select exists (
          select from temporary_standing t
          where t.person_id = s.person_id and t.kind = 'away' and t.period @> cast(:day as date))
          as is) away
      where s.cell_id = any(:cells) and s.period @> cast(:day as date) and s.standing = 'official'
      group by s.cell_id
      """;

  @Unscoped("counts the committee of a commune in which someone was found")
  static final String COMMITTEE =
      """
      select count(distinct person_id)::int
      from office_held
      where organization_id = heir_on(:commune, cast(:day as date))
        and period @> cast(:day as date) and role <> 'other'
      """;

  @Unscoped("asked of members that were chosen in the scope")
  static final String MEMBERS =
      """
      select p.id, p.name, coalesce(s.standing = 'official', false) as official,
        exists (
          select from step d
          where d.person_id = p.id and d.kind in ('discipline_decision', 'discipline_lifted')
            and d.taken_back is null and d.form is distinct from 'expulsion'
            and d.day <= cast(:day as date)
          having count(*) filter (where d.kind = 'discipline_decision')
            > count(*) filter (where d.kind = 'discipline_lifted')) as disciplined,
        cast(lower(m.period) as date) as here
      from person p
      left join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      left join membership m on m.person_id = p.id and m.period @> cast(:day as date)
      where p.id = any(:people)
      """;

  @Unscoped("asked of a cell that was chosen in the scope")
  static final String CELL_IS_THERE =
      """
      select exists (
        select from organization where id = :cell and life @> cast(:day as date))
      """;

  @Unscoped("names what the steps of someone found in the scope name")
  static final String NAMES =
      """
      select id, name from person where id = any(:ids)
      union all
      select distinct on (organization_id) organization_id, name
      from organization_period
      where organization_id = any(:ids)
      """;

  @Unscoped("asked of someone who was found in the scope")
  static final String TAKEN_IN =
      """
      select distinct on (person_id) person_id, taken_in_elsewhere(person_id, upper(period)) as day
      from membership
      where person_id = any(:people) and left_by = 'transfer_out'
      order by person_id, period desc
      """;

  private record Named(UUID id, String name) {}

  /// A step as it is kept.
  ///
  /// @param relied rules that were asked, each with its evidence: `vote.admit.cell:A`
  /// @param unknown rules of which nothing was known for the day
  /// @param takenBack why it does not hold any more; null where it does
  record Kept(
      Step step,
      String account,
      Timestamp at,
      UUID change,
      List<String> relied,
      List<String> unknown,
      @Nullable String takenBack,
      @Nullable String takenBackBy) {

    boolean holds() {
      return takenBack == null;
    }
  }

  private final JdbcClient jdbc;
  private final Today today;
  private final JsonMapper json = JsonMapper.builder().build();

  StepRepository(JdbcClient jdbc, Today today) {
    this.jdbc = jdbc;
    this.today = today;
  }

  Optional<Person> person(Scope scope, UUID id) {
    return jdbc.sql(PERSON)
        .param("id", id)
        .param("scope", scope.sql())
        .query(StepRepository::person)
        .optional();
  }

  private static Person person(ResultSet row, int n) throws SQLException {
    return new Person(
        row.getObject("id", UUID.class),
        row.getObject("commune", UUID.class),
        row.getString("name"),
        partial(row.getString("born")));
  }

  /// Whose a step is; nothing for an id that there is not.
  Optional<UUID> owner(UUID step) {
    return jdbc.sql(OWNER).param("id", step).query(UUID.class).optional();
  }

  /// All steps of someone, also those that were taken back, as they were entered.
  List<Kept> all(UUID person) {
    return all(List.of(person)).getOrDefault(person, List.of());
  }

  /// Everyone of whom there is a step that holds, and whose registers no form has changed since.
  List<UUID> walking() {
    return jdbc.sql(WALKING).query(UUID.class).list();
  }

  Map<UUID, List<Kept>> all(Collection<UUID> people) {
    Map<UUID, List<Kept>> all = new HashMap<>();
    jdbc.sql(STEPS)
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          all.computeIfAbsent(row.getObject("person_id", UUID.class), _ -> new ArrayList<>())
              .add(kept(row));
        });
    return all;
  }

  List<Person> waiting(Scope scope, LocalDate day) {
    return jdbc.sql(WAITING)
        .param("scope", scope.sql())
        .param("day", day)
        .query(StepRepository::person)
        .list();
  }

  List<Ways.Ageing> ageing(Scope scope, Set<Integer> years, LocalDate from, LocalDate until) {
    return jdbc.sql(AGEING)
        .param("scope", scope.sql())
        .param("years", years.toArray(Integer[]::new))
        .param("from", from)
        .param("until", until)
        .query((row, n) ->
            new Ways.Ageing(
                person(row, n),
                new Registered.Membership(
                    partial(row.getString("admitted")),
                    row.getObject("admission_decided", LocalDate.class),
                    null,
                    null,
                    false,
                    null,
                    null),
                texts(row, "badges").stream().map(Integer::valueOf).collect(Collectors.toSet()),
                row.getObject("cell", UUID.class)))
        .list();
  }

  /// What the registers say of someone.
  Registered registered(UUID person) {
    return registered(List.of(person)).getOrDefault(person, Registered.NOTHING);
  }

  Map<UUID, Registered> registered(Collection<UUID> people) {
    Map<UUID, Registered> all = new HashMap<>();
    jdbc.sql(REGISTERED)
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          all.put(row.getObject("id", UUID.class), registered(row));
        });
    return all;
  }

  /// The days on which other communes took in some who were transferred out.
  Map<UUID, LocalDate> takenIn(Collection<UUID> people) {
    Map<UUID, LocalDate> days = new HashMap<>();
    jdbc.sql(TAKEN_IN)
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          LocalDate day = row.getObject("day", LocalDate.class);
          if (day != null) {
            days.put(row.getObject("person_id", UUID.class), day);
          }
        });
    return days;
  }

  /// @param decision what the rules said of it
  UUID insert(Person person, String account, Step step, Decision decision) {
    return with(jdbc.sql(INSERT), person.commune(), person.id(), step)
        .param("account", account)
        .param("at", Timestamp.from(today.now()))
        .param(
            "relied",
            decision.relied().stream()
                .map(rule -> rule.code() + ":" + rule.source().evidence())
                .toArray(String[]::new))
        .param("unknown", decision.unknown().stream().map(Rule::code).toArray(String[]::new))
        .query(UUID.class)
        .single();
  }

  void insertTakenBack(Person person, Kept kept, String why, String by) {
    with(jdbc.sql(INSERT_TAKEN_BACK), person.commune(), person.id(), kept.step())
        .param("id", kept.step().id())
        .param("account", kept.account())
        .param("at", kept.at())
        .param("relied", kept.relied().toArray(String[]::new))
        .param("unknown", kept.unknown().toArray(String[]::new))
        .param("why", why)
        .param("by", by)
        .param("now", Timestamp.from(today.now()))
        .update();
  }

  Around around(Person person, @Nullable UUID cell, List<UUID> people, Step step) {
    LocalDate day = step.day();
    UUID named = step.cell() == null ? cell : step.cell();
    return new Around(
        today.date(),
        person.born(),
        cell == null ? null : electorate(cell, day),
        committee(person.commune(), day),
        people.isEmpty() ? List.of() : members(people, day),
        named == null || cellIsThere(named, day));
  }

  /// Those who have a vote in a cell on a day; null where it has no members that are known.
  Around.@Nullable Electorate electorate(UUID cell, LocalDate day) {
    return electorates(Set.of(cell), day).get(cell);
  }

  /// Those who have a vote in each of some cells on a day; a cell of which no official members are
  /// known is left out.
  Map<UUID, Around.Electorate> electorates(Collection<UUID> cells, LocalDate day) {
    Map<UUID, Around.Electorate> counted = new HashMap<>();
    jdbc.sql(ELECTORATES)
        .param("cells", cells.toArray(UUID[]::new))
        .param("day", day)
        .query(row -> {
          counted.put(
              row.getObject("cell_id", UUID.class),
              new Around.Electorate(
                  row.getInt("official"), row.getInt("temporarily_out"), row.getInt("exempt")));
        });
    return counted;
  }

  int committee(UUID commune, LocalDate day) {
    return jdbc.sql(COMMITTEE)
        .param("commune", commune)
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  /// People and cells by name.
  Map<UUID, String> names(Collection<UUID> ids) {
    return jdbc.sql(NAMES).param("ids", ids.toArray(UUID[]::new)).query(Named.class).list().stream()
        .collect(Collectors.toMap(Named::id, Named::name));
  }

  List<Around.Member> members(Collection<UUID> people, LocalDate day) {
    return jdbc.sql(MEMBERS)
        .param("people", people.toArray(UUID[]::new))
        .param("day", day)
        .query(Around.Member.class)
        .list();
  }

  private boolean cellIsThere(UUID cell, LocalDate day) {
    return jdbc.sql(CELL_IS_THERE)
        .param("cell", cell)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec sql, UUID commune, UUID person, Step step) {
    Votes votes = step.votes();
    return sql.param("commune", commune)
        .param("person", person)
        .param("kind", step.kind().code())
        .param("day", step.day())
        .param("number", step.number())
        .param("body", step.body())
        .param("inFavour", votes == null ? null : votes.inFavour())
        .param("entitled", votes == null ? null : votes.entitled())
        .param("carried", step.carried())
        .param("received", step.received())
        .param("effective", step.effective())
        .param("until", step.until())
        .param("cell", step.cell())
        .param("first", step.people().isEmpty() ? null : step.people().getFirst())
        .param("second", step.people().size() < 2 ? null : step.people().get(1))
        .param("form", step.form())
        .param("place", step.place())
        .param("exception", step.exception())
        .param("reason", step.reason())
        .param(
            "registered",
            step.registered() == null ? null : json.writeValueAsString(step.registered()));
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        step(row),
        row.getString("account"),
        row.getTimestamp("at"),
        row.getObject("change", UUID.class),
        texts(row, "relied"),
        texts(row, "unknown"),
        row.getString("taken_back"),
        row.getString("taken_back_by"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private Step step(ResultSet row) throws SQLException {
    Integer inFavour = row.getObject("in_favour", Integer.class);
    String registered = row.getString("registered");
    return new Step(
        row.getObject("id", UUID.class),
        StepKind.of(row.getString("kind")).orElseThrow(),
        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
        row.getString("number"),
        row.getString("body"),
        inFavour == null ? null : new Votes(inFavour, row.getInt("entitled")),
        row.getObject("carried", Boolean.class),
        row.getObject("received", LocalDate.class),
        row.getObject("effective", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getObject("cell_id", UUID.class),
        Stream.of(
                Optional.ofNullable(row.getObject("first_person_id", UUID.class)),
                Optional.ofNullable(row.getObject("second_person_id", UUID.class)))
            .flatMap(Optional::stream)
            .toList(),
        row.getString("form"),
        row.getString("place"),
        row.getString("exception"),
        row.getString("reason"),
        registered == null ? null : json.readValue(registered, Registered.class));
  }

  private static Registered registered(ResultSet row) throws SQLException {
    boolean known = row.getObject("membership") != null;
    boolean member = known && row.getDate("until") == null;
    Date listed = row.getDate("listed");
    String status = row.getString("status");
    boolean candidate =
        !member
            && listed != null
            && row.getDate("unlisted") == null
            && !"admitted".equals(status)
            && !"withdrawn".equals(status);
    Phase phase =
        member
            ? "official".equals(row.getString("standing")) ? Phase.OFFICIAL : Phase.PROBATIONARY
            : candidate ? Phase.CANDIDATE : known ? Phase.GONE : Phase.OUTSIDE;
    LocalDate since =
        switch (phase) {
          case CANDIDATE -> row.getObject("listed", LocalDate.class);
          case PROBATIONARY, OFFICIAL -> row.getObject("since", LocalDate.class);
          case GONE -> row.getObject("until", LocalDate.class);
          case OUTSIDE -> row.getObject("unlisted", LocalDate.class);
        };
    UUID cell =
        phase == Phase.CANDIDATE || phase == Phase.OUTSIDE
            ? row.getObject("candidate_cell", UUID.class)
            : row.getObject("cell_id", UUID.class);
    Registered.Candidature candidature =
        candidate
            ? new Registered.Candidature(
                Stream.of(
                        Optional.ofNullable(row.getObject("first_helper_id", UUID.class)),
                        Optional.ofNullable(row.getObject("second_helper_id", UUID.class)))
                    .flatMap(Optional::stream)
                    .toList(),
                partial(row.getString("class_taken")),
                partial(row.getString("dossier_completed")))
            : Registered.Candidature.NONE;
    String leftBy = row.getString("left_by");
    Registered.Membership membership =
        known
            ? new Registered.Membership(
                partial(row.getString("admitted")),
                row.getObject("admission_decided", LocalDate.class),
                partial(row.getString("recognised")),
                row.getObject("recognition_decided", LocalDate.class),
                member && row.getBoolean("exempt"),
                row.getString("card_number"),
                leftBy == null ? null : StepKind.of(leftBy).orElseThrow())
            : Registered.Membership.NONE;
    return new Registered(phase, since, cell, candidature, membership);
  }

  private static @Nullable PartialDate partial(@Nullable String iso) {
    return iso == null ? null : PartialDate.parse(iso);
  }
}
