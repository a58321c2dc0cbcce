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
/// holds as it did. All of it or nothing.
@Component
public class TakeIn {

  private static final String SEALED_FROM_THERE_ON =
      "update audit_sealed set below = '2' where below < '2'";

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
    if (restored.commune() == null) {
      throw new Refused("archive.ofAll");
    }
    try (Connection from = WriteArchive.owner(throwAway);
        Connection to = WriteArchive.owner(database)) {
      to.setAutoCommit(false);
      takeIn(from, to, restored.commune(), under);
      Schema.run(
          to,
          """
          insert into taken_in (commune_id, at, moment, last_change)
          values ('%s', '%s', '%s', (select coalesce(max(id), 0) from row_change))
          on conflict (commune_id) do update
          set at = excluded.at, moment = excluded.moment, last_change = excluded.last_change
          """
              .formatted(restored.commune(), today.now(), restored.moment()));
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
        : new IllegalStateException(e);
  }

  private static void takeIn(Connection from, Connection to, UUID commune, @Nullable String under)
      throws SQLException {
    List<Contents.Table> tables = Schema.ofCommune(to);
    // Whoever writes waits from here on.
    for (Contents.Table table : tables) {
      Schema.run(to, "alter table " + table.name() + " disable trigger user");
    }
    refuseWhatIsNotItsOwn(from, commune);
    refuseWhatIsAtHome(from, to, commune);
    Map<String, String> placed = place(to, under);
    for (String byOthers : CommuneRows.BY_OTHERS.keySet()) {
      remove(to, byOthers, commune);
    }
    for (Contents.Table table : tables.reversed()) {
      remove(to, table.name(), commune);
    }
    for (Contents.Table table : tables) {
      copy(from, to, table, commune, placed);
    }
    refuseWhatIsOfOthers(to, commune);
    // Sealed there: before all that is sealed here. The others are sealed with what comes next.
    Schema.run(
        to,
        """
        update audit_line a set tx = '1'
        where commune_id = '%s' and exists (select from audit_seal s where s.line_id = a.id)
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
  }

  /// Whoever has a passphrase can write an archive: one of a commune may have nothing but its rows,
  /// which refer to nothing but each other, and stand below its root.
  private static void refuseWhatIsNotItsOwn(Connection from, UUID commune) throws SQLException {
    List<String> conditions = new ArrayList<>();
    for (Contents.Table table : Schema.ofCommune(from)) {
      conditions.add(
          "select from %s where (%s) is not true"
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

  private static void refuseWhatIsAtHome(Connection from, Connection to, UUID commune)
      throws SQLException {
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
    List<String> changes =
        Schema.list(
            to,
            "select last_change::text from taken_in where commune_id = '%s'".formatted(commune));
    if (changes.isEmpty()) {
      throw new Refused("archive.atHome", code);
    }
    if (!Schema.list(
            to,
            "select id::text from row_change where commune_id = '%s' and id > %s limit 1"
                .formatted(commune, changes.getFirst()))
        .isEmpty()) {
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
    Schema.run(to, "delete from " + table + " where " + CommuneRows.of(commune, table));
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
    CopyOut out =
        from.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select %s from %s where %s order by %s) to stdout"
                    .formatted(
                        columns,
                        table.name(),
                        CommuneRows.of(commune, table.name()),
                        Schema.key(from, table.name())));
    CopyIn in = to.unwrap(PGConnection.class).getCopyAPI().copyIn(Schema.copyIn(table));
    for (byte[] rows = out.readFromCopy(); rows != null; rows = out.readFromCopy()) {
      in.writeToCopy(rows, 0, rows.length);
    }
    in.endCopy();
  }
}
