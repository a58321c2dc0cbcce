package vn.nenmong.kernel.database;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DatabaseCheckupRepository {

  static final String UNSAFE_SETTINGS =
      """
      select name from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit')
        and setting not in ('on', 'remote_apply', 'remote_write')
      order by name
      """;

  static final String RIGHTS_OF_APP =
      """
      select rolsuper as superuser, rolbypassrls as bypasses_row_security, rolcreaterole as makes_roles,
        exists (select from pg_class where relowner = pg_roles.oid) as owns_tables,
        has_schema_privilege('public', 'create') as makes_tables,
        has_table_privilege('audit_line', 'update') or has_table_privilege('audit_line', 'delete')
          as changes_audit
      from pg_roles where rolname = current_user
      """;

  static final String CONSTRAINTS_NOT_HELD =
      """
      select conrelid::regclass || '.' || conname from pg_constraint
      where connamespace = 'public'::regnamespace and not (convalidated and conenforced)
      order by 1
      """;

  static final String INDEXES_NOT_WHOLE =
      """
      select indexrelid::regclass::text from pg_index
      where not (indisvalid and indisready and indislive) order by 1
      """;

  private final JdbcClient jdbc;

  DatabaseCheckupRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Settings under which a power cut could take what was committed.
  List<String> unsafeSettings() {
    return names(UNSAFE_SETTINGS);
  }

  /// Rights by name, and whether the program at work has them: it should have none.
  Map<String, Object> rightsOfApp() {
    return jdbc.sql(RIGHTS_OF_APP).query().singleRow();
  }

  List<String> constraintsNotHeld() {
    return names(CONSTRAINTS_NOT_HELD);
  }

  List<String> indexesNotWhole() {
    return names(INDEXES_NOT_WHOLE);
  }

  private List<String> names(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
