package vn.nenmong.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.Refused;

/// What the catalogue says of the tables, as the owner of the database.
final class Schema {

  /// What is not carried, and why.
  static final Map<String, String> LEFT_OUT =
      Map.of(
          "flyway_schema_history", "the migrations write it",
          "spring_session", "who is signed in, here and now",
          "spring_session_attributes", "who is signed in, here and now",
          "sign_in_failure", "slows down who guesses, here and now",
          "import_upload", "files on their way in",
          "audit_sealed", "counts transactions of this database");

  private static final String TABLES =
      """
      select c.relname,
        (select string_agg(quote_ident(a.attname), ',' order by a.attnum)
         from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
           and not (c.relname = 'audit_line' and a.attname = 'tx')) as columns
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      order by c.relname
      """;

  private static final String REFERENCES =
      """
      select distinct t.relname || ' ' || r.relname
      from pg_constraint c
      join pg_class t on t.oid = c.conrelid
      join pg_class r on r.oid = c.confrelid
      where c.contype = 'f' and t.oid <> r.oid
      """;

  private static final String VERSION =
      """
      select version from flyway_schema_history
      where success and version is not null
      order by installed_rank desc limit 1
      """;

  private Schema() {}

  static List<Contents.Table> tables(Connection owner) throws SQLException {
    List<Contents.Table> tables = new ArrayList<>();
    try (Statement sql = owner.createStatement();
        ResultSet row = sql.executeQuery(TABLES)) {
      while (row.next()) {
        if (!LEFT_OUT.containsKey(row.getString(1))) {
          tables.add(new Contents.Table(row.getString(1), List.of(row.getString(2).split(","))));
        }
      }
    }
    return tables;
  }

  /// Those with rows of communes, each after those that it refers to.
  static List<Contents.Table> ofCommune(Connection owner) throws SQLException {
    List<Contents.Table> left =
        new ArrayList<>(
            tables(owner).stream()
                .filter(table -> !CommuneRows.OF_ALL.containsKey(table.name()))
                .toList());
    List<String> references = list(owner, REFERENCES);
    List<Contents.Table> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Contents.Table next =
          left.stream()
              .filter(table ->
                  left.stream()
                      .noneMatch(other -> references.contains(table.name() + " " + other.name())))
              .findFirst()
              .orElseThrow();
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  /// Those of communes whose rows keep no changes.
  static List<String> withoutChanges(Connection owner) throws SQLException {
    List<String> keep =
        list(owner, "select tgrelid::regclass::text from pg_trigger where tgname = 'keep_row'");
    return ofCommune(owner).stream()
        .map(Contents.Table::name)
        .filter(table -> !keep.contains(table) && !CommuneRows.OF_TRAIL.contains(table))
        .toList();
  }

  static String version(Connection owner) throws SQLException {
    return text(owner, VERSION);
  }

  /// A table's rows in the order of their key, as COPY writes them.
  ///
  /// @param commune whose, or null for all
  static String copyOut(Connection owner, Contents.Table table, @Nullable UUID commune)
      throws SQLException {
    List<String> columns =
        commune == null
            ? table.columns()
            : table.columns().stream()
                .map(column -> CommuneRows.alone(table.name(), column))
                .toList();
    return "copy (select %s from %s where %s order by %s) to stdout"
        .formatted(
            String.join(", ", columns),
            table.name(),
            CommuneRows.of(commune, table.name()),
            key(owner, table.name()));
  }

  static String key(Connection owner, String table) throws SQLException {
    return text(
        owner,
        """
        select string_agg(quote_ident(a.attname), ', ' order by k.place)
        from pg_index i
        cross join lateral unnest(i.indkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = '%s'::regclass and i.indisprimary
        """
            .formatted(table));
  }

  static String copyIn(Contents.Table table) {
    return "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns()));
  }

  /// What becomes of a database's failure: a full disk, and rows that cannot be, are told in words.
  static RuntimeException failure(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    if (state.equals("53100")) {
      return new Refused("archive.noSpace");
    }
    return state.startsWith("23")
        ? new Refused("archive.damaged", e)
        : new IllegalStateException(e);
  }

  static List<String> list(Connection owner, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement sql = owner.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  static void run(Connection owner, String statement) throws SQLException {
    try (Statement sql = owner.createStatement()) {
      sql.execute(statement);
    }
  }

  static String text(Connection owner, String query) throws SQLException {
    return list(owner, query).getFirst();
  }
}
