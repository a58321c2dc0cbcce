package vn.nenmong.kernel.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import vn.nenmong.kernel.Refused;

/// A PostgreSQL that someone else keeps.
record ExternalDatabase(String url, Login owner, Login app) implements Database {

  private static final int MAJOR = 18;

  static ExternalDatabase open(String url, Map<String, String> settings) {
    var database = new ExternalDatabase(url, login(settings, "OWNER"), login(settings, "APP"));
    database.check(database.owner);
    database.check(database.app);
    return database;
  }

  private static Login login(Map<String, String> settings, String role) {
    String name = "NENMONG_DATABASE_" + role;
    String user = settings.getOrDefault(name, "");
    if (user.isBlank()) {
      throw new Refused("database.external.role-missing", name);
    }
    return new Login(user, settings.getOrDefault(name + "_PASSWORD", ""));
  }

  private void check(Login login) {
    try (var connection = DriverManager.getConnection(url, login.user(), login.password())) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major != MAJOR) {
        throw new Refused("database.external.version", major, MAJOR);
      }
    } catch (SQLException e) {
      throw new Refused("database.external.unreachable", login.user(), firstLine(e));
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {}
}
