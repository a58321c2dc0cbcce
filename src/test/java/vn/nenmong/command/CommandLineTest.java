package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.database.DataFolder;

/// The commands as they are typed, on one data folder that the first of them makes.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class CommandLineTest {

  private static final Path FOLDER = newFolder();

  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /// The programs of PostgreSQL are unpacked once for all folders.
  private static Path newFolder() {
    TestDatabase.create();
    Path folder = TestDatabase.newFolder();
    try (var programs = Files.list(TestDatabase.programs())) {
      for (Path program : programs.toList()) {
        Files.createSymbolicLink(folder.resolve(program.getFileName()), program.toAbsolutePath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + FOLDER);
    return runAsTyped(all.toArray(String[]::new));
  }

  private int runAsTyped(String... arguments) {
    environment.putIfAbsent("NENMONG_LOCALE", "en");
    return Commands.run(
        Application.class,
        environment,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        arguments);
  }

  @Test
  void databasePrintsTheAddressesOfBothRolesAndNothingElse() {
    assertThat(run("database")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString().lines())
        .satisfiesExactly(
            owner ->
                assertThat(owner)
                    .matches("owner {2}postgresql://nenmong_owner:\\S+@127.0.0.1:\\d+/nenmong"),
            app ->
                assertThat(app)
                    .matches("app {4}postgresql://nenmong_app:\\S+@127.0.0.1:\\d+/nenmong"));
    assertThat(err.toString()).contains("stops together with this command");
  }

  @Test
  void doctorIsContentWithANewFolder() {
    assertThat(run("doctor")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines())
        .contains("database.settings: well", "database.migrations: well");
  }

  @Test
  void aFolderIsServedWhileAServerHasIt() {
    try (Workplace other =
        Workplace.open(TestDatabase.newFolder(), new Settings(Map.of()), _ -> {})) {
      assertThat(other.folder().isServed()).isFalse();
      other.serve();
      assertThat(other.folder().isServed()).isTrue();
    }
  }

  @Test
  void aSecondServerOnTheFolderIsRefusedInOneLine() throws Exception {
    try (AutoCloseable _ = DataFolder.open(FOLDER).serve()) {
      assertThat(run("serve", "--port=0")).isEqualTo(ExitCode.REFUSED);
    }
    assertRefusedInOneLine("in use by another server");
  }

  @Test
  void rulesAreThoseOfADay() {
    assertThat(run("rules", "--on", "2016-12-31", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains(
            "{\"code\":\"deadline.ceremony\",\"value\":\"30 working days\",\"validFrom\":\"2016-07-25\"",
            "\"number\":\"29-QĐ/TW\"",
            "\"evidence\":\"A\"")
        .doesNotContain("208-QĐ/TW");
  }

  @Test
  void aTimeLimitIsExplainedDayByDay() {
    assertThat(run("rules", "--explain", "deadline.ceremony", "--from", "2026-08-03"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains(
            "\"due\":\"2026-09-16\"",
            "{\"day\":\"2026-08-08\",\"worked\":false,\"why\":\"saturday\"}",
            "{\"day\":\"2026-09-02\",\"worked\":false,\"why\":\"");
    assertThat(run("rules", "--explain", "deadline.of.nothing", "--from", "2026-08-03"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("deadline.of.nothing");
  }

  @Test
  void aSecondStartGoesToTheServerOfTheFirst() throws Exception {
    environment.put("NENMONG_BROWSER", "no-such-browser");
    DataFolder folder = DataFolder.open(FOLDER);
    try (AutoCloseable _ = folder.serve()) {
      assertThat(run("serve", "--open")).isEqualTo(ExitCode.DONE);
      assertThat(out.toString()).isEmpty();
      assertThat(err.toString()).contains("is starting");
      var properties = new Properties();
      properties.setProperty("entrance", "http://localhost:1234/");
      folder.keep("server", properties);
      assertThat(run("serve", "--open")).isEqualTo(ExitCode.DONE);
    }
    assertThat(out.toString()).contains("http://localhost:1234/");
    assertThat(err.toString()).contains("no browser to open: go to http://localhost:1234/");
  }

  @Test
  void aPortInUseIsRefusedInOneLine() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path folder = TestDatabase.newFolder().resolve("data");
      for (String command : List.of("serve", "demo")) {
        err.getBuffer().setLength(0);
        assertThat(runAsTyped(command, "--port=" + socket.getLocalPort(), "--data=" + folder))
            .isEqualTo(ExitCode.REFUSED);
        assertRefusedInOneLine("Port " + socket.getLocalPort());
        assertThat(folder).doesNotExist();
      }
    }
  }

  @Test
  void aPortThatIsNoneIsRefusedInOneLine() {
    assertThat(run("serve", "--port=70000")).isEqualTo(ExitCode.REFUSED);
    assertRefusedInOneLine("--port");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedInOneLine() throws IOException {
    Path file = Files.createFile(TestDatabase.newFolder().resolve("file"));
    assertThat(runAsTyped("doctor", "--data=" + file)).isEqualTo(ExitCode.REFUSED);
    assertRefusedInOneLine("is not a folder");
  }

  @Test
  void anExternalDatabaseThatIsNotThereIsRefusedInOneLine() {
    environment.put("NENMONG_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/nenmong");
    environment.put("NENMONG_DATABASE_OWNER", "nobody");
    environment.put("NENMONG_DATABASE_APP", "nobody");
    assertThat(run("database")).isEqualTo(ExitCode.REFUSED);
    assertRefusedInOneLine("No way into the database");
  }

  @Test
  void anExternalDatabaseIsUsedWhenItsAddressIsSet() {
    var external = TestDatabase.create();
    environment.put("NENMONG_DATABASE_URL", external.url());
    environment.put("NENMONG_DATABASE_OWNER", external.owner().user());
    environment.put("NENMONG_DATABASE_OWNER_PASSWORD", external.owner().password());
    environment.put("NENMONG_DATABASE_APP", external.app().user());
    environment.put("NENMONG_DATABASE_APP_PASSWORD", external.app().password());

    assertThat(run("database")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString()).contains(external.url().replace("jdbc:postgresql://", "@"));
  }

  @ParameterizedTest
  @CsvSource({
    "serve --prt, Không có tùy chọn «--prt». Xem ./nenmong serve --help",
    "serve --port abc, '--port cần một số nguyên, không phải «abc». Xem ./nenmong serve --help'",
    "fly, Không có lệnh «fly». Xem ./nenmong --help",
    "doctor now, Không dùng đến «now». Xem ./nenmong doctor --help",
    "doctor --data, Thiếu --data DIR. Xem ./nenmong doctor --help",
    "report --year 2016 --out a.docx, Thiếu --organization CODE. Xem ./nenmong report --help",
    "import, Thiếu FILE. Xem ./nenmong import --help",
    "import a.xlsx --json=x, --json không nhận giá trị «x». Xem ./nenmong import --help",
    "bench --members 1 --members x, '--members cần một số nguyên, không phải «x». Xem ./nenmong bench --help'",
    "serve --port 1 --port 2, Chỉ được viết --port một lần. Xem ./nenmong serve --help",
    "'', Chưa viết lệnh nào. Xem ./nenmong --help"
  })
  void whatIsNotUnderstoodIsToldInOneLine(String typed, String told) {
    environment.put("NENMONG_LOCALE", "vi");
    assertThat(runAsTyped(typed.isEmpty() ? new String[0] : typed.split(" ")))
        .isEqualTo(ExitCode.REFUSED);
    assertRefusedInOneLine(told);
  }

  @Test
  void theDayOfAReportIsToldLikeAnyOther() {
    assertThat(
            runAsTyped(
                "report", "--organization=A", "--year=2016", "--out=a.docx", "--dated=31/12/2016"))
        .isEqualTo(ExitCode.REFUSED);
    assertRefusedInOneLine("--dated needs a day such as 2016-12-31, not «31/12/2016».");
  }

  @Test
  void helpHasHeadingsInTheLanguageOfTheUser() {
    environment.put("NENMONG_LOCALE", "vi");
    assertThat(runAsTyped("--help")).isEqualTo(ExitCode.DONE);
    assertThat(runAsTyped("import", "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("Cách dùng: nenmong [", "Các lệnh:", "Cách dùng: nenmong import [")
        .doesNotContain("Usage", "Commands");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void aFolderWithRealDataBecomesNoDemo() {
    Path folder = newFolder();
    assertThat(runAsTyped("doctor", "--data=" + folder)).isEqualTo(ExitCode.DONE);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    try (Workplace workplace = Workplace.open(folder, new Settings(Map.of()), _ -> {})) {
      var owner = workplace.database().owner();
      JdbcClient.create(
              new DriverManagerDataSource(
                  workplace.database().url(), owner.user(), owner.password()))
          .sql(
              """
              with root as (select uuidv7() as id)
              insert into organization (id, commune_id, code, life)
              select id, id, 'XA', '[2000-01-01,)' from root
              """)
          .update();
    }

    assertThat(runAsTyped("demo", "--data=" + folder)).isEqualTo(ExitCode.REFUSED);
    assertRefusedInOneLine("has real data");
  }

  private void assertRefusedInOneLine(String text) {
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains(text);
  }
}
