package vn.nenmong.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Days off and worked weekends, as they are kept.
@Repository
class HolidayRepository {

  static final String OF_YEAR =
      """
      select id, day, kind = 'worked' as worked, name, source, evidence, unit_id
      from holiday
      where extract(year from day) = :year
      order by day, unit_id nulls first
      """;

  static final String YEARS = "select distinct year from holiday_year order by year";

  static final String PUT =
      """
      insert into holiday (unit_id, day, kind, name, source, evidence, account)
      values (:unit, :day, :kind, :name, :source, :evidence, :account)
      on conflict (unit_id, day) do update
      set kind = excluded.kind, name = excluded.name, source = excluded.source,
        evidence = excluded.evidence, account = excluded.account
      """;

  static final String COMPLETE =
      """
      insert into holiday_year (unit_id, year) values (:unit, :year)
      on conflict (unit_id, year) do nothing
      """;

  static final String MARKED =
      "select exists (select from holiday_year where unit_id = :unit and year = :year)";

  static final String INCOMPLETE =
      "delete from holiday_year where unit_id = :unit and year = :year";

  static final String OWN =
      "select extract(year from day)::int from holiday where id = :id and unit_id = :unit";

  static final String REMOVE = "delete from holiday where id = :id and unit_id = :unit";

  private final JdbcClient jdbc;

  HolidayRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<HolidayRow> of(int year) {
    return jdbc.sql(OF_YEAR).param("year", year).query(HolidayRow.class).list();
  }

  Set<Integer> years() {
    return new TreeSet<>(jdbc.sql(YEARS).query(Integer.class).list());
  }

  void put(UUID unit, String account, NewHoliday holiday, String source, Evidence evidence) {
    jdbc.sql(PUT)
        .param("unit", unit)
        .param("account", account)
        .param("day", holiday.day())
        .param("kind", holiday.worked() ? "worked" : "off")
        .param("name", holiday.name())
        .param("source", source)
        .param("evidence", evidence.name())
        .update();
  }

  void complete(UUID unit, int year) {
    jdbc.sql(COMPLETE).param("unit", unit).param("year", year).update();
  }

  /// Whether a unit itself has said that the days off of a year are complete.
  boolean marked(UUID unit, int year) {
    return jdbc.sql(MARKED).param("unit", unit).param("year", year).query(Boolean.class).single();
  }

  /// @return whether there was a mark of the unit's own
  boolean incomplete(UUID unit, int year) {
    return jdbc.sql(INCOMPLETE).param("unit", unit).param("year", year).update() > 0;
  }

  /// The year of a row that is a unit's own.
  Optional<Integer> own(UUID unit, UUID id) {
    return jdbc.sql(OWN).param("unit", unit).param("id", id).query(Integer.class).optional();
  }

  void remove(UUID unit, UUID id) {
    jdbc.sql(REMOVE).param("unit", unit).param("id", id).update();
  }
}
