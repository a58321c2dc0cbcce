package vn.nenmong.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLState;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Database;
import vn.nenmong.kernel.time.Today;

/// Takes a commune from its archive into a database that has others: beside them or under a
/// province, in place of what was taken in of it before. Ids and codes stay; the chain of its trail
/// holds as it did. What was written here of it beside its registers stays. All of it or nothing.
@Component
public class TakeIn {

  private static final String SEALED_FROM_THERE_ON =
      "update audit_sealed set below = '2' where below < '2'";

  /// Less than PostgreSQL's `deadlock_timeout`, after which it would break off who waits for us.
  private static final String PATIENCE = "set local statement_timeout = '600ms'";

  private static final String SENT_CHANGES =
      """
      copy (select change from row_change union select change from audit_line where change is not null)
      to stdout
      """;

  private final OwnersDatabase database;
  private final Today today;

  TakeIn(OwnersDatabase database, Today today) {
    this.database = database;
    this.today = today;
  }

  /// @param throwAway an empty database, in which the archive is brought up to date and looked at
  /// @param under code of the organization that it stands under, or null for none
  /// @return what was taken in
  /// @throws Refused where the archive is none, not well or not of one commune; where another
  ///   commune has the code, or this one is at home here or was changed here
  public RestoreArchive.Restored run(
      Database throwAway, Path file, String passphrase, @Nullable String under) {
    RestoreArchive.Restored restored = RestoreArchive.run(throwAway, file, passphrase);
    UUID commune = restored.commune();
    if (commune == null) {
      throw new Refused("archive.ofAll");
    }
    try (Connection from = WriteArchive.owner(throwAway);
        Connection to = WriteArchive.owner(database)) {
      to.setAutoCommit(false);
      Map<String, String> placed = takeIn(from, to, commune, under);
      remember(to, commune, restored.moment(), placed);
      to.commit();
    } catch (SQLException e) {
      throw refusal(e);
    }
    return restored;
  }

  private static RuntimeException refusal(SQLException e) {
    boolean taken =
        PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())
            || PSQLState.EXCLUSION_VIOLATION.getState().equals(e.getSQLState())
            || PSQLState.FOREIGN_KEY_VIOLATION.getState().equals(e.getSQLState());
    return taken
        ? new Refused(
            "archive.clash", String.valueOf(e.getMessage()).lines().findFirst().orElse(""))
        : Schema.failure(e);
  }

  /// @return what is different of its rows here
  private static Map<String, String> takeIn(
      Connection from, Connection to, UUID commune, @Nullable String under) throws SQLException {
    List<Contents.Table> tables = Schema.ofCommune(to);
    holdWriters(to, tables);
    for (Contents.Table table : tables) {
      Schema.run(to, "alter table " + table.name() + " disable trigger user");
    }
    refuseWhatIsNotItsOwn(from, commune);
    Schema.run(to, "create temporary table sent_change (change uuid) on commit drop");
    copy(from, SENT_CHANGES, to, "copy sent_change from stdin");
    List<String> ofHere = Schema.list(to, madeHere("distinct register", commune));
    refuseWhatIsAtHome(from, to, commune, ofHere);
    Map<String, String> placed = place(to, under);
    for (String table : ofHere) {
      setAside(to, table, commune);
    }
    for (String byOthers : CommuneRows.BY_OTHERS.keySet()) {
      remove(to, byOthers, commune);
    }
    for (Contents.Table table : tables.reversed()) {
      remove(to, table.name(), commune);
    }
    for (Contents.Table table : tables) {
      copy(from, to, table, commune, placed);
    }
    for (Contents.Table table : tables) {
      if (ofHere.contains(table.name())) {
        putBack(to, table);
      }
    }
    refuseWhatIsOfOthers(to, commune);
    // Sealed there: before all that is sealed here. The others are sealed with what comes next, and
    // so are those of here, which now stand behind more than they did.
    Schema.run(
        to,
        """
        update audit_line a set tx =
          case when exists (select from audit_seal s where s.line_id = a.id) then '1'
          else pg_current_xact_id() end
        where commune_id = '%s'
        """
            .formatted(commune));
    Schema.run(to, SEALED_FROM_THERE_ON);
    Schema.run(to, "set constraints all immediate");
    for (Contents.Table table : tables) {
      Schema.run(to, "alter table " + table.name() + " enable trigger user");
    }
    for (String numbered : List.of("audit_line", "row_change")) {
      Schema.run(
          to,
          "select setval(pg_get_serial_sequence('%1$s', 'id'), (select coalesce(max(id), 0) + 1 from %1$s), false)"
              .formatted(numbered));
    }
    return placed;
  }

  /// Changes made here to what was taken in.
  ///
  /// @param what to select of them
  private static String madeHere(String what, UUID commune) {
    return "select %s from row_change where commune_id = '%s' and not (%s)"
        .formatted(what, commune, CommuneRows.brought(commune, "row_change"));
  }

  /// Till whoever writes has ended; from then on they wait. One who has a table that we want and
  /// wants one that we have gets it before the database breaks off either.
  private static void holdWriters(Connection to, List<Contents.Table> tables) throws SQLException {
    String all = String.join(", ", tables.stream().map(Contents.Table::name).toList());
    for (boolean held = false; !held; ) {
      try {
        Schema.run(to, PATIENCE);
        Schema.run(to, "lock table " + all + " in share row exclusive mode");
        Schema.run(to, "set local statement_timeout = default");
        held = true;
      } catch (SQLException e) {
        if (!PSQLState.QUERY_CANCELED.getState().equals(e.getSQLState())) {
          throw e;
        }
        to.rollback();
      }
    }
  }

  /// The keys of a table's rows that were written or removed here, and those that are there.
  private static void setAside(Connection to, String table, UUID commune) throws SQLException {
    Schema.run(
        to,
        """
        create temporary table keys_%1$s on commit drop as
        select key from row_change where register = '%1$s' and id in (%2$s)
        union
        select former_key from row_change where register = '%1$s' and id in (%2$s)
        """
            .formatted(table, madeHere("id", commune)));
    Schema.run(
        to,
        "create temporary table rows_%1$s on commit drop as select t.* from %1$s t where exists (select from keys_%1$s k where to_jsonb(t) @> k.key)"
            .formatted(table));
  }

  private static void putBack(Connection to, Contents.Table table) throws SQLException {
    Schema.run(
        to,
        "delete from %1$s t using keys_%1$s k where to_jsonb(t) @> k.key".formatted(table.name()));
    Schema.run(
        to,
        "insert into %1$s (%2$s) select %2$s from rows_%1$s"
            .formatted(table.name(), String.join(", ", table.columns())));
  }

  /// Which rows are the archive's, for the next time.
  private void remember(Connection to, UUID commune, String moment, Map<String, String> placed)
      throws SQLException {
    Schema.run(
        to,
        """
        insert into taken_in
          (commune_id, at, moment, first_change, last_change, first_line, last_line, digest)
        select '%s', '%s', '%s', %s, (select coalesce(max(row_change.id), 0) from row_change),
          %s, (select coalesce(max(audit_line.id), 0) from audit_line), %s
        from (select 1 as id) first
        on conflict (commune_id) do update
        set at = excluded.at, moment = excluded.moment,
          first_change = excluded.first_change, last_change = excluded.last_change,
          first_line = excluded.first_line, last_line = excluded.last_line, digest = excluded.digest
        """
            .formatted(
                commune,
                today.now(),
                moment,
                placed.get("row_change.id"),
                placed.get("audit_line.id"),
                digest(to, commune)));
  }

  /// Of what keeps no changes: that alone shows whether it was changed here.
  private static String digest(Connection to, UUID commune) throws SQLException {
    List<String> digests = new ArrayList<>();
    for (String table : Schema.withoutChanges(to)) {
      digests.add(
          "(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t where %s)"
              .formatted(table, CommuneRows.of(commune, table)));
    }
    return "concat_ws('|', " + String.join(", ", digests) + ")";
  }

  /// Whoever has a passphrase can write an archive: one of a commune may have nothing but its rows,
  /// which refer to nothing but each other, and stand below its root.
  private static void refuseWhatIsNotItsOwn(Connection from, UUID commune) throws SQLException {
    List<String> conditions = new ArrayList<>();
    for (Contents.Table table : Schema.ofCommune(from)) {
      conditions.add(
          "select from %s where (%s) is false"
              .formatted(table.name(), CommuneRows.of(commune, table.name())));
    }
    conditions.add(
        "select from organization_period where not path <@ '%s'"
            .formatted(commune.toString().replace("-", "")));
    for (String foreign : conditions) {
      refuseAny(from, foreign, commune);
    }
  }

  /// What no foreign key looks after: whose keys and changes its history speaks of.
  private static void refuseWhatIsOfOthers(Connection to, UUID commune) throws SQLException {
    refuseAny(
        to,
        "select from row_change c join person p on p.id = c.person_id where c.commune_id = '%s' and p.commune_id <> c.commune_id"
            .formatted(commune),
        commune);
    for (String shared : List.of("person_id", "change")) {
      refuseAny(
          to,
          "select from row_change c join row_change o using (%s) where c.commune_id = '%s' and o.commune_id <> c.commune_id"
              .formatted(shared, commune),
          commune);
    }
  }

  private static void refuseAny(Connection database, String query, UUID commune)
      throws SQLException {
    if (Schema.text(database, "select exists (" + query + ")").equals("t")) {
      throw new Refused("archive.notItsOwn", commune);
    }
  }

  /// @param ofHere tables with changes made here
  private static void refuseWhatIsAtHome(
      Connection from, Connection to, UUID commune, List<String> ofHere) throws SQLException {
    String code =
        Schema.text(from, "select code from organization where id = '%s'".formatted(commune));
    if (!Schema.list(
            to,
            "select id::text from organization where id = commune_id and code = '%s' and id <> '%s'"
                .formatted(code.replace("'", "''"), commune))
        .isEmpty()) {
      throw new Refused("archive.otherCommune", code);
    }
    if (Schema.list(to, "select id::text from organization where id = '%s'".formatted(commune))
        .isEmpty()) {
      return;
    }
    List<String> asItCame =
        Schema.list(
            to,
            "select coalesce(digest = %s, true) from taken_in where commune_id = '%s'"
                .formatted(digest(to, commune), commune));
    if (asItCame.isEmpty()) {
      throw new Refused("archive.atHome", code);
    }
    if (asItCame.getFirst().equals("f") || !CommuneRows.OF_ABOVE.containsAll(ofHere)) {
      throw new Refused("archive.changedHere", code);
    }
  }

  /// What is different of a row in the database that it comes to, by table and column.
  private static Map<String, String> place(Connection to, @Nullable String under)
      throws SQLException {
    Map<String, String> placed = new HashMap<>();
    String line = "%s + " + Schema.text(to, "select coalesce(max(id), 0)::text from audit_line");
    placed.put("audit_line.id", line.formatted("id"));
    placed.put("audit_seal.line_id", line.formatted("line_id"));
    placed.put(
        "row_change.id",
        "id + " + Schema.text(to, "select coalesce(max(id), 0)::text from row_change"));
    if (under != null) {
      placed.put(
          "organization_period.parent_id",
          "case when organization_id = commune_id then '%s' else parent_id end"
              .formatted(root(to, "o.id", under)));
      placed.put(
          "organization_period.path", "'%s'::ltree || path".formatted(root(to, "p.path", under)));
    }
    return placed;
  }

  /// Something of a root, of its last period.
  private static String root(Connection to, String what, String code) throws SQLException {
    return Schema.list(
            to,
            """
            select %s::text
            from organization o join organization_period p on p.organization_id = o.id
            where o.code = '%s' and o.id = o.commune_id
            order by lower(p.period) desc nulls last limit 1
            """
                .formatted(what, code.replace("'", "''")))
        .stream()
        .findFirst()
        .orElseThrow(() -> new Refused("archive.noSuchOrganization", code));
  }

  private static void remove(Connection to, String table, UUID commune) throws SQLException {
    Schema.run(to, "delete from " + table + " where " + CommuneRows.brought(commune, table));
  }

  private static void copy(
      Connection from,
      Connection to,
      Contents.Table table,
      UUID commune,
      Map<String, String> placed)
      throws SQLException {
    String columns =
        String.join(
            ", ",
            table.columns().stream()
                .map(column -> placed.getOrDefault(table.name() + "." + column, column))
                .toList());
    copy(
        from,
        "copy (select %s from %s where %s order by %s) to stdout"
            .formatted(
                columns,
                table.name(),
                CommuneRows.of(commune, table.name()),
                Schema.key(from, table.name())),
        to,
        Schema.copyIn(table));
  }

  private static void copy(Connection from, String out, Connection to, String in)
      throws SQLException {
    CopyOut rows = from.unwrap(PGConnection.class).getCopyAPI().copyOut(out);
    CopyIn copied = to.unwrap(PGConnection.class).getCopyAPI().copyIn(in);
    for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
      copied.writeToCopy(row, 0, row.length);
    }
    copied.endCopy();
  }
}
