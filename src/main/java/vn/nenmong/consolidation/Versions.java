package vn.nenmong.consolidation;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Versions of something, of which one is in force at a time: each ends where the next one begins.
/// Their table has an `id` and a `period`.
@Repository
@Unscoped("writes what a form has found in the scope")
public class Versions {

  /// @param owner column of what they are versions for
  public record Table(String name, String owner) {

    /// For an insert: from a day until the next one begins.
    ///
    /// @param of parameter of the owner
    /// @param since parameter of the day
    public String period(String of, String since) {
      return """
      daterange(cast(:%4$s as date), (
        select min(lower(later.period)) from %1$s later
        where later.%2$s = cast(:%3$s as uuid) and lower(later.period) > cast(:%4$s as date)))\
      """
          .formatted(name, owner, of, since);
    }
  }

  private final JdbcClient jdbc;

  Versions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The one in force on a day ends before it.
  public void endBefore(Table table, UUID owner, LocalDate since) {
    jdbc.sql(
            """
            update %1$s set period = daterange(lower(period), cast(:since as date))
            where %2$s = :owner and period @> cast(:since as date)
              and lower(period) < cast(:since as date)
            """
                .formatted(table.name(), table.owner()))
        .param("owner", owner)
        .param("since", since)
        .update();
  }

  /// One begins on another day, and the one before it ends there.
  public void begin(Table table, UUID id, LocalDate since) {
    jdbc.sql(
            """
            with mine as (select %2$s, period from %1$s where id = :id)
            update %1$s t
            set period = case when t.id = :id then daterange(cast(:since as date), upper(t.period))
              else daterange(lower(t.period), cast(:since as date)) end
            from mine
            where t.%2$s = mine.%2$s and lower(mine.period) <> cast(:since as date)
              and (t.id = :id or upper(t.period) = lower(mine.period))
            """
                .formatted(table.name(), table.owner()))
        .param("id", id)
        .param("since", since)
        .update();
  }

  /// One never was, and the one before it goes on in its place.
  public void remove(Table table, UUID id) {
    jdbc.sql(
            """
            with gone as (delete from %1$s where id = :id returning %2$s, period)
            update %1$s t set period = daterange(lower(t.period), upper(gone.period))
            from gone
            where t.%2$s = gone.%2$s and upper(t.period) = lower(gone.period)
            """
                .formatted(table.name(), table.owner()))
        .param("id", id)
        .update();
  }
}
