package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nenmong.BesideOthers;

/// An event of a file, on a data folder into which the demo's workbook was imported.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class ReorganizeCommandTest {

  private static final CommandsOnDemo COMMANDS = new CommandsOnDemo();

  @TempDir private Path files;

  /// What would be done is told with the names of who is freed, and is not done.
  @Test
  void aDryRunNamesWhoHoldsWhatAndDoesNothing() throws IOException {
    Path file =
        Files.writeString(
            files.resolve("event.json"),
            """
            {"kind": "merge", "effective": "2017-01-01",
             "decision": {"number": "1-QĐ/ĐU", "body": "Đảng ủy xã Na Tông", "day": "2016-12-30"},
             "units": ["NATONG/CB01", "NATONG/CB02"],
             "into": [{"code": "CB90", "name": "Chi bộ Chung", "kind": "cell"}]}
            """);
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
}
