package vn.nenmong.kernel.database;

import java.util.Map;

/// The database of a data folder while it is in use: the one in the folder, or the one that a
/// setting names.
public interface Database extends AutoCloseable {

  /// Address of the database as JDBC wants it.
  String url();

  /// Owns the database, its tables and functions: migrates.
  Login owner();

  /// The program at work: owns nothing, bypasses no row security.
  Login app();

  /// Gives the database up; stops it if it is ours and no other process uses it.
  @Override
  void close();

  /// Opens the database that the settings name, or else the one in the folder, which is made and
  /// started when it has to be.
  ///
  /// @param settings the environment: `NENMONG_DATABASE_URL`, `…_OWNER`, `…_OWNER_PASSWORD`,
  ///   `…_APP`, `…_APP_PASSWORD`
  /// @throws vn.nenmong.kernel.Refused when it can't be used as things are
  static Database open(DataFolder folder, Map<String, String> settings) {
    String url = settings.getOrDefault("NENMONG_DATABASE_URL", "");
    return url.isBlank() ? EmbeddedCluster.start(folder) : ExternalDatabase.open(url, settings);
  }

  /// What Spring must know to use it.
  default Map<String, Object> springProperties() {
    return Map.of(
        "spring.datasource.url", url(),
        "spring.datasource.username", app().user(),
        "spring.datasource.password", app().password(),
        "spring.flyway.url", url(),
        "spring.flyway.user", owner().user(),
        "spring.flyway.password", owner().password(),
        "spring.flyway.placeholders.app_role", app().user());
  }
}
