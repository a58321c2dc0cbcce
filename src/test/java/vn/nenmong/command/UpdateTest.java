package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.archive.RestoreArchive;
import vn.nenmong.kernel.database.Login;

/// A program that starts on a data folder of an earlier one.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class UpdateTest {

  private static final String PASSPHRASE = "mười hai chữ trở lên";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Path folder, String passphrase, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + folder);
    return Commands.run(
        Application.class,
        Map.of("NENMONG_PASSPHRASE", passphrase),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        all.toArray(String[]::new));
  }

  private static Workplace open(Path folder) {
    return Workplace.open(folder, new Settings(Map.of()), _ -> {});
  }

  /// A data folder as the program of that schema left it.
  private static Path folderOf(String schema) throws IOException {
    Path folder = TestDatabase.newFolderWithPrograms();
    Path archive = Path.of("src/test/resources/archives", schema + ".nenmong");
    try (Workplace workplace = open(folder)) {
      assertThat(RestoreArchive.differences(workplace.database(), archive, PASSPHRASE)).isEmpty();
    }
    return folder;
  }

  private static @Nullable String owner(Path folder, String sql) throws SQLException {
    try (Workplace workplace = open(folder);
        Connection connection =
            DriverManager.getConnection(
                workplace.database().url(),
                workplace.database().owner().user(),
                workplace.database().owner().password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"V031", "V034", "V036", "V038"})
  void anEarlierFolderIsKeptInAnArchiveAndBroughtUpToDate(String schema) throws IOException {
    Path folder = folderOf(schema);
    assertThat(run(folder, "", "figures", "--organization=NATONG", "--year=2016"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    String figures = out.toString();
    assertThat(figures).contains("112");
    assertThat(run(folder, "", "doctor")).as(out + err.toString()).isEqualTo(ExitCode.DONE);

    Path before = folder.resolve("before-update-" + schema.substring(1) + ".nenmong");
    Login owner;
    try (Workplace workplace = open(folder)) {
      owner = workplace.database().owner();
    }
    Path other = TestDatabase.newFolderWithPrograms();
    assertThat(run(other, owner.password(), "restore", before.toString()))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(run(other, "", "figures", "--organization=NATONG", "--year=2016"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualTo(figures);
  }

  @Test
  void anUpdateThatFailsLeavesTheFolderAsItWas() throws IOException, SQLException {
    Path folder = folderOf("V034");
    owner(folder, "create table person_key (in_the_way int primary key)");

    assertThat(run(folder, "", "doctor")).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString().lines().toList().getLast())
        .contains("vẫn như trước", "before-update-034.nenmong");
    assertThat(owner(folder, "select max(version) from flyway_schema_history")).isEqualTo("034");
    assertThat(owner(folder, "select to_regclass('second_factor')")).isNull();

    owner(folder, "drop table person_key");
    assertThat(run(folder, "", "doctor")).as(out + err.toString()).isEqualTo(ExitCode.DONE);
  }
}
