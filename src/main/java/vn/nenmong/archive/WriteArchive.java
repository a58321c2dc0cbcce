package vn.nenmong.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Database;

/// Writes all of a database into one file, as of one moment, while the program goes on. It gets its
/// name when it was read back; what can't be written or read to its end leaves nothing behind.
public final class WriteArchive {

  static final String CONTENTS = "contents.json";
  static final String SEAL = "seal.json";
  static final String TABLES = "tables/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WriteArchive() {}

  /// @param moment when it is, told in the archive
  /// @param organization code of the commune that alone is written, or null for all
  /// @return how many rows were written
  /// @throws Refused where the file can't be written or read back, or there is no such commune
  public static long run(
      Database database,
      Path file,
      String passphrase,
      Instant moment,
      @Nullable String organization) {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      long rows;
      try (OutputStream out =
          Files.newOutputStream(
              partial,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE,
              StandardOpenOption.DSYNC)) {
        rows = write(database, out, passphrase, moment, organization);
      }
      readBack(partial, file, passphrase);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException e) {
      remove(partial);
      throw new Refused("archive.unwritable", file, String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      remove(partial);
      throw new IllegalStateException(e);
    } catch (Refused e) {
      remove(partial);
      throw e;
    }
  }

  private static void readBack(Path partial, Path file, String passphrase) {
    try {
      ReadBack.check(partial, passphrase);
    } catch (Refused e) {
      throw new Refused("archive.notReadBack", file);
    }
  }

  /// @param out is closed
  static long write(
      Database database,
      OutputStream out,
      String passphrase,
      Instant moment,
      @Nullable String organization)
      throws IOException, SQLException {
    try (Connection owner = owner(database);
        OutputStream sealed = Envelope.seal(out, passphrase);
        ZipOutputStream zip = new ZipOutputStream(sealed, StandardCharsets.UTF_8)) {
      zip.setLevel(Deflater.BEST_SPEED);
      owner.setAutoCommit(false);
      owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      owner.setReadOnly(true);
      UUID commune = organization == null ? null : commune(owner, organization);
      Contents contents =
          new Contents(
              Schema.version(owner),
              moment,
              commune,
              commune == null ? Schema.tables(owner) : Schema.ofCommune(owner));
      put(zip, CONTENTS, contents);
      List<Contents.Written> written = new ArrayList<>();
      for (Contents.Table table : contents.tables()) {
        zip.putNextEntry(new ZipEntry(TABLES + table.name()));
        written.add(copy(owner, table, commune, zip));
        zip.closeEntry();
      }
      put(zip, SEAL, new Contents.Seal(written));
      owner.rollback();
      return written.stream().mapToLong(Contents.Written::rows).sum();
    }
  }

  /// Writes moments alike, wherever the machine stands: their texts are compared.
  static Connection owner(Database database) throws SQLException {
    Connection owner =
        DriverManager.getConnection(
            database.url(), database.owner().user(), database.owner().password());
    try {
      Schema.run(owner, "set time zone 'UTC'");
      return owner;
    } catch (SQLException e) {
      try (owner) {
        throw e;
      }
    }
  }

  private static UUID commune(Connection owner, String code) throws SQLException {
    return Schema.list(
            owner,
            "select id::text from organization where id = commune_id and code = '%s'"
                .formatted(code.replace("'", "''")))
        .stream()
        .map(UUID::fromString)
        .findFirst()
        .orElseThrow(() -> new Refused("archive.noSuchOrganization", code));
  }

  /// @param out stays open
  static Contents.Written copy(
      Connection owner, Contents.Table table, @Nullable UUID commune, OutputStream out)
      throws SQLException, IOException {
    CopyManager copies = owner.unwrap(PGConnection.class).getCopyAPI();
    DigestOutputStream digest =
        new DigestOutputStream(new StayingOpen(out), DigestUtils.getSha256Digest());
    long rows = copies.copyOut(Schema.copyOut(owner, table, commune), digest);
    return new Contents.Written(
        table.name(), rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
  }

  private static void put(ZipOutputStream zip, String name, Object value) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(JSON.writeValueAsBytes(value));
    zip.closeEntry();
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class StayingOpen extends FilterOutputStream {
    StayingOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
