package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestDatabase;

/// How `./nenmong` and `./check` find a JDK 25, with made-up JDKs.
class LauncherTest {

  private static final Path SCRIPT = Path.of("bin/jdk").toAbsolutePath();

  private final Path folder = TestDatabase.newFolder().toAbsolutePath();

  private record Answer(int code, String out, String err) {}

  /// Sources the script with a path that has only the programs of a bare system, and no others.
  private Answer find(String javaHome, Path... jdks) throws Exception {
    Process process =
        process(
            javaHome,
            String.join(File.pathSeparator, List.of(jdks).stream().map(Path::toString).toList()),
            ". '" + SCRIPT + "'; echo \"$JAVA_HOME\"");
    String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    String err =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Answer(process.waitFor(), out, err);
  }

  private Process process(String javaHome, String folders, String script) throws IOException {
    var builder = new ProcessBuilder("/bin/bash", "-euc", script);
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("PATH", folder.resolve("path") + ":" + bareSystem());
    builder.environment().put("JAVA_HOME", javaHome);
    builder.environment().put("NENMONG_JDK_FOLDERS", folders);
    return builder.start();
  }

  /// The system's programs but for its Java and Maven.
  private String bareSystem() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : List.of("grep", "readlink", "dirname", "locale")) {
      for (String system : List.of("/usr/bin/", "/bin/")) {
        if (Files.exists(Path.of(system + program)) && !Files.exists(bin.resolve(program))) {
          Files.createSymbolicLink(bin.resolve(program), Path.of(system + program));
        }
      }
    }
    return bin.toString();
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(jdk.resolve("bin"));
    for (String program : List.of("java", "javac")) {
      Path file = Files.createFile(jdk.resolve("bin").resolve(program));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  @Test
  void takesTheOneThatIsSet() throws Exception {
    Path set = jdk("set here", "25.0.3");
    assertThat(find(set.toString())).isEqualTo(new Answer(0, set.toString(), ""));
  }

  @Test
  void takesTheOneOnThePath() throws Exception {
    Path found = jdk("found", "25");
    Files.createDirectories(folder.resolve("path"));
    Files.createSymbolicLink(folder.resolve("path/java"), found.resolve("bin/java"));
    assertThat(find("").out()).isEqualTo(found.toString());
  }

  @Test
  void passesByAnOlderOneThatIsSetAndOnThePath() throws Exception {
    Path old = jdk("old/jdk-17", "17.0.15");
    Files.createDirectories(folder.resolve("path"));
    Files.createSymbolicLink(folder.resolve("path/java"), old.resolve("bin/java"));
    jdk("many jdks/jdk-21", "21.0.1");
    Path right = jdk("many jdks/jdk-25", "25.0.1");

    assertThat(find(old.toString(), folder.resolve("old"), folder.resolve("many jdks")))
        .isEqualTo(new Answer(0, right.toString(), ""));
  }

  @Test
  void saysInOneLineWhatToInstallWhereThereIsNone() throws Exception {
    jdk("jdks/jdk-26", "26");
    Answer answer = find("", folder.resolve("jdks"));
    assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().lines()).singleElement().asString().contains("JDK 25");
  }

  @Test
  void saysInOneLineThatMavenIsMissing() throws Exception {
    Path jdk = jdk("jdk", "25");
    Process process = process(jdk.toString(), "", ". '" + SCRIPT + "'; need_maven");
    assertThat(process.waitFor()).isEqualTo(ExitCode.REFUSED);
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("Maven");
  }
}
