package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nenmong.BesideOthers;

/// An event of a file, on a data folder into which the demo's workbook was imported.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class ReorganizeCommandTest {

  private static final CommandsOnDemo COMMANDS = new CommandsOnDemo();

  @TempDir private Path files;

  /// A file in which two cells of Na Tông become one.
  private Path merger(String first, String second, String effective, String code, String name)
      throws IOException {
    return Files.writeString(
        files.resolve("event.json"),
        """
        {"kind": "merge", "effective": "%s",
         "decision": {"number": "1-QĐ/ĐU", "body": "Đảng ủy xã Na Tông", "day": "2016-12-30"},
         "units": ["NATONG/%s", "NATONG/%s"],
         "into": [{"code": "%s", "name": "%s", "kind": "cell"}]}
        """
            .formatted(effective, first, second, code, name));
  }

  /// What would be done is told with the names of who is freed, and is not done.
  @Test
  void aDryRunNamesWhoHoldsWhatAndDoesNothing() throws IOException {
    Path file = merger("CB01", "CB02", "2017-01-01", "CB90", "Chi bộ Chung");
    for (int time = 0; time < 2; time++) {
      assertThat(COMMANDS.run("reorganize", file.toString(), "--dry-run"))
          .as(COMMANDS.out() + COMMANDS.err())
          .isEqualTo(ExitCode.DONE);
      assertThat(COMMANDS.out())
          .containsPattern("Chức vụ: [^:\n]+: thôi Bí thư chi bộ, Chi bộ ")
          .contains("(29-QĐ/TW, Ban Chấp hành Trung ương; Văn bản gốc)")
          .contains("Chi bộ Chung", "Chạy thử: không có gì thay đổi.");
    }
  }

  @Test
  void theExampleRunsOnTheDemo() {
    assertThat(COMMANDS.run("reorganize", "docs/reorganize.cells.example.json", "--dry-run"))
        .as(COMMANDS.out() + COMMANDS.err())
        .isEqualTo(ExitCode.DONE);
    assertThat(COMMANDS.out()).contains("được chỉ định Bí thư chi bộ, Chi bộ Na Tông");
  }

  /// A cell that came later has no year of that time, but by the units of today those of both that
  /// it came of; and one that is no more is told by it.
  @Test
  void whatWasBeforeIsToldByTheUnitsOfToday() throws IOException {
    int before = members("NATONG/CB07") + members("NATONG/CB08");
    Path file = merger("CB07", "CB08", "2017-02-01", "CB91", "Chi bộ Gộp");
    assertThat(COMMANDS.run("reorganize", file.toString()))
        .as(COMMANDS.out() + COMMANDS.err())
        .isEqualTo(ExitCode.DONE);
    assertThat(COMMANDS.run("figures", "--organization", "NATONG/CB91", "--year", "2016"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(members("NATONG/CB91", "--units", "now")).isEqualTo(before);
    assertThat(members("NATONG/CB07", "--units", "now")).isEqualTo(before);
    assertThat(COMMANDS.out()).contains("\"organization\":\"NATONG/CB91\"");
    assertThat(members("NATONG/CB07", "--units", "then")).isLessThan(before);
    assertThat(
            COMMANDS.run(
                "indicators", "--organization", "NATONG", "--year", "2016", "--units", "now"))
        .isEqualTo(ExitCode.DONE);
    assertThat(COMMANDS.out()).contains("\"code\":\"KT01\"", "\"organization\":\"NATONG\"");
    String byToday = "Số liệu kể theo đơn vị hiện nay, gồm các đơn vị của thời điểm đó";
    assertThat(report("--units", "now")).contains(byToday);
    assertThat(report()).doesNotContain(byToday);
  }

  private String report(String... more) throws IOException {
    Path paper = files.resolve("report" + more.length + ".docx");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "report",
                "--organization=NATONG",
                "--year=2016",
                "--dated=2017-02-01",
                "--out=" + paper));
    arguments.addAll(List.of(more));
    assertThat(COMMANDS.run(arguments.toArray(String[]::new)))
        .as(COMMANDS.out() + COMMANDS.err())
        .isEqualTo(ExitCode.DONE);
    try (InputStream file = Files.newInputStream(paper);
        XWPFDocument document = new XWPFDocument(file);
        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      return words.getText();
    }
  }

  private static int members(String organization, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("figures", "--organization", organization, "--year", "2016"));
    arguments.addAll(List.of(more));
    assertThat(COMMANDS.run(arguments.toArray(String[]::new)))
        .as(COMMANDS.out() + COMMANDS.err())
        .isEqualTo(ExitCode.DONE);
    Matcher value =
        Pattern.compile("\"code\":\"members.total\".*?\"value\":(\\d+)").matcher(COMMANDS.out());
    assertThat(value.find()).as(COMMANDS.out()).isTrue();
    return Integer.parseInt(value.group(1));
  }
}
