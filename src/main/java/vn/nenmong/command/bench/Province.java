package vn.nenmong.command.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.env.Environment;

/// Puts a province above all communes of a throw-away folder, and their villages in some direction.
final class Province {

  static final String CODE = "TINH";

  private static final String[] WORK = {
    """
    insert into organization (id, commune_id, code, life)
    select id, id, '%s', daterange(null, null) from (select uuidv7() as id) made
    """
        .formatted(CODE),
    """
    insert into organization_period (organization_id, period, commune_id, name, kind, path)
    select id, daterange(null, null), id, 'Đảng bộ tỉnh Đo Lường', 'province',
      cast(replace(cast(id as text), '-', '') as ltree)
    from organization where code = '%s'
    """
        .formatted(CODE),
    """
    update organization_period op
    set path = above.path || op.path, parent_id = coalesce(op.parent_id, above.organization_id)
    from organization_period above
    where above.kind = 'province' and op.organization_id <> above.organization_id
    """,
    """
    update village_period
    set bearing = 22.5 * (abs(hashtext(cast(village_id as text))) % 16)
    """
  };

  private Province() {}

  /// Left as the database leaves it a minute after such a load, when it has tidied up by itself.
  static void putAbove(Folder folder) throws SQLException {
    Environment environment = folder.context().getEnvironment();
    try (Connection owner =
            DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
        Statement sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      for (String work : WORK) {
        sql.execute(work);
      }
      owner.commit();
      owner.setAutoCommit(true);
      sql.execute("vacuum (analyze)");
    }
  }
}
