package vn.nenmong.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.time.Period;

/// The rules as they are kept, put together for each commune.
@Repository
public class Rulebooks {

  static final String VALUES =
      """
      select id, code, cast(valid as text) as valid, value, document_number, document_body,
        document_date, clause, evidence, unit_id, account
      from rule_value
      order by code, lower(valid) nulls first
      """;

  static final String HOLIDAYS =
      "select day, kind = 'worked' as worked, name, unit_id from holiday order by day";

  static final String YEARS = "select year, unit_id from holiday_year order by year";

  @Unscoped("gives which own rules count for a commune, and nothing of it")
  static final String PATHS =
      """
      select distinct on (commune) commune,
        cast(op.path as text) || coalesce('.' || cast(heir.path as text), '') as path
      from unnest(cast(:communes as uuid[])) commune
      join organization_period op on op.organization_id = commune
      left join organization_period heir
        on heir.organization_id = heir_on(commune, 'infinity') and heir.organization_id <> commune
      order by commune, op.period desc, heir.period desc
      """;

  private record Holiday(LocalDate day, boolean worked, String name, @Nullable UUID unitId) {}

  private record HolidayYear(int year, @Nullable UUID unitId) {}

  private record CommunePath(UUID commune, String path) {}

  private final JdbcClient jdbc;

  public Rulebooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Rulebook of(UUID commune) {
    return of(Set.of(commune)).apply(commune);
  }

  /// The program's own rules, without what any office has added.
  public Rulebook common() {
    return of(Set.of()).apply(new UUID(0, 0));
  }

  /// Of several communes at once.
  public Function<UUID, Rulebook> of(Collection<UUID> communes) {
    List<RuleValue> values = jdbc.sql(VALUES).query(Rulebooks::value).list();
    List<Holiday> holidays = jdbc.sql(HOLIDAYS).query(Holiday.class).list();
    List<HolidayYear> years = jdbc.sql(YEARS).query(HolidayYear.class).list();
    Map<UUID, List<UUID>> units =
        communes.isEmpty()
            ? Map.of()
            : jdbc
                .sql(PATHS)
                .param("communes", communes.toArray(UUID[]::new))
                .query(CommunePath.class)
                .list()
                .stream()
                .collect(Collectors.toMap(CommunePath::commune, path -> units(path.path())));
    Map<List<UUID>, Rulebook> made = new HashMap<>();
    return commune -> {
      List<UUID> above = units.getOrDefault(commune, List.of());
      return made.computeIfAbsent(
          above, part -> new Rulebook(values, part, calendar(holidays, years, part)));
    };
  }

  private static WorkingDays calendar(
      List<Holiday> holidays, List<HolidayYear> years, List<UUID> units) {
    Map<LocalDate, WorkingDays.Holiday> days = new HashMap<>();
    holidays.stream()
        .filter(holiday -> holiday.unitId() == null || units.contains(holiday.unitId()))
        .sorted((a, b) -> Integer.compare(depth(units, a.unitId()), depth(units, b.unitId())))
        .forEach(holiday ->
            days.put(
                holiday.day(),
                new WorkingDays.Holiday(holiday.day(), holiday.worked(), holiday.name())));
    return new WorkingDays(
        days,
        years.stream()
            .filter(year -> year.unitId() == null || units.contains(year.unitId()))
            .map(HolidayYear::year)
            .collect(Collectors.toCollection(HashSet::new)));
  }

  private static int depth(List<UUID> units, @Nullable UUID unit) {
    return unit == null ? -1 : units.indexOf(unit);
  }

  /// The ids in a path, which are written without hyphens.
  private static List<UUID> units(String path) {
    return Arrays.stream(path.split("\\."))
        .map(label ->
            UUID.fromString(
                label.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
        .toList();
  }

  private static RuleValue value(ResultSet row, int number) throws SQLException {
    return new RuleValue(
        row.getObject("id", UUID.class),
        row.getString("code"),
        Period.ofRange(row.getString("valid")),
        row.getString("value"),
        new Source(
            row.getString("document_number"),
            row.getString("document_body"),
            row.getObject("document_date", LocalDate.class),
            row.getString("clause"),
            Evidence.valueOf(row.getString("evidence"))),
        row.getObject("unit_id", UUID.class),
        row.getString("account"));
  }
}
