package vn.nenmong.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// `kill -9` of the program and of its database in the middle of an import.
///
/// The import is held where it has written some tables and waits for one that the test has locked,
/// so that it is in the middle each time.
@BesideOthers(BesideOthers.Lane.PROGRAMS)
class KilledImportTest {

  private static final String EVERYTHING =
      """
      select (select count(*) from organization), (select count(*) from person),
        (select count(*) from membership), (select count(*) from import_run),
        (select count(*) from audit_line where action = 'import')
      """;

  private static final String IMPORT_WAITS =
      """
      select exists (
        select from pg_locks waiting join pg_locks written on written.pid = waiting.pid
        where not waiting.granted and waiting.relation = 'member_state'::regclass
          and written.granted and written.relation = 'person'::regclass
          and written.mode = 'RowExclusiveLock')
      """;

  private final Path data = TestDatabase.newFolderWithPrograms().toAbsolutePath();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void leavesNothingOfItselfAndAllThatWasBefore() throws Exception {
    run("import", "src/main/resources/demo/na-tong-2016.xlsx");
    String before;
    try (Connection server = serverConnection()) {
      before = everything(server);
      assertThat(before).startsWith("18,");
      server.setAutoCommit(false);
      query(server, "select 1");
      try (Statement lock = server.createStatement()) {
        lock.execute("lock table member_state in share mode");
      }
      Process importing = start("import", lowland().toString());
      awaitImport(server, importing);
      killAll();
    }
    try (Connection server = serverConnection()) {
      assertThat(everything(server)).isEqualTo(before);
    }
    assertThat(run("doctor")).isNotEmpty();
    String again = run("import", lowland().toString(), "--json");
    assertThat(again).contains("\"changed\":0,\"unchanged\":0,\"problems\":[]");
  }

  private Path lowland() throws IOException {
    MadeCommune commune = MadeCommune.of(CommuneShape.lowland(), 1);
    return MadeWorkbook.write(commune.sheets(), data.resolveSibling(data.getFileName() + ".xlsx"));
  }

  /// To the database that a server keeps running on the folder.
  private Connection serverConnection() throws Exception {
    Process server = start("serve", "--port", "0");
    assertThat(server.inputReader(StandardCharsets.UTF_8).readLine()).contains("http://");
    String owner = run("database").lines().findFirst().orElseThrow().replaceFirst("owner\\s+", "");
    URI address = URI.create(owner);
    String[] login = address.getUserInfo().split(":", 2);
    var properties = new Properties();
    properties.put("user", login[0]);
    properties.put("password", login[1]);
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath(),
        properties);
  }

  private static void awaitImport(Connection connection, Process importing)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!query(connection, IMPORT_WAITS).equals("t")) {
      assertThat(importing.isAlive()).as("the import goes on").isTrue();
      assertThat(System.nanoTime()).as("the import gets to writing").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /// The programs first, then PostgreSQL with all its processes.
  private void killAll() throws Exception {
    List<ProcessHandle> victims = new ArrayList<>();
    started.forEach(process -> victims.add(process.toHandle()));
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    victims.add(postmaster);
    postmaster.descendants().forEach(victims::add);
    victims.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle victim : victims) {
      victim.onExit().get(30, TimeUnit.SECONDS);
    }
    started.clear();
  }

  private long postmaster() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    }
  }

  private static String everything(Connection connection) throws SQLException {
    return query(connection, EVERYTHING);
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        values.add(row.getString(i));
      }
      return String.join(",", values);
    }
  }

  /// Runs a command to its end.
  ///
  /// @return what it printed
  private String run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s %s", String.join(" ", arguments), result).isZero();
    started.remove(process);
    return result;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Application.class.getName());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    started.add(process);
    return process;
  }
}
