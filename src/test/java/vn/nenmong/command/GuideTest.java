package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// The commands of the guides, one after the other as they stand, in the folder of an office.
@BesideOthers(BesideOthers.Lane.PROGRAMS)
class GuideTest {

  private static final Path GUIDES = Path.of("docs/huong-dan").toAbsolutePath();
  private static final Path WORKBOOK =
      Path.of("src/main/resources/demo/na-tong-2016.xlsx").toAbsolutePath();
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\(([^)]+)\\)");

  private final Path office = TestDatabase.newFolder().toAbsolutePath();
  private final Path server = TestDatabase.newFolder().toAbsolutePath();

  @BeforeEach
  void unpack() throws IOException {
    for (Path folder : List.of(office, server)) {
      unpack(folder);
    }
  }

  /// What the package has for it: the same program, started otherwise.
  private static void unpack(Path folder) throws IOException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("nen-mong");
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec '%s' -Xmx256m -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                absolute(System.getProperty("java.class.path")),
                Application.class.getName()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(folder.resolve("media/usb"));
  }

  private static String absolute(String classPath) {
    return String.join(
        ":",
        Stream.of(classPath.split(":"))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .toList());
  }

  /// Those in blocks of no language; others are for a machine of one's own.
  private static List<String> commands(String guide) throws IOException {
    List<String> commands = new ArrayList<>();
    String block = null;
    for (String line : Files.readAllLines(GUIDES.resolve(guide))) {
      if (line.startsWith("```")) {
        block = block == null ? line : null;
      } else if ("```".equals(block)) {
        commands.add(line);
      }
    }
    return commands;
  }

  @Test
  void anOfficeDoesWhatIsWrittenAndAServerTakesItIn() throws Exception {
    List<String> done = new ArrayList<>();
    for (String command : commands("README.md")) {
      if (command.contains(" backup ") && done.stream().noneMatch(c -> c.contains("backup"))) {
        // What is done on pages up to there.
        run(office, "bin/nen-mong import " + WORKBOOK);
      }
      run(office, command);
      done.add(command.replaceAll("^bin/nen-mong ([a-z]+).*", "$1"));
    }
    assertThat(done).contains("demo", "serve", "invite", "backup", "restore", "doctor");

    Files.copy(office.resolve("na-tong.nenmong"), server.resolve("na-tong.nenmong"));
    for (String command : commands("may-chu.md")) {
      run(server, command);
    }
    assertThat(run(server, "bin/nen-mong figures --organization NATONG --year 2016"))
        .isEqualTo(run(office, "bin/nen-mong figures --organization NATONG --year 2016"));
  }

  @Test
  void everyPictureIsThere() throws IOException {
    for (String guide : List.of("README.md", "may-chu.md")) {
      List<String> pictures =
          PICTURE
              .matcher(Files.readString(GUIDES.resolve(guide)))
              .results()
              .map(picture -> picture.group(1))
              .toList();
      assertThat(pictures).isNotEmpty();
      assertThat(pictures).allSatisfy(name -> assertThat(GUIDES.resolve(name)).exists());
    }
  }

  /// Runs a line in a shell; a server until it says where it is.
  ///
  /// @return what it printed
  private String run(Path folder, String line) throws Exception {
    String here = line.replace("/media/usb", "media/usb").replace("/mnt/sao-luu", "media/usb");
    var builder = new ProcessBuilder("/bin/sh", "-c", "exec " + here).directory(folder.toFile());
    builder.environment().put("NENMONG_DATA", folder.resolve("data").toString());
    builder.environment().put("NENMONG_PORT", "0");
    builder.environment().put("NENMONG_BROWSER", "true");
    builder.environment().put("NENMONG_PASSPHRASE", "mười hai chữ trở lên");
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> printed = new ArrayList<>();
      boolean serves = line.matches("bin/nen-mong (serve|demo).*");
      for (String next = out.readLine(); next != null; next = out.readLine()) {
        printed.add(next);
        if (serves && next.contains("http://localhost")) {
          process.toHandle().destroy();
        }
      }
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(line).isTrue();
      assertThat(process.exitValue())
          .as("%s: %s", line, Files.readString(folder.resolve("err")))
          .isEqualTo(serves ? 143 : 0);
      return String.join("\n", printed);
    } finally {
      process.destroyForcibly();
    }
  }
}
