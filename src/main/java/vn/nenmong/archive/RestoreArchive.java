package vn.nenmong.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Database;

/// Brings an archive into an empty database, all of it or nothing: the schema of its time, its rows
/// without the keys that tie them, the keys, which then look at every row, and the later
/// migrations.
public final class RestoreArchive {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A text in which a table's rows are compared with what was written of them.
  private static final String TIES =
      """
      select format('alter table %s drop constraint %I', conrelid::regclass, conname)
        || E'\\n' ||
        format('alter table %s add constraint %I %s', conrelid::regclass, conname,
          pg_get_constraintdef(oid))
      from pg_constraint
      where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
      order by conrelid, conname
      """;

  private static final String SEQUENCES =
      """
      select format('select setval(%L, coalesce((select max(%I) from %s), 0) + 1, false)',
        pg_get_serial_sequence(c.oid::regclass::text, a.attname), a.attname, c.oid::regclass)
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      """;

  /// Transactions count from the beginning in another database: lines that were sealed are put
  /// before all of its own, the others belong to the one that brings them. A schema may be older
  /// than that.
  private static final List<String> LINES_OF_THE_TRAIL =
      List.of(
          "update audit_line set tx = '1'",
          "update audit_line a set tx = pg_current_xact_id() where not exists (select from audit_seal s where s.line_id = a.id)",
          "update audit_sealed set below = '2'");

  private RestoreArchive() {}

  /// What was restored.
  ///
  /// @param rows how many
  /// @param moment as of which they are
  /// @param commune whose they are alone, or null
  public record Restored(long rows, String moment, @Nullable UUID commune) {}

  /// @throws Refused where the file is no archive, is damaged or cut, is of a newer program, the
  ///   passphrase is another, or there is something in the database already
  public static Restored run(Database database, Path file, String passphrase) {
    try (InputStream in = Files.newInputStream(file);
        InputStream open = Envelope.open(in, passphrase);
        ZipInputStream zip = new ZipInputStream(open, StandardCharsets.UTF_8)) {
      Contents contents = read(entry(zip, WriteArchive.CONTENTS), Contents.class);
      mustBeEmpty(database);
      migrate(database, MigrationVersion.fromVersion(contents.schema()));
      long rows = load(database, open, zip, contents);
      migrate(database, MigrationVersion.LATEST);
      return new Restored(rows, contents.moment().toString(), contents.commune());
    } catch (ZipException e) {
      throw new Refused("archive.damaged", e);
    } catch (IOException e) {
      throw new Refused("archive.damaged", e);
    } catch (SQLException e) {
      throw Schema.failure(e);
    }
  }

  private static void mustBeEmpty(Database database) throws SQLException {
    try (Connection owner = WriteArchive.owner(database)) {
      boolean fresh =
          Schema.list(owner, "select to_regclass('organization')::text").getFirst() == null;
      if (!fresh
          && !Schema.list(
                  owner, "select id::text from organization union all select id::text from account")
              .isEmpty()) {
        throw new Refused("archive.notEmpty");
      }
      if (!fresh) {
        Schema.run(owner, "drop schema public cascade");
        Schema.run(owner, "create schema public");
      }
    }
  }

  /// The later ones of an older archive have rows to work on, as they had in an older data folder.
  /// What is done after all migrations speaks of tables that an earlier schema does not have.
  private static void migrate(Database database, MigrationVersion target) {
    FluentConfiguration schema =
        Flyway.configure()
            .dataSource(database.url(), database.owner().user(), database.owner().password())
            .locations("classpath:db/migration")
            .placeholders(Map.of("app_role", database.app().user()));
    boolean latest = target.equals(MigrationVersion.LATEST);
    if (!latest
        && Arrays.stream(schema.load().info().all())
            .noneMatch(migration -> target.equals(migration.getVersion()))) {
      throw new Refused("archive.newer");
    }
    schema.target(target).skipDefaultCallbacks(!latest).load().migrate();
  }

  /// @param open what `zip` reads from
  private static long load(
      Database database, InputStream open, ZipInputStream zip, Contents contents)
      throws SQLException, IOException {
    try (Connection owner = WriteArchive.owner(database)) {
      owner.setAutoCommit(false);
      // Their names go into statements.
      if (!Schema.tables(owner).containsAll(contents.tables())) {
        throw new Refused("archive.damaged");
      }
      List<String> ties = Schema.list(owner, TIES);
      for (String tie : ties) {
        Schema.run(owner, tie.substring(0, tie.indexOf('\n')));
      }
      for (Contents.Table table : contents.tables()) {
        Schema.run(owner, "alter table " + table.name() + " disable trigger user");
        // What the migrations put there: it comes with the archive of all, and stays beside one's
        // own.
        Schema.run(
            owner,
            "delete from %s where %s"
                .formatted(table.name(), CommuneRows.of(contents.commune(), table.name())));
      }
      List<Contents.Written> read = new ArrayList<>();
      for (Contents.Table table : contents.tables()) {
        read.add(copy(owner, table, entry(zip, WriteArchive.TABLES + table.name())));
      }
      Contents.Seal seal = read(entry(zip, WriteArchive.SEAL), Contents.Seal.class);
      if (!seal.tables().equals(read)) {
        throw new Refused("archive.damaged");
      }
      toItsEnd(open);
      if (Schema.text(owner, "select to_regclass('audit_seal')::text") != null) {
        for (String line : LINES_OF_THE_TRAIL) {
          Schema.run(owner, line);
        }
      }
      for (String tie : ties) {
        Schema.run(owner, tie.substring(tie.indexOf('\n') + 1));
      }
      for (Contents.Table table : contents.tables()) {
        Schema.run(owner, "alter table " + table.name() + " enable trigger user");
      }
      for (String sequence : Schema.list(owner, SEQUENCES)) {
        Schema.run(owner, sequence);
      }
      owner.commit();
      owner.setAutoCommit(true);
      Schema.run(owner, "analyze");
      return read.stream().mapToLong(Contents.Written::rows).sum();
    }
  }

  private static Contents.Written copy(Connection owner, Contents.Table table, InputStream in)
      throws SQLException, IOException {
    DigestInputStream digest =
        new DigestInputStream(new StayingOpen(in), DigestUtils.getSha256Digest());
    long rows = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(Schema.copyIn(table), digest);
    return new Contents.Written(
        table.name(), rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
  }

  /// Restores into a database to throw away, writes every table out again and compares it with what
  /// the archive has of it.
  ///
  /// @param throwAway an empty one
  /// @return the tables that differ: none when the archive is well
  public static List<String> differences(Database throwAway, Path file, String passphrase) {
    Map<String, Contents.Written> kept = new HashMap<>();
    Contents contents;
    try (InputStream in = Files.newInputStream(file);
        InputStream open = Envelope.open(in, passphrase);
        ZipInputStream zip = new ZipInputStream(open, StandardCharsets.UTF_8)) {
      contents = read(entry(zip, WriteArchive.CONTENTS), Contents.class);
      mustBeEmpty(throwAway);
      migrate(throwAway, MigrationVersion.fromVersion(contents.schema()));
      load(throwAway, open, zip, contents);
    } catch (IOException e) {
      throw new Refused("archive.damaged", e);
    } catch (SQLException e) {
      throw Schema.failure(e);
    }
    try (InputStream in = Files.newInputStream(file);
        InputStream open = Envelope.open(in, passphrase);
        ZipInputStream zip = new ZipInputStream(open, StandardCharsets.UTF_8)) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        if (next.getName().equals(WriteArchive.SEAL)) {
          read(zip, Contents.Seal.class).tables().forEach(each -> kept.put(each.name(), each));
          break;
        }
      }
    } catch (IOException e) {
      throw new Refused("archive.damaged", e);
    }
    List<String> different = new ArrayList<>();
    try (Connection owner = WriteArchive.owner(throwAway)) {
      for (Contents.Table table : contents.tables()) {
        if (!WriteArchive.copy(owner, table, contents.commune(), OutputStream.nullOutputStream())
            .equals(kept.get(table.name()))) {
          different.add(table.name());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return different;
  }

  /// The last piece of the content says that it is the last: what was cut behind the seal shows.
  static void toItsEnd(InputStream open) throws IOException {
    open.transferTo(OutputStream.nullOutputStream());
  }

  static InputStream entry(ZipInputStream zip, String name) throws IOException {
    ZipEntry next = zip.getNextEntry();
    if (next == null || !next.getName().equals(name)) {
      throw new Refused("archive.damaged");
    }
    return zip;
  }

  static <T> T read(InputStream entry, Class<T> type) throws IOException {
    try {
      return JSON.readValue(entry.readAllBytes(), type);
    } catch (JacksonException e) {
      throw new Refused("archive.damaged", e);
    }
  }

  private static final class StayingOpen extends FilterInputStream {
    StayingOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The archive goes on behind this table.
    }
  }
}
