package vn.nenmong.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nenmong.archive.RestoreArchive;
import vn.nenmong.archive.TakeIn;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.DataFolder;

/// Brings an archive into an empty data folder, or that of one commune into one that has others.
@Command(name = "restore")
final class Restore implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PassphraseOption passphrase = new PassphraseOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  @Option(names = "--into", descriptionKey = "into")
  private boolean into;

  @Option(names = "--under", paramLabel = "CODE", descriptionKey = "under")
  private @Nullable String under;

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      throw new Refused("archive.unreadable", file);
    }
    String secret = passphrase.read(data);
    RestoreArchive.Restored restored = into ? takeIn(secret) : restore(secret);
    data.print(
        data.messages().text("command.restore.done", file, restored.rows(), restored.moment()));
    return ExitCode.DONE;
  }

  /// A database that was made for it goes again where it fails.
  private RestoreArchive.Restored restore(String secret) {
    DataFolder folder = data.folder();
    boolean fresh = !folder.hasDatabase();
    try (Workplace workplace = data.open()) {
      return RestoreArchive.run(workplace.database(), file, secret);
    } catch (RuntimeException e) {
      boolean full = folder.isFull();
      if (fresh) {
        folder.removeDatabase();
      }
      throw full ? new Refused("command.restore.full", folder.path()) : e;
    }
  }

  private RestoreArchive.Restored takeIn(String secret) {
    return data.take(context ->
        ThrowAway.use(
            data, throwAway -> context.getBean(TakeIn.class).run(throwAway, file, secret, under)));
  }
}
