package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import vn.nenmong.Application;
import vn.nenmong.TestDatabase;

/// Commands within this process, on a data folder of its own into which the demo's workbook was
/// imported by a command.
final class CommandsOnDemo {

  private final Path folder = newFolder();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  CommandsOnDemo() {
    assertThat(run("import", "src/main/resources/demo/na-tong-2016.xlsx"))
        .as(err())
        .isEqualTo(ExitCode.DONE);
  }

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

  /// @return how it ended; what it said is that of this command alone
  int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--data=" + folder;
    return Commands.run(
        Application.class, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
