package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.nenmong.BesideOthers;

/// Figures and indicators from the command line, on a data folder into which the demo's workbook
/// was imported from the command line.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class FiguresCommandTest {

  private static final CommandsOnDemo COMMANDS = new CommandsOnDemo();

  @Test
  void figuresPrintsNothingButTheirJson() {
    assertThat(COMMANDS.run("figures", "--organization", "NATONG", "--year", "2016"))
        .isEqualTo(ExitCode.DONE);
    assertThat(COMMANDS.out())
        .startsWith(
            """
            [{"code":"members.total","name":"Tổng số đảng viên","value":112,"unit":"members",\
            "organization":"NATONG","period":"2016"},\
            """)
        .contains("\"value\":66.0,")
        .endsWith("]" + System.lineSeparator());
    assertThat(COMMANDS.out().lines()).hasSize(1);
  }

  @Test
  void indicatorsPrintsNothingButTheirJson() {
    assertThat(COMMANDS.run("indicators", "--organization", "NATONG", "--year", "2016"))
        .isEqualTo(ExitCode.DONE);
    assertThat(COMMANDS.out()).startsWith("[{\"code\":\"KT01\"").contains("\"growth\":4.5");
  }

  @Test
  void aDayOrASpanCanBeAskedFor() {
    assertThat(COMMANDS.run("figures", "--organization", "NATONG/CB06", "--on", "2016-06-30"))
        .isEqualTo(ExitCode.DONE);
    assertThat(COMMANDS.out()).contains("\"period\":\"2016-01-01/2016-06-30\"");
    assertThat(
            COMMANDS.run(
                "figures", "--organization=NATONG", "--from=2016-07-01", "--to=2016-12-31"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void anUnknownOrganizationIsRefused() {
    assertThat(COMMANDS.run("figures", "--organization", "NOWHERE", "--year", "2016"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(COMMANDS.out()).isEmpty();
    assertThat(COMMANDS.err().lines()).hasSize(1);
    assertThat(COMMANDS.err()).contains("NOWHERE");
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
      assertThat(COMMANDS.run(all)).as(String.join(" ", period)).isEqualTo(ExitCode.REFUSED);
      assertThat(COMMANDS.out()).isEmpty();
    }
  }
}
