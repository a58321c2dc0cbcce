package vn.nenmong.archive;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Repository;
import vn.nenmong.kernel.database.Database;

/// What came of backups.
@Repository
public class BackupRunRepository {

  static final String IS_THERE = "select to_regclass('backup_run') is not null";

  static final String LATEST =
      "select at, file, bytes, problem from backup_run order by at desc limit 10";

  static final String LAST_GOOD = "select max(at) from backup_run where problem is null";

  static final String ADD =
      """
      insert into backup_run (at, file, bytes, problem)
      values (:at, :file, cast(:bytes as bigint), cast(:problem as text))
      """;

  /// One that is tried again and again says so once a day.
  static final String FORGET_PROBLEMS =
      """
      delete from backup_run
      where problem is not null and at > cast(:at as timestamptz) - interval '1 day'
      """;

  private final JdbcClient jdbc;

  BackupRunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of a database.
  public static BackupRunRepository of(Database database) {
    return new BackupRunRepository(
        JdbcClient.create(
            new DriverManagerDataSource(
                database.url(), database.owner().user(), database.owner().password())));
  }

  /// Whether the database is that far.
  public boolean isThere() {
    return jdbc.sql(IS_THERE).query(Boolean.class).single();
  }

  /// @param bytes of the file, where it was written
  /// @param problem why it was not
  public record Run(
      OffsetDateTime at, String file, @Nullable Long bytes, @Nullable String problem) {}

  List<Run> latest() {
    return jdbc.sql(LATEST).query(Run.class).list();
  }

  Optional<OffsetDateTime> lastGood() {
    return jdbc.sql(LAST_GOOD).query(OffsetDateTime.class).optional();
  }

  /// @param file where it is
  public void good(Instant at, String file, long bytes) {
    add(new Run(at.atOffset(ZoneOffset.UTC), file, bytes, null));
  }

  void failed(Instant at, String file, String problem) {
    jdbc.sql(FORGET_PROBLEMS).param("at", at.atOffset(ZoneOffset.UTC)).update();
    add(new Run(at.atOffset(ZoneOffset.UTC), file, null, problem));
  }

  private void add(Run run) {
    jdbc.sql(ADD)
        .param("at", run.at())
        .param("file", run.file())
        .param("bytes", run.bytes())
        .param("problem", run.problem())
        .update();
  }
}
