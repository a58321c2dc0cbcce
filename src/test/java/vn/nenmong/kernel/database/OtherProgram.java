package vn.nenmong.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.nenmong.TestDatabase;

/// A second process that uses a data folder until its input ends.
final class OtherProgram {

  private OtherProgram() {}

  public static void main(String[] arguments) throws IOException {
    try (var _ =
        EmbeddedCluster.start(DataFolder.open(Path.of(arguments[0]), TestDatabase.programs()))) {
      System.out.println("ready");
      System.in.read();
    }
  }

  /// Returns when it has the database.
  static Process using(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProgram.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line;
    do {
      line = process.inputReader().readLine();
    } while (line != null && !line.equals("ready"));
    assertEquals("ready", line);
    return process;
  }

  static void end(Process process) throws IOException, InterruptedException {
    process.outputWriter().close();
    assertEquals(0, process.waitFor());
  }
}
