package vn.nenmong.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.nenmong.archive.RestoreArchive;
import vn.nenmong.kernel.Refused;

/// Brings an archive into an empty data folder.
@Command(name = "restore")
final class Restore implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PassphraseOption passphrase = new PassphraseOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      throw new Refused("archive.unreadable", file);
    }
    String secret = passphrase.read(data);
    try (Workplace workplace = data.open()) {
      RestoreArchive.Restored restored = RestoreArchive.run(workplace.database(), file, secret);
      data.print(
          data.messages().text("command.restore.done", file, restored.rows(), restored.moment()));
      return ExitCode.DONE;
    }
  }
}
