package vn.nenmong.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// A commune taken in anew: what was written of it where it was taken in stays, each once, and who
/// writes meanwhile is waited for.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class TakeInTest {

  private static final String PASSPHRASE = "mười hai chữ trở lên";
  private static final String RULE =
      """
      insert into rule_value
        (code, valid, value, document_number, document_body, evidence, unit_id, account)
      values (?, '[2016-01-01,)', ?, '1', 'Đảng ủy', 'A', ?, 'x')
      """;

  private final TestDatabase pc = TestDatabase.create();
  private final TestDatabase server = TestDatabase.create();
  private final JdbcClient atPc = pc.ownerJdbc();
  private final JdbcClient atServer = server.ownerJdbc();
  private final Path archive = TestDatabase.newFolder().resolve("mot.nenmong");

  private TestCommune commune;
  private UUID id;
  private UUID person;
  private UUID other;

  @BeforeEach
  void takeInOnce() {
    commune = new TestCommune(pc, "MOT");
    id = commune.root().id();
    person = commune.member("Lò Văn Một", commune.cell("CB01", "Chi bộ Nà Một"));
    TestCommune there = new TestCommune(server, "HAI");
    other = there.member("Quàng Văn Hai", there.cell("CB01", "Chi bộ Nà Hai"));
    line(atPc, "tại xã");
    takeIn();
  }

  private void takeIn() {
    WriteArchive.run(pc, archive, PASSPHRASE, Instant.EPOCH, "MOT");
    takeIn(server, archive);
  }

  private static void takeIn(TestDatabase into, Path archive) {
    var today = new Today(Clock.systemUTC(), LocalDate.of(2016, 12, 31));
    new TakeIn(new OwnersDatabase(into.url(), into.owner()), today)
        .run(TestDatabase.create(), archive, PASSPHRASE, null);
  }

  private void line(JdbcClient jdbc, String account) {
    jdbc.sql(
            "insert into audit_line (at, account, commune_id, action, subject) values (now(), ?, ?, 'view', 'person')")
        .params(account, id)
        .update();
  }

  private static void close(JdbcClient jdbc, UUID commune, int year, String account) {
    jdbc.sql("insert into year_closing values (?, ?, now(), ?, null, '{}')")
        .params(commune, year, account)
        .update();
  }

  private static String text(JdbcClient jdbc, String query) {
    return jdbc.sql(query).query(String.class).single();
  }

  private static String names(JdbcClient jdbc) {
    return text(jdbc, "select string_agg(name, ', ' order by name) from person");
  }

  private String lines() {
    return text(
        atServer,
        "select string_agg(account, ', ' order by account) from audit_line where commune_id = '%s'"
            .formatted(id));
  }

  /// Lines wait for older transactions of the whole cluster, also for those of tests beside this
  /// one.
  private static void seal(JdbcClient jdbc) {
    do {
      jdbc.sql("select seal_trail()").query(Integer.class).single();
    } while (!text(jdbc, "select unsealed_lines()").equals("0"));
  }

  private void assertTrailHolds() {
    seal(atServer);
    assertThat(text(atServer, "select coalesce(string_agg(finding, ','), '') from check_trail()"))
        .isEmpty();
  }

  @Test
  void whatTheBodyAboveWroteOfItStaysEachOnce() {
    atServer.sql(RULE).params("admit.introducer.count", "3", id).update();
    close(atServer, id, 2015, "tỉnh");
    line(atServer, "tại tỉnh");
    seal(atServer);

    atPc.sql("update person set name = 'Lò Văn Mốt'").update();
    atPc.sql(RULE).params("layout.margins", "20/20/30/20", id).update();
    close(atPc, id, 2016, "xã");
    line(atPc, "tại xã lần nữa");
    for (int time = 0; time < 2; time++) {
      takeIn();
      assertThat(names(atServer)).isEqualTo("Lò Văn Mốt, Quàng Văn Hai");
      assertThat(
              text(
                  atServer,
                  "select string_agg(value, ' ' order by value) from rule_value where unit_id is not null"))
          .isEqualTo("20/20/30/20 3");
      assertThat(
              text(
                  atServer,
                  "select string_agg(year || ' ' || account, ', ' order by year) from year_closing"))
          .isEqualTo("2015 tỉnh, 2016 xã");
      assertThat(lines()).isEqualTo("tại tỉnh, tại xã, tại xã lần nữa");
      assertThat(
              text(
                  atServer,
                  "select count(*) from row_change where register in ('rule_value', 'year_closing')"))
          .isEqualTo("4");
      assertTrailHolds();
    }
  }

  @Test
  void whatTheBodyAboveRemovedStaysRemoved() {
    close(atPc, id, 2016, "xã");
    takeIn();
    atServer.sql("delete from year_closing").update();
    takeIn();
    assertThat(text(atServer, "select count(*) from year_closing")).isEqualTo("0");
  }

  @Test
  void whatWentHomeWithItComesBackOnce() {
    close(atServer, id, 2015, "tỉnh");
    line(atServer, "tại tỉnh");
    Path back = archive.resolveSibling("back.nenmong");
    WriteArchive.run(server, back, PASSPHRASE, Instant.EPOCH, "MOT");
    TestDatabase home = TestDatabase.create();
    RestoreArchive.run(home, back, PASSPHRASE);
    String rules = "select count(*) from rule_value where unit_id is null";
    assertThat(text(home.ownerJdbc(), rules)).isEqualTo(text(atPc, rules)).isNotEqualTo("0");
    WriteArchive.run(home, archive, PASSPHRASE, Instant.EPOCH, "MOT");
    takeIn(server, archive);
    assertThat(lines()).isEqualTo("tại tỉnh, tại xã");
    assertThat(text(atServer, "select count(*) from row_change where register = 'year_closing'"))
        .isEqualTo("1");
    assertTrailHolds();
  }

  @Test
  void aTemplateThatWasPutInThereIsNotLost() {
    atServer
        .sql(
            "insert into paper_template values (?, 'annual_report', 1, 'a', 'b', now(), 'x', true)")
        .param(id)
        .update();
    assertThatThrownBy(this::takeIn)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("archive.changedHere"));
    assertThat(text(atServer, "select count(*) from paper_template")).isEqualTo("1");
  }

  @Test
  void registersThatWereChangedThereAreNotLost() {
    atServer.sql("update person set name = 'Lò Văn Sửa' where id = ?").param(person).update();
    assertThatThrownBy(this::takeIn).isInstanceOf(Refused.class);
    assertThat(names(atServer)).isEqualTo("Lò Văn Sửa, Quàng Văn Hai");
  }

  /// They hold tables in an order of their own, of which some are wanted already.
  @Test
  void whoWritesMeanwhileEndsFirst() throws Exception {
    CompletableFuture<Void> taken;
    try (Connection writer = server.dataSource(server.owner()).getConnection();
        Statement sql = writer.createStatement()) {
      writer.setAutoCommit(false);
      sql.execute("update person set name = 'Quàng Văn Ba' where id = '" + other + "'");
      taken = CompletableFuture.runAsync(this::takeIn);
      await(
          "select exists (select from pg_locks where not granted and relation = 'person'::regclass and mode = 'ShareRowExclusiveLock')");
      sql.execute("update organization set code = 'BA' where code = 'HAI' and id = commune_id");
      sql.execute(
          "insert into audit_line (at, account, action, subject) values (now(), 'x', 'a', 'b')");
      writer.commit();
    }
    taken.get(60, TimeUnit.SECONDS);
    assertThat(names(atServer)).isEqualTo("Lò Văn Một, Quàng Văn Ba");
    assertThat(
            text(
                atServer,
                "select string_agg(code, ' ' order by code) from organization where id = commune_id"))
        .isEqualTo("BA MOT");
    assertTrailHolds();
  }

  private void await(String condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!atServer.sql(condition).query(Boolean.class).single()) {
      assertThat(System.nanoTime()).as(condition).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
