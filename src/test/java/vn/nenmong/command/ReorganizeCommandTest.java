package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// An event of a file, on a data folder into which the demo's workbook was imported.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class ReorganizeCommandTest {

  private static final Path FOLDER = newFolder();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path files;

  private static Path newFolder() {
    TestDatabase.create();
    Path folder = TestDatabase.newFolder();
    try (var programs = Files.list(TestDatabase.programs())) {
      for (Path program : programs.toList()) {
        Files.createSymbolicLink(folder.resolve(program.getFileName()), program.toAbsolutePath());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return folder;
  }

  @BeforeAll
  static void importDemo() {
    var test = new ReorganizeCommandTest();
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
      out.getBuffer().setLength(0);
      assertThat(run("reorganize", file.toString(), "--dry-run"))
          .as(out.toString() + err)
          .isEqualTo(ExitCode.DONE);
      assertThat(out.toString())
          .containsPattern("Chức vụ: [^:\n]+: thôi Bí thư chi bộ, Chi bộ ")
          .contains("(29-QĐ/TW, Ban Chấp hành Trung ương; Văn bản gốc)")
          .contains("Chi bộ Chung", "Chạy thử: không có gì thay đổi.");
    }
  }

  @Test
  void theExampleRunsOnTheDemo() {
    assertThat(run("reorganize", "docs/reorganize.cells.example.json", "--dry-run"))
        .as(out.toString() + err)
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("được chỉ định Bí thư chi bộ, Chi bộ Na Tông");
  }
}
