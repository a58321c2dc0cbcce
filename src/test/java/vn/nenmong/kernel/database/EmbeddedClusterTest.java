package vn.nenmong.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Refused;

@BesideOthers(BesideOthers.Lane.PROGRAMS)
class EmbeddedClusterTest {

  private final Path path = TestDatabase.newFolder();
  private EmbeddedCluster cluster = start();

  @AfterEach
  void stop() {
    cluster.close();
    assertEquals(List.of(), cluster.processes());
  }

  private EmbeddedCluster start() {
    return EmbeddedCluster.start(DataFolder.open(path, TestDatabase.programs()));
  }

  private JdbcClient as(Login login) {
    return JdbcClient.create(
        new DriverManagerDataSource(cluster.url(), login.user(), login.password()));
  }

  private void write(String text) {
    as(cluster.owner()).sql("create table if not exists note (text text)").update();
    as(cluster.owner()).sql("insert into note values (?)").param(text).update();
  }

  private List<String> read() {
    return as(cluster.owner()).sql("select text from note").query(String.class).list();
  }

  @Test
  void keepsWhatWasWrittenWhenThePostmasterIsKilled() throws IOException {
    write("kept");
    killPostmaster();
    cluster.close();

    cluster = start();

    assertEquals(List.of("kept"), read());
  }

  @Test
  void takesOverWhatAKilledProgramLeftRunning() throws Exception {
    cluster.close();
    Process other = OtherProgram.using(path);
    long pid = postmaster().process().pid();
    other.destroyForcibly().waitFor();

    cluster = start();

    assertEquals(pid, postmaster().process().pid());
  }

  @Test
  void leavesTheDatabaseRunningForAnotherProgram() throws Exception {
    write("kept");
    Process other = OtherProgram.using(path);
    cluster.close();
    assertTrue(postmaster().process().isAlive());

    OtherProgram.end(other);
    assertTrue(Postmaster.of(path.resolve("cluster")).isEmpty());
  }

  @Test
  void startsWhenTheOldNumberIsNowAnotherProcess() throws IOException {
    write("kept");
    String remains = Files.readString(Postmaster.file(path.resolve("cluster")));
    killPostmaster();
    cluster.close();
    long other = ProcessHandle.current().pid();
    Files.writeString(
        Postmaster.file(path.resolve("cluster")), remains.replaceFirst("\\d+", "" + other));

    cluster = start();

    assertEquals(List.of("kept"), read());
  }

  @Test
  void startsWhenTheNumberInItsSocketIsNowAnotherProcess() throws IOException {
    write("kept");
    int port = cluster.port();
    killPostmaster();
    cluster.close();
    Path lock = path.resolve("socket").resolve(".s.PGSQL." + port + ".lock");
    Files.createDirectories(lock.resolveSibling(""));
    Files.writeString(lock, ProcessHandle.current().pid() + "\n" + path + "\n");

    cluster = start();

    assertEquals(List.of("kept"), read());
  }

  @Test
  void isStartedAgainWhenItIsKilledInUse() throws IOException {
    write("kept");
    int port = cluster.port();
    killPostmaster();

    assertTimeoutPreemptively(Duration.ofMinutes(1), this::awaitReady);

    assertEquals(port, cluster.port());
    assertEquals(List.of("kept"), read());
  }

  private void awaitReady() throws IOException {
    while (Postmaster.of(path.resolve("cluster")).filter(Postmaster::isReady).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void startsAfterAFirstStartThatWasCutOff() throws IOException {
    Path other = TestDatabase.newFolder();
    Files.createDirectories(other.resolve("cluster-unfinished-1/base"));
    Files.writeString(other.resolve("cluster-unfinished-1/PG_VERSION"), "18");
    Files.createDirectories(other.resolve("unpack1/bin"));
    Files.createFile(other.resolve("password1.tmp"));

    try (var made = EmbeddedCluster.start(DataFolder.open(other, TestDatabase.programs()))) {
      assertNotEquals(0, made.port());
    }
    for (String remains : List.of("cluster-unfinished-1", "unpack1", "password1.tmp")) {
      assertFalse(Files.exists(other.resolve(remains)));
    }
  }

  @Test
  void takesAnotherPortWhenItsOwnIsTaken() throws IOException {
    int first = cluster.port();
    cluster.close();
    try (var _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
      cluster = start();
      assertNotEquals(first, cluster.port());
    }
  }

  @Test
  void keepsItsPort() {
    int first = cluster.port();
    cluster.close();
    cluster = start();
    assertEquals(first, cluster.port());
  }

  @Test
  void keepsPasswordsAndSocketsForTheOwner() throws IOException {
    assertEquals("rw-------", permissions("database.properties"));
    assertEquals("rwx------", permissions("socket"));
    assertEquals("rwx------", permissions("cluster"));
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve(name)));
  }

  @Test
  void servesOnlyOnce() throws Exception {
    var folder = DataFolder.open(path);
    try (AutoCloseable _ = folder.serve()) {
      var refused = assertThrows(Refused.class, folder::serve);
      assertEquals("folder.served", refused.code());
    }
    folder.serve().close();
  }

  private Postmaster postmaster() throws IOException {
    return Postmaster.of(path.resolve("cluster")).orElseThrow();
  }

  private void killPostmaster() throws IOException {
    ProcessHandle process = postmaster().process();
    process.destroyForcibly();
    assertTrue(Postmaster.awaitExit(process, Duration.ofSeconds(30)));
  }
}
