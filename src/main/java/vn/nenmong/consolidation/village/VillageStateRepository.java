package vn.nenmong.consolidation.village;

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
import vn.nenmong.organization.Coordinates;

/// Writes villages and what is true of them for a while. While its cell is not there, a village has
/// none.
@Repository
@Unscoped("asked of a village that was found in the scope")
class VillageStateRepository {

  static final String FIND =
      """
      select v.commune_id, s.name as title, s.name, v.code, cast(v.commune_id as text) as commune,
        cast(s.cell_id as text) as cell, s.meeting_form as "meetingForm",
        cast(trim_scale(s.distance_km) as text) as distance,
        cast(s.bearing as text) as direction,
        s.latitude || ', ' || s.longitude as coordinates,
        case when s.border then 'yes' when not s.border then 'no' end as border
      from village v
      join lateral (
        select * from village_period where village_id = v.id order by period desc limit 1) s on true
      where v.id = :id and exists (
        select from organization_period op
        where op.organization_id in (v.commune_id, s.cell_id)
          and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String INSERT =
      """
      insert into village (commune_id, code, life)
      select c.id, :code, daterange(lower(c.life), null)
      from organization c
      where c.id = :commune
      returning id
      """;

  /// One state as far as its cell is there, one without a cell before and after.
  static final String BEGIN =
      """
      insert into village_period (
        village_id, period, commune_id, name, cell_id, meeting_form, distance_km, bearing, latitude,
        longitude, border)
      select v.id, part.period, coalesce(cast(:place as uuid), v.commune_id), :name, part.cell,
        case when part.cell is not null then :meetingForm end,
        cast(:distance as numeric), cast(:direction as numeric), cast(:latitude as numeric),
        cast(:longitude as numeric), cast(:border as text) = 'yes'
      from village v
      left join organization o on o.id = cast(:cell as uuid)
      cross join lateral (
        select v.life * daterange(cast(:from as date), null) as period) whole
      cross join lateral (
        select whole.period * o.life as period, o.id as cell
        where o.id is not null
        union all
        select whole.period * daterange(null, lower(o.life)), null
        where not lower_inf(o.life)
        union all
        select whole.period * daterange(upper(o.life), null), null
        where not upper_inf(o.life)
        union all
        select whole.period, null
        where o.id is null) part
      where v.id = :id and not isempty(part.period)
      """;

  static final String LATER =
      """
      select exists (
        select from village_period later
        where village_id = :id and lower(period) > cast(:from as date)
          and (cell_id is not null or commune_id <> (
            select place.commune_id from village_period place
            where place.village_id = :id and place.period @> cast(:from as date))))
      """;

  /// The commune that it lies in on a day: what it was merged into, not that of its records.
  static final String PLACE =
      """
      select commune_id from village_period
      where village_id = :id and period @> cast(:from as date)
      """;

  static final String HELD =
      "select exists (select from village where id = :id and life @> cast(:from as date))";

  static final String DROP_FROM =
      "delete from village_period where village_id = :id and lower(period) >= cast(:from as date)";

  static final String STOP_AT =
      """
      update village_period set period = daterange(lower(period), cast(:from as date))
      where village_id = :id and period @> cast(:from as date)
      """;

  static final String CORRECT_CODE = "update village set code = :code where id = :id";

  static final String CORRECT =
      """
      update village_period
      set name = :name, meeting_form = :meetingForm, distance_km = cast(:distance as numeric),
        bearing = cast(:direction as numeric), latitude = cast(:latitude as numeric),
        longitude = cast(:longitude as numeric), border = cast(:border as text) = 'yes', cell_id = cast(:cell as uuid)
      where village_id = :id and period = (
        select period from village_period where village_id = :id order by period desc limit 1)
      """;

  static final String END =
      """
      update village set life = daterange(lower(life), cast(:last as date) + 1)
      where id = :id and upper_inf(life) and life @> cast(:last as date)
      """;

  static final String DELETE_STATES = "delete from village_period where village_id = :id";

  static final String DELETE = "delete from village where id = :id";

  private static final List<String> FIELDS =
      List.of(
          "name",
          "code",
          "commune",
          "cell",
          "meetingForm",
          "distance",
          "direction",
          "coordinates",
          "border");

  private final JdbcClient jdbc;

  VillageStateRepository(JdbcClient jdbc) {
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
          return new Kept(row.getObject("commune_id", UUID.class), row.getString("title"), values);
        })
        .optional();
  }

  UUID insert(UUID commune, Values values) {
    UUID id =
        jdbc.sql(INSERT)
            .param("commune", commune)
            .param("code", values.needed("code"))
            .query(UUID.class)
            .single();
    with(BEGIN, values).param("id", id).param("from", null).param("place", null).update();
    return id;
  }

  /// @throws Rejected where the village was not there, or something is recorded of a later day
  void change(UUID id, Values values, LocalDate from) {
    if (!holds(HELD, id, from)) {
      throw new Rejected("from", "consolidation.unit.problem.outside");
    }
    if (holds(LATER, id, from)) {
      throw new Rejected("from", "membership.problem.laterState");
    }
    UUID place =
        jdbc.sql(PLACE)
            .param("id", id)
            .param("from", from)
            .query(UUID.class)
            .optional()
            .orElse(null);
    jdbc.sql(DROP_FROM).param("id", id).param("from", from).update();
    jdbc.sql(STOP_AT).param("id", id).param("from", from).update();
    with(BEGIN, values).param("id", id).param("from", from).param("place", place).update();
  }

  void correct(UUID id, Values values) {
    jdbc.sql(CORRECT_CODE).param("id", id).param("code", values.needed("code")).update();
    with(CORRECT, values).param("id", id).update();
  }

  void end(UUID id, LocalDate last) {
    jdbc.sql("set constraints all deferred").update();
    jdbc.sql(DROP_FROM).param("id", id).param("from", last.plusDays(1)).update();
    jdbc.sql(STOP_AT).param("id", id).param("from", last.plusDays(1)).update();
    if (jdbc.sql(END).param("id", id).param("last", last).update() == 0) {
      throw new Rejected("last", "entry.problem.endOutside");
    }
  }

  void delete(UUID id) {
    jdbc.sql(DELETE_STATES).param("id", id).update();
    jdbc.sql(DELETE).param("id", id).update();
  }

  private boolean holds(String question, UUID id, LocalDate from) {
    return jdbc.sql(question).param("id", id).param("from", from).query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec with(String statement, Values values) {
    Coordinates place = place(values.text("coordinates"));
    return jdbc.sql(statement)
        .param("name", values.needed("name"))
        .param("cell", values.text("cell"))
        .param("meetingForm", values.text("meetingForm"))
        .param("distance", values.text("distance"))
        .param("direction", values.text("direction"))
        .param("latitude", place == null ? null : place.latitude())
        .param("longitude", place == null ? null : place.longitude())
        .param("border", values.text("border"));
  }

  private static @Nullable Coordinates place(@Nullable String text) {
    return text == null
        ? null
        : Coordinates.read(text)
            .orElseThrow(
                () -> new Rejected("coordinates", "consolidation.village.problem.coordinates"));
  }
}
