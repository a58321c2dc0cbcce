package vn.nenmong.command.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/// Takes row security off every table of a throw-away folder, and puts it on again.
final class FenceDown {

  private static final String FENCED =
      "select distinct c.oid::regclass::text from pg_class c join pg_policy p on p.polrelid = c.oid";

  private final Environment environment;

  FenceDown(Folder folder) {
    environment = folder.context().getEnvironment();
  }

  void down() throws SQLException {
    set("disable");
  }

  void up() throws SQLException {
    set("enable");
  }

  private void set(String state) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
        Statement sql = owner.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows = sql.executeQuery(FENCED)) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        sql.execute("alter table " + table + " " + state + " row level security");
      }
    }
  }
}
