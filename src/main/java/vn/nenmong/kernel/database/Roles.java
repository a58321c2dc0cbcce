package vn.nenmong.kernel.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;

/// The roles of the embedded database, and the database itself.
final class Roles {

  static final String SUPERUSER = "postgres";
  static final String OWNER = "nenmong_owner";
  static final String APP = "nenmong_app";
  static final String DATABASE = "nenmong";

  private Roles() {}

  static List<Login> all(Function<String, String> password) {
    return List.of(
        new Login(SUPERUSER, password.apply(SUPERUSER)),
        new Login(OWNER, password.apply(OWNER)),
        new Login(APP, password.apply(APP)));
  }

  /// Functions of PostgreSQL that compare periods, and tell nothing of what they compare. Only
  /// those that are marked so may the planner use with the statistics and indexes of a table with
  /// row security; without, it takes a day for a rare thing and reads members one by one.
  private static final List<String> DISCREET =
      List.of(
          "range_contains_elem(anyrange, anyelement)",
          "range_overlaps(anyrange, anyrange)",
          "daterange_subdiff(date, date)");

  /// Makes what isn't there. Can be cut off anywhere and done again.
  ///
  /// @param serverUrl without the name of a database
  static void ensure(String serverUrl, Secrets secrets) throws SQLException {
    Login superuser = secrets.login(SUPERUSER);
    try (Connection connection =
            DriverManager.getConnection(
                serverUrl + "postgres", superuser.user(), superuser.password());
        Statement sql = connection.createStatement()) {
      ensureRole(sql, secrets.login(OWNER));
      ensureRole(sql, secrets.login(APP));
      if (isMissing(sql, "select from pg_database where datname = '" + DATABASE + "'")) {
        sql.execute("create database " + DATABASE + " owner " + OWNER + " template template0");
      }
      if (isMissing(
          sql,
          "select where has_database_privilege('"
              + APP
              + "', '"
              + DATABASE
              + "', 'connect') and not has_database_privilege('public', '"
              + DATABASE
              + "', 'connect')")) {
        grant(sql, DATABASE);
        sql.execute("revoke all on database postgres, template1 from public");
      }
    }
    trustPeriods(serverUrl + DATABASE, secrets);
  }

  /// Lets the planner use what it knows of periods behind row security.
  private static void trustPeriods(String url, Secrets secrets) throws SQLException {
    Login superuser = secrets.login(SUPERUSER);
    try (Connection connection =
            DriverManager.getConnection(url, superuser.user(), superuser.password());
        Statement sql = connection.createStatement()) {
      for (String function : DISCREET) {
        if (isMissing(
            sql,
            "select from pg_proc where proleakproof and oid = '" + function + "'::regprocedure")) {
          sql.execute("alter function " + function + " leakproof");
        }
      }
    }
  }

  /// The app role may connect and make temporary tables; nobody else may.
  static void grant(Statement sql, String database) throws SQLException {
    sql.execute("revoke all on database " + database + " from public");
    sql.execute("grant connect, temporary on database " + database + " to " + APP);
  }

  private static void ensureRole(Statement sql, Login login) throws SQLException {
    if (isMissing(sql, "select from pg_roles where rolname = '" + login.user() + "'")) {
      sql.execute(
          "create role "
              + login.user()
              + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
              + login.password()
              + "'");
    }
  }

  private static boolean isMissing(Statement sql, String query) throws SQLException {
    try (var rows = sql.executeQuery(query)) {
      return !rows.next();
    }
  }
}
