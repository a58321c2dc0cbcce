package vn.nenmong.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nenmong.archive.RestoreArchive;
import vn.nenmong.archive.WriteArchive;
import vn.nenmong.kernel.time.Today;

/// Writes all of a data folder into one file, or tries whether such a file can be restored.
@Command(name = "backup")
final class Backup implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PassphraseOption passphrase = new PassphraseOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  @Option(names = "--verify", descriptionKey = "verify")
  private boolean verify;

  @Override
  public Integer call() throws IOException {
    String secret = passphrase.read(data);
    if (verify) {
      return verify(secret);
    }
    try (Workplace workplace = data.open()) {
      long rows =
          WriteArchive.run(
              workplace.database(), file.toAbsolutePath(), secret, Today.ofThisMachine(null).now());
      data.print(data.messages().text("command.backup.done", file, rows, Files.size(file)));
      return ExitCode.DONE;
    }
  }

  private int verify(String secret) throws IOException {
    Path throwAway = Files.createTempDirectory("nenmong-verify");
    try (Workplace workplace =
        Workplace.open(throwAway, data.nenMong().settings().withoutDatabase(), _ -> {})) {
      List<String> different = RestoreArchive.differences(workplace.database(), file, secret);
      different.forEach(
          table -> data.print(data.messages().text("command.backup.different", table)));
      if (different.isEmpty()) {
        data.print(data.messages().text("command.backup.well", file));
      }
      return different.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    } finally {
      remove(throwAway);
    }
  }

  private static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes is) throws IOException {
            Files.delete(path);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, IOException e) throws IOException {
            Files.delete(path);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
