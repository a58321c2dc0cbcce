package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// Figures and indicators from the command line, on a data folder into which the demo's workbook
/// was imported from the command line.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class FiguresCommandTest {

  private static final Path FOLDER = newFolder();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

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

  @BeforeAll
  static void importDemo() {
    var test = new FiguresCommandTest();
    assertThat(test.run("import", "src/main/resources/demo/na-tong-2016.xlsx"))
        .as(test.err.toString())
        .isEqualTo(ExitCode.DONE);
  }

  private int run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--data=" + FOLDER;
    return Commands.run(
        Application.class, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  @Test
  void figuresPrintsNothingButTheirJson() {
    assertThat(run("figures", "--organization", "NATONG", "--year", "2016"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .startsWith(
            """
            [{"code":"members.total","name":"Tổng số đảng viên","value":112,"unit":"members",\
            "organization":"NATONG","period":"2016"},\
            """)
        .contains("\"value\":66.0,")
        .endsWith("]" + System.lineSeparator());
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void indicatorsPrintsNothingButTheirJson() {
    assertThat(run("indicators", "--organization", "NATONG", "--year", "2016"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("[{\"code\":\"KT01\"").contains("\"growth\":4.5");
  }

  @Test
  void aDayOrASpanCanBeAskedFor() {
    assertThat(run("figures", "--organization", "NATONG/CB06", "--on", "2016-06-30"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("\"period\":\"2016-01-01/2016-06-30\"");
    assertThat(run("figures", "--organization=NATONG", "--from=2016-07-01", "--to=2016-12-31"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void anUnknownOrganizationIsRefused() {
    assertThat(run("figures", "--organization", "NOWHERE", "--year", "2016"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("NOWHERE");
  }

  @Test
  void aPeriodThatIsNoneIsRefused() {
    for (String[] period :
        new String[][] {
          {"--year", "abc"},
          {"--year", "99999"},
          {"--on", "2016-02-31"},
          {"--from", "2016-01-01"},
          {"--from", "2016-05-01", "--to", "2016-01-01"},
          {"--year", "2016", "--on", "2016-06-30"},
          {"--term", "2015-2020"},
          {"--year", "2016", "--term", "2015-2020"},
        }) {
      String[] all = new String[3 + period.length];
      all[0] = "figures";
      all[1] = "--organization";
      all[2] = "NATONG";
      System.arraycopy(period, 0, all, 3, period.length);
      assertThat(run(all)).as(String.join(" ", period)).isEqualTo(ExitCode.REFUSED);
    }
    assertThat(out.toString()).isEmpty();
  }
}
