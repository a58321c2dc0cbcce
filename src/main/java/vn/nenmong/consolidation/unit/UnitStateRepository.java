package vn.nenmong.consolidation.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.organization.OrganizationState;
import vn.nenmong.organization.Placement;

/// Writes organizations and where they stand in the tree.
@Repository
@Unscoped("asked of a unit that was found in the scope")
class UnitStateRepository {

  /// Who or what still belongs to an organization after a day.
  record Remaining(int members, int villages, int units, int candidates) {}

  static final String FIND =
      """
      select o.commune_id as commune, s.name as title, s.name, o.code, s.kind,
        cast(s.parent_id as text) as parent, o.founded, o.founding_decision as decision, s.superior,
        o.note
      from organization o
      join lateral (
        select * from organization_period where organization_id = o.id order by period desc limit 1)
        s on true
      where o.id = :id and exists (
        select from organization_period op
        where op.organization_id = o.id and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String COMMUNE_OF_CODE =
      """
      select o.id
      from organization o
      where o.id = o.commune_id and o.code = :code and exists (
        select from organization_period op
        where op.organization_id = o.id and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String COMMUNE = "select commune_id from organization where id = :id";

  static final String IN_TREE =
      """
      with recursive within as (
        select id from organization where commune_id = :commune
        union
        select op.organization_id
        from within
        join organization_period op on op.parent_id = within.id)
      select id from within
      """;

  static final String LIVES =
      "select id, cast(life as text) as life from organization where id = any(:units)";

  static final String STATES =
      """
      select organization_id, cast(period as text) as period, name, kind, parent_id,
        cast(path as text) as path, superior
      from organization_period
      where organization_id = any(:units)
      order by organization_id, period
      """;

  /// The commune that a unit lies in on a day: itself, or the next one above.
  static final String LIES_IN =
      """
      select o.id
      from organization_period unit
      join organization_period op on op.path @> unit.path and op.period @> cast(:day as date)
      join organization o on o.id = op.organization_id
      where unit.organization_id = :unit and unit.period @> cast(:day as date)
        and op.kind not in ('province', 'district') and o.id = o.commune_id
      order by nlevel(op.path) desc
      limit 1
      """;

  static final String INSERT =
      """
      insert into organization (commune_id, code, founded, founding_decision, note, life)
      values (:commune, :code, :founded, :decision, :note, cast(:life as daterange))
      returning id
      """;

  static final String UPDATE =
      """
      update organization
      set code = :code, founded = :founded, founding_decision = :decision, note = :note,
        life = cast(:life as daterange)
      where id = :id
      """;

  static final String DELETE_STATES = "delete from organization_period where organization_id = :id";

  static final String INSERT_STATE =
      """
      insert into organization_period (
        organization_id, period, commune_id, name, kind, parent_id, path, superior)
      select id, cast(:period as daterange), commune_id, :name, :kind, cast(:parent as uuid),
        cast(:path as ltree), :superior
      from organization
      where id = :id
      """;

  static final String REMAINING =
      """
      select
        (select count(distinct person_id) from member_state
          where cell_id = :id and period && after.period) as members,
        (select count(distinct v.village_id) from village_period v
          where v.cell_id = :id and v.period && after.period) as villages,
        (select count(distinct organization_id) from organization_period
          where parent_id = :id and period && after.period) as units,
        (select count(*) from candidate where cell_id = :id and listed && after.period) as candidates
      from (select daterange(cast(:last as date) + 1, null) as period) after
      """;

  static final String END_OFFICES =
      """
      update office_held
      set until = cast(cast(:last as date) as text), period = daterange(lower(period), cast(:last as date) + 1)
      where organization_id = :id and period @> cast(:last as date)
        and (upper_inf(period) or upper(period) > cast(:last as date) + 1)
      """;

  static final String END_CHARGES =
      """
      update charge set period = daterange(lower(period), cast(:last as date) + 1)
      where cell_id = :id and period @> cast(:last as date)
        and (upper_inf(period) or upper(period) > cast(:last as date) + 1)
      """;

  static final String END =
      """
      update organization
      set ended = cast(cast(:last as date) as text), life = daterange(lower(life), cast(:last as date) + 1)
      where id = :id
      """;

  static final String DELETE = "delete from organization where id = :id";

  private static final List<String> FIELDS =
      List.of("name", "code", "kind", "parent", "founded", "decision", "superior", "note");

  private final JdbcClient jdbc;

  UnitStateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Kept> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query((row, n) -> {
          Map<String, String> values = new HashMap<>();
          for (String field : FIELDS) {
            String value = row.getString(field);
            if (value != null) {
              values.put(field, value);
            }
          }
          return new Kept(row.getObject("commune", UUID.class), row.getString("title"), values);
        })
        .optional();
  }

  Optional<UUID> commune(Scope scope, String code) {
    return jdbc.sql(COMMUNE_OF_CODE)
        .param("code", code)
        .param("scope", scope.sql())
        .query(UUID.class)
        .optional();
  }

  UUID commune(UUID id) {
    return jdbc.sql(COMMUNE).param("id", id).query(UUID.class).single();
  }

  Optional<UUID> liesIn(UUID unit, LocalDate day) {
    return jdbc.sql(LIES_IN).param("unit", unit).param("day", day).query(UUID.class).optional();
  }

  CommuneTree tree(UUID commune) {
    List<UUID> units = jdbc.sql(IN_TREE).param("commune", commune).query(UUID.class).list();
    Map<UUID, Period> lives = new HashMap<>();
    jdbc.sql(LIVES)
        .param("units", units.toArray(UUID[]::new))
        .query(row -> {
          lives.put(row.getObject("id", UUID.class), Period.ofRange(row.getString("life")));
        });
    return new CommuneTree(commune, lives, states(units));
  }

  private Map<UUID, Timeline<OrganizationState>> states(Collection<UUID> units) {
    Map<UUID, List<Timeline.Span<OrganizationState>>> spans = new HashMap<>();
    jdbc.sql(STATES)
        .param("units", units.toArray(UUID[]::new))
        .query(row -> {
          spans
              .computeIfAbsent(
                  row.getObject("organization_id", UUID.class), id -> new ArrayList<>())
              .add(
                  new Timeline.Span<>(
                      Period.ofRange(row.getString("period")),
                      new OrganizationState(
                          row.getString("name"),
                          row.getString("kind"),
                          row.getObject("parent_id", UUID.class),
                          row.getString("path"),
                          row.getString("superior"))));
        });
    Map<UUID, Timeline<OrganizationState>> states = new HashMap<>();
    spans.forEach((id, list) -> states.put(id, new Timeline<>(list)));
    return states;
  }

  UUID insert(UUID commune, Values values, Period life) {
    return with(INSERT, values, life).param("commune", commune).query(UUID.class).single();
  }

  void update(UUID id, Values values, Period life) {
    jdbc.sql("set constraints all deferred").update();
    with(UPDATE, values, life).param("id", id).update();
  }

  /// Writes what differs from what is there: the one that was changed, and those below it.
  void write(CommuneTree tree) {
    jdbc.sql("set constraints all deferred").update();
    CommuneTree before = tree(tree.commune());
    Placement placement = new Placement(tree.states(), states(tree.above()));
    for (UUID id : tree.states().keySet()) {
      Timeline<OrganizationState> after = placement.of(id);
      if (after.equals(before.of(id))) {
        continue;
      }
      jdbc.sql(DELETE_STATES).param("id", id).update();
      for (Timeline.Span<OrganizationState> span : after.spans()) {
        jdbc.sql(INSERT_STATE)
            .param("id", id)
            .param("period", span.period().toRange())
            .param("name", span.value().name())
            .param("kind", span.value().kind())
            .param("parent", span.value().parent())
            .param("path", span.value().path())
            .param("superior", span.value().superior())
            .update();
      }
    }
  }

  Optional<Remaining> remaining(UUID id, LocalDate last) {
    return jdbc.sql(REMAINING)
        .param("id", id)
        .param("last", last)
        .query(Remaining.class)
        .optional()
        .filter(left -> left.members() + left.villages() + left.units() + left.candidates() > 0);
  }

  void end(UUID id, LocalDate last) {
    jdbc.sql("set constraints all deferred").update();
    for (String statement : List.of(END_OFFICES, END_CHARGES, END)) {
      jdbc.sql(statement).param("id", id).param("last", last).update();
    }
  }

  void delete(UUID id) {
    jdbc.sql(DELETE_STATES).param("id", id).update();
    jdbc.sql(DELETE).param("id", id).update();
  }

  private JdbcClient.StatementSpec with(String statement, Values values, Period life) {
    PartialDate founded = values.date("founded");
    return jdbc.sql(statement)
        .param("code", values.needed("code"))
        .param("founded", founded == null ? null : founded.toIso())
        .param("decision", values.text("decision"))
        .param("note", values.text("note"))
        .param("life", life.toRange());
  }
}
