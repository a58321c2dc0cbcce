package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// Someone who has the data folder, and so the database's owner, takes lines of the trail away; and
/// what `doctor` says of it.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class TamperedTrailTest {

  private static final Path FOLDER = TestDatabase.newFolderWithPrograms();
  private static final Path HEADS = TestDatabase.newFolder().resolve("heads");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + FOLDER);
    return Commands.run(
        Application.class,
        Map.of(),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        all.toArray(String[]::new));
  }

  private static String owner(String sql) throws SQLException {
    try (Workplace workplace = Workplace.open(FOLDER, new Settings(Map.of()), _ -> {});
        Connection connection =
            DriverManager.getConnection(
                workplace.database().url(),
                workplace.database().owner().user(),
                workplace.database().owner().password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  @Test
  void aTailThatIsGoneShowsAgainstAHeadAndALineFromTheMiddleAlways() throws SQLException {
    for (String name : List.of("nguoi-mot", "nguoi-hai", "nguoi-ba")) {
      assertThat(run("invite", name)).as(err.toString()).isEqualTo(ExitCode.DONE);
    }
    assertThat(run("doctor", "--save-head", HEADS.toString())).isEqualTo(ExitCode.DONE);
    assertThat(run("doctor", "--head", HEADS.toString())).isEqualTo(ExitCode.DONE);

    owner(
        """
        with tail as (
          delete from audit_seal
          where (chain, number) in (select chain, max(number) from audit_seal group by chain)
          returning line_id)
        delete from audit_line where id in (select line_id from tail) returning id
        """);
    assertThat(run("doctor")).as(out.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("--head");
    assertThat(run("doctor", "--head", HEADS.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("trail.heads: mốc niêm phong");

    String middle =
        owner(
            """
            delete from audit_line where id = (
              select line_id from audit_seal
              where number = (select max(number) / 2 from audit_seal) limit 1)
            returning id
            """);
    assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("dòng nhật ký " + middle + " của", "đã bị xóa");
  }
}
