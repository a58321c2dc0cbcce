package vn.nenmong.workbook.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.Today;

/// Reconciliations: seen by whoever sees the whole commune, since both lists are of all of it.
@Repository
class ReconciliationRepository {

  private static final String TOLD_FRAGMENT =
      """
      select r.id, r.commune_id, o.code, coalesce(op.name, o.code) as name, r.day, r.source,
        r.file_name, r.skipped, r.items, coalesce(who.display_name, r.account) as account, r.at
      from reconciliation r
      join organization o on o.id = r.commune_id
      left join account who on who.username = r.account
      left join lateral (
        select name, path from organization_period
        where organization_id = r.commune_id
        order by period @> r.day desc, period desc
        limit 1) op on true
      where op.path <@ any(cast(:scope as ltree[]))
      """;

  static final String FIND = TOLD_FRAGMENT + " and r.id = :id";

  static final String ALL = TOLD_FRAGMENT + " order by r.day desc, op.name collate vi, r.at desc";

  /// The newest of the same source before one.
  static final String FORMER =
      TOLD_FRAGMENT
          + """
           and r.commune_id = :commune and r.source = :source and r.file_name is not null
            and r.id <> :id and r.day <= cast(:day as date)
          order by r.day desc, r.at desc
          limit 1
          """;

  /// Their lines, in the order of their file.
  static final String THEIRS =
      """
      select r.id, r.reconciliation_id, r.line, r.name, r.sex, r.born, r.ethnicity, r.card_number,
        r.cell, r.admitted, r.recognised, r.activity, r.person_id
      from reconciliation_row r
      where r.reconciliation_id = any(:ids) and exists (
        select from organization_period op
        where op.organization_id = r.commune_id and op.path <@ any(cast(:scope as ltree[])))
      order by r.reconciliation_id, r.line, r.id
      """;

  /// Whoever has been a member of a commune, as on a day: a member of a cell of it then, or of none
  /// any more or yet in its records and those that it inherited.
  static final String OURS =
      """
      select asked.commune, asked.day, p.id, p.name, p.sex, p.born, p.ethnicity, m.card_number,
        m.admitted, m.recognised, lower(m.period) as since, upper(m.period) as until,
        s.cell_id, coalesce(op.name, last.name) as cell, s.exempt
      from unnest(cast(:communes as uuid[]), cast(:days as date[])) as asked (commune, day)
      join lateral (
        select array_agg(distinct unit.commune_id) as communes,
          array_agg(unit.organization_id) as units, array(select inherited(asked.commune)) as own
        from below(asked.commune, asked.day) unit) here on true
      join person p on p.commune_id = any(here.communes || here.own)
      join lateral (
        select * from membership
        where person_id = p.id
        order by period @> asked.day desc, period desc
        limit 1) m on true
      left join member_state s on s.person_id = p.id and s.period @> asked.day
        and m.period @> asked.day
      left join organization_period op on op.organization_id = s.cell_id and op.period @> asked.day
      left join lateral (
        select o.name
        from member_state before
        join organization_period o on o.organization_id = before.cell_id
        where before.person_id = p.id and s.person_id is null
        order by before.period desc, o.period desc
        limit 1) last on true
      where exists (
          select from organization_period top
          where top.organization_id = asked.commune and top.path <@ any(cast(:scope as ltree[])))
        and case when s.cell_id is null then p.commune_id = any(here.own)
          else s.cell_id = any(here.units) end
      order by asked.commune, asked.day, p.given_name, p.other_names, p.id
      """;

  static final String SETTLEMENTS =
      """
      select s.id, s.reconciliation_id, s.item, s.person_id, s.row_id, s.ours, s.theirs, s.verdict,
        s.note, coalesce(who.display_name, s.account) as account, s.at, s.carried_from
      from reconciliation_settlement s
      left join account who on who.username = s.account
      where s.reconciliation_id = any(:ids) and exists (
        select from organization_period op
        where op.organization_id = s.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  /// Our members by cell.
  static final String MEMBERS =
      """
      select s.cell_id, count(*)::int as members
      from member_state s
      join membership m on m.person_id = s.person_id and m.period @> cast(:day as date)
      join below(:commune, cast(:day as date)) op on op.organization_id = s.cell_id
      where s.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      group by s.cell_id
      """;

  static final String COUNTS =
      """
      select c.unit_id, c.cells, c.members
      from reconciliation_count c
      where c.reconciliation_id = :id and exists (
        select from organization_period op
        where op.organization_id = c.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  /// Whether a commune has reconciled before a day, and since it.
  static final String DONE =
      """
      select coalesce(bool_or(r.day < cast(:day as date)), false) as before,
        coalesce(bool_or(r.day >= cast(:day as date)), false) as since
      from reconciliation r
      where r.commune_id = :commune and exists (
        select from organization_period op
        where op.organization_id = r.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String INSERT =
      """
      insert into reconciliation
        (id, commune_id, day, source, file_name, people, skipped, items, account, at)
      values (:id, :commune, :day, :source, :fileName, :people, :skipped, :items, :account, :at)
      """;

  static final String INSERT_ROW =
      """
      insert into reconciliation_row (id, reconciliation_id, commune_id, line, name, sex, born,
        ethnicity, card_number, cell, admitted, recognised, activity, person_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String SETTLE =
      """
      insert into reconciliation_settlement (reconciliation_id, commune_id, item, person_id, row_id,
        ours, theirs, verdict, note, account, at, carried_from)
      values (:reconciliation, :commune, :item, :person, :row, :ours, :theirs, :verdict, :note,
        :account, :at, :carriedFrom)
      on conflict (reconciliation_id, item, person_id, row_id) do update
      set ours = excluded.ours, theirs = excluded.theirs, verdict = excluded.verdict,
        note = excluded.note, account = excluded.account, at = excluded.at,
        carried_from = excluded.carried_from
      """;

  static final String REOPEN =
      "delete from reconciliation_settlement where id = any(:ids) and reconciliation_id = :id";

  static final String CHOOSE =
      """
      update reconciliation_row set person_id = :person
      where id = :row and reconciliation_id = :reconciliation
      """;

  static final String REMOVE = "delete from reconciliation where id = :id";

  static final String FORGET_COUNTS =
      "delete from reconciliation_count where reconciliation_id = :id";

  static final String COUNT =
      """
      insert into reconciliation_count (reconciliation_id, commune_id, unit_id, cells, members)
      values (:id, :commune, :unit, :cells, :members)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ReconciliationRepository(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  Optional<Reconciliation> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("scope", scope.sql())
        .param("id", id)
        .query((row, _) -> reconciliation(row))
        .optional();
  }

  /// Newest first.
  List<Reconciliation> all(Scope scope) {
    return jdbc.sql(ALL).param("scope", scope.sql()).query((row, _) -> reconciliation(row)).list();
  }

  Optional<Reconciliation> former(Scope scope, Reconciliation one) {
    return jdbc.sql(FORMER)
        .param("scope", scope.sql())
        .param("commune", one.commune())
        .param("source", one.source().code())
        .param("id", one.id())
        .param("day", one.day())
        .query((row, _) -> reconciliation(row))
        .optional();
  }

  private static Reconciliation reconciliation(ResultSet row) throws SQLException {
    return new Reconciliation(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getObject("day", LocalDate.class),
        Reconciliation.Source.of(row.getString("source")).orElseThrow(),
        row.getString("file_name"),
        row.getInt("skipped"),
        Arrays.stream((String[]) row.getArray("items").getArray())
            .flatMap(code -> Item.of(code).stream())
            .collect(Collectors.toSet()),
        row.getString("account"),
        row.getObject("at", OffsetDateTime.class));
  }

  /// By the id of their reconciliation.
  Map<UUID, List<Theirs>> theirs(Scope scope, Collection<UUID> ids) {
    Map<UUID, List<Theirs>> theirs = new HashMap<>();
    jdbc.sql(THEIRS)
        .param("scope", scope.sql())
        .param("ids", uuids(ids))
        .query(row -> {
          theirs
              .computeIfAbsent(
                  row.getObject("reconciliation_id", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Theirs(
                      row.getObject("id", UUID.class),
                      row.getInt("line"),
                      told(row, row.getString("activity")),
                      row.getObject("person_id", UUID.class)));
        });
    return theirs;
  }

  /// A commune on a day.
  record Asked(UUID commune, LocalDate day) {}

  /// Sorted as names are.
  Map<Asked, List<Ours>> ours(Scope scope, Set<Asked> asked) {
    Map<Asked, List<Ours>> ours = new HashMap<>();
    List<Asked> ordered = List.copyOf(asked);
    jdbc.sql(OURS)
        .param("scope", scope.sql())
        .param("communes", uuids(ordered.stream().map(Asked::commune).toList()))
        .param("days", new SqlArrayValue("date", ordered.stream().map(Asked::day).toArray()))
        .query(row -> {
          UUID cell = row.getObject("cell_id", UUID.class);
          Activity activity =
              cell == null
                  ? Activity.LEFT
                  : row.getBoolean("exempt") ? Activity.EXEMPT : Activity.ACTIVE;
          ours.computeIfAbsent(
                  new Asked(
                      row.getObject("commune", UUID.class), row.getObject("day", LocalDate.class)),
                  _ -> new ArrayList<>())
              .add(
                  new Ours(
                      row.getObject("id", UUID.class),
                      told(row, activity.code()),
                      cell,
                      row.getObject("since", LocalDate.class),
                      row.getObject("until", LocalDate.class)));
        });
    return ours;
  }

  private static Told told(ResultSet row, @Nullable String activity) throws SQLException {
    return new Told(
        row.getString("name"),
        row.getString("sex"),
        row.getString("born"),
        row.getString("ethnicity"),
        row.getString("card_number"),
        row.getString("cell"),
        row.getString("admitted"),
        row.getString("recognised"),
        activity);
  }

  /// By the id of their reconciliation.
  Map<UUID, List<Settlement>> settlements(Scope scope, Collection<UUID> ids) {
    Map<UUID, List<Settlement>> settlements = new HashMap<>();
    jdbc.sql(SETTLEMENTS)
        .param("scope", scope.sql())
        .param("ids", uuids(ids))
        .query(row -> {
          settlements
              .computeIfAbsent(
                  row.getObject("reconciliation_id", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Settlement(
                      row.getObject("id", UUID.class),
                      new Settlement.Key(
                          row.getString("item"),
                          row.getObject("person_id", UUID.class),
                          row.getObject("row_id", UUID.class),
                          row.getString("ours"),
                          row.getString("theirs")),
                      Verdict.of(row.getString("verdict")),
                      row.getString("note"),
                      row.getString("account"),
                      row.getObject("at", OffsetDateTime.class)
                          .atZoneSameInstant(Today.ZONE)
                          .toLocalDate(),
                      row.getObject("carried_from", LocalDate.class)));
        });
    return settlements;
  }

  /// How many members each cell has on the day.
  Map<UUID, Integer> members(Scope scope, Reconciliation of) {
    Map<UUID, Integer> members = new HashMap<>();
    jdbc.sql(MEMBERS)
        .param("scope", scope.sql())
        .param("commune", of.commune())
        .param("day", of.day())
        .query(row -> {
          members.put(row.getObject("cell_id", UUID.class), row.getInt("members"));
        });
    return members;
  }

  /// How many they say there are in a unit.
  record Said(@Nullable Integer cells, @Nullable Integer members) {}

  /// By unit; the commune is one.
  Map<UUID, Said> counts(Scope scope, UUID id) {
    Map<UUID, Said> counts = new HashMap<>();
    jdbc.sql(COUNTS)
        .param("scope", scope.sql())
        .param("id", id)
        .query(row -> {
          counts.put(
              row.getObject("unit_id", UUID.class),
              new Said(
                  row.getObject("cells", Integer.class), row.getObject("members", Integer.class)));
        });
    return counts;
  }

  /// Whether a commune has ever reconciled before a day, and not since.
  boolean isMissingSince(Scope scope, UUID commune, LocalDate day) {
    return Boolean.TRUE.equals(
        DataAccessUtils.singleResult(
            jdbc.sql(DONE)
                .param("scope", scope.sql())
                .param("commune", commune)
                .param("day", day)
                .query((row, _) -> row.getBoolean("before") && !row.getBoolean("since"))
                .list()));
  }

  /// @param account name of the account itself
  void insert(Reconciliation one, String account, @Nullable Integer people, Instant at) {
    jdbc.sql(INSERT)
        .param("id", one.id())
        .param("commune", one.commune())
        .param("day", one.day())
        .param("source", one.source().code())
        .param("fileName", one.fileName())
        .param("people", people)
        .param("skipped", one.skipped())
        .param(
            "items",
            new SqlArrayValue("text", one.items().stream().map(Item::code).sorted().toArray()))
        .param("account", account)
        .param("at", Timestamp.from(at))
        .update();
  }

  void insert(Reconciliation of, List<Theirs> theirs) {
    batch.batchUpdate(
        INSERT_ROW,
        theirs,
        500,
        (row, one) -> {
          Told told = one.told();
          Object[] values = {
            one.id(),
            of.id(),
            of.commune(),
            one.line(),
            told.name(),
            told.sex(),
            told.born(),
            told.ethnicity(),
            told.card(),
            told.cell(),
            told.admitted(),
            told.recognised(),
            told.activity(),
            one.chosen()
          };
          for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
          }
        });
  }

  /// @param settlement with the name of the account itself
  void settle(Reconciliation of, Settlement settlement, Instant at) {
    Settlement.Key key = settlement.key();
    jdbc.sql(SETTLE)
        .param("reconciliation", of.id())
        .param("commune", of.commune())
        .param("item", key.item())
        .param("person", key.person())
        .param("row", key.row())
        .param("ours", key.ours())
        .param("theirs", key.theirs())
        .param("verdict", settlement.verdict().code())
        .param("note", settlement.note())
        .param("account", settlement.account())
        .param("at", Timestamp.from(at))
        .param("carriedFrom", settlement.carriedFrom())
        .update();
  }

  int reopen(Reconciliation of, Collection<UUID> settlements) {
    return jdbc.sql(REOPEN).param("ids", uuids(settlements)).param("id", of.id()).update();
  }

  /// @param person null where nobody is said to be it any more
  void choose(Reconciliation of, UUID row, @Nullable UUID person) {
    jdbc.sql(CHOOSE)
        .param("row", row)
        .param("reconciliation", of.id())
        .param("person", person)
        .update();
  }

  void remove(Reconciliation one) {
    jdbc.sql(REMOVE).param("id", one.id()).update();
  }

  void say(Reconciliation of, Map<UUID, Said> counts) {
    jdbc.sql(FORGET_COUNTS).param("id", of.id()).update();
    counts.forEach((unit, said) ->
        jdbc.sql(COUNT)
            .param("id", of.id())
            .param("commune", of.commune())
            .param("unit", unit)
            .param("cells", said.cells())
            .param("members", said.members())
            .update());
  }

  private static SqlArrayValue uuids(Collection<UUID> ids) {
    return new SqlArrayValue("uuid", ids.toArray());
  }
}
