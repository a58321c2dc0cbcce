package vn.nenmong.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// A commune that knows its passphrase and writes what it likes into its archive brings nothing in
/// that is another's, and takes nothing from it.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class CraftedArchiveTest {

  private static final String PASSPHRASE = "mười hai chữ trở lên";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TestDatabase SENDER = TestDatabase.create();
  private static final TestDatabase SERVER = TestDatabase.create();
  private static final Path ARCHIVE = TestDatabase.newFolder().resolve("mot.nenmong");

  private static TestCommune sender;
  private static TestCommune victim;
  private static UUID ownPerson;
  private static UUID victimsPerson;

  @BeforeAll
  static void send() {
    sender = new TestCommune(SENDER, "MOT");
    TestCommune.Unit cell = sender.cell("CB01", "Chi bộ Nà Một");
    ownPerson = sender.member("Lò Văn Một", cell);
    victim = new TestCommune(SERVER, "HAI");
    victimsPerson = victim.member("Quàng Văn Hai", victim.cell("CB01", "Chi bộ Nà Hai"));
    for (TestDatabase each : List.of(SENDER, SERVER)) {
      each.ownerJdbc().sql("update person set name = name || ' ạ'").update();
    }
    WriteArchive.run(SENDER, ARCHIVE, PASSPHRASE, Instant.EPOCH, "MOT");
  }

  /// The archive with some of its entries written anew, and a seal that is right.
  private static Path crafted(Map<String, UnaryOperator<String>> changes) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            Envelope.open(Files.newInputStream(ARCHIVE), PASSPHRASE), StandardCharsets.UTF_8)) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        entries.put(
            next.getName(),
            changes.getOrDefault(next.getName(), UnaryOperator.identity()).apply(text));
      }
    }
    List<Contents.Written> written = new ArrayList<>();
    Path file = TestDatabase.newFolder().resolve("crafted.nenmong");
    try (OutputStream out = Envelope.seal(Files.newOutputStream(file), PASSPHRASE, 8, 1);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
        if (entry.getKey().startsWith(WriteArchive.TABLES)) {
          written.add(
              new Contents.Written(
                  entry.getKey().substring(WriteArchive.TABLES.length()),
                  entry.getValue().lines().count(),
                  DigestUtils.sha256Hex(bytes)));
        }
        zip.write(
            entry.getKey().equals(WriteArchive.SEAL)
                ? JSON.writeValueAsBytes(new Contents.Seal(written))
                : bytes);
        zip.closeEntry();
      }
    }
    return file;
  }

  private static void takeIn(Path archive) {
    var today = new Today(Clock.systemUTC(), LocalDate.of(2016, 12, 31));
    new TakeIn(new OwnersDatabase(SERVER.url(), SERVER.owner()), today)
        .run(TestDatabase.create(), archive, PASSPHRASE, null);
  }

  private static void assertRefused(Map<String, UnaryOperator<String>> changes) throws IOException {
    String before = everything();
    Path file = crafted(changes);
    assertThatThrownBy(() -> takeIn(file)).isInstanceOf(Refused.class);
    assertThat(everything()).isEqualTo(before);
  }

  private static String everything() {
    return SERVER
        .ownerJdbc()
        .sql(
            """
            select (select string_agg(o::text, '|' order by id) from organization o)
              || (select string_agg(p::text, '|' order by id) from person p)
              || (select string_agg(k::text, '|' order by person_id) from person_key k)
              || (select string_agg(c::text, '|' order by id) from row_change c)
            """)
        .query(String.class)
        .single();
  }

  private static String table(String name) {
    return WriteArchive.TABLES + name;
  }

  private static String label(TestCommune commune) {
    return commune.root().id().toString().replace("-", "");
  }

  @Test
  void asItWasSentItIsTakenIn() throws IOException {
    String before = everything();
    takeIn(crafted(Map.of()));
    assertThat(everything()).contains("Lò Văn Một ạ", "Quàng Văn Hai ạ").isNotEqualTo(before);
  }

  @Test
  void anotherCommuneBesideItsOwnIsRefused() throws IOException {
    String another = UUID.randomUUID().toString();
    String own = sender.root().id().toString();
    assertRefused(
        Map.of(
            table("organization"),
            rows ->
                rows
                    + rows.lines()
                        .filter(row -> row.startsWith(own))
                        .findFirst()
                        .orElseThrow()
                        .replace(own, another)
                        .replace("\tMOT\t", "\tBA\t")
                    + "\n"));
  }

  @Test
  void cellsBelowAnotherCommuneAreRefused() throws IOException {
    assertRefused(
        Map.of(table("organization_period"), rows -> rows.replace(label(sender), label(victim))));
  }

  @Test
  void theCommuneOfAnotherIsNotReplaced() throws IOException {
    UnaryOperator<String> asTheVictim =
        text ->
            text.replace(sender.root().id().toString(), victim.root().id().toString())
                .replace(label(sender), label(victim));
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            Envelope.open(Files.newInputStream(ARCHIVE), PASSPHRASE), StandardCharsets.UTF_8)) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        all.put(next.getName(), asTheVictim);
      }
    }
    assertRefused(all);
  }

  @Test
  void theKeyOfAnothersPersonStays() throws IOException {
    UnaryOperator<String> ofTheVictim =
        rows -> rows.replace(ownPerson.toString(), victimsPerson.toString());
    assertRefused(Map.of(table("row_change"), ofTheVictim, table("person_key"), ofTheVictim));
  }

  @Test
  void namesOfTablesAreNoStatements() throws IOException {
    assertRefused(
        Map.of(
            WriteArchive.CONTENTS,
            text -> text.replace("\"person\"", "\"person; drop table membership cascade\"")));
  }

  @Test
  void contentsThatSayNothingAreRefused() throws IOException {
    assertRefused(Map.of(WriteArchive.CONTENTS, _ -> "{}"));
    assertRefused(
        Map.of(WriteArchive.CONTENTS, text -> text.replaceFirst("\"\\d{3}\"", "\"x.y\"")));
  }
}
