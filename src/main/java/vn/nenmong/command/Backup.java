package vn.nenmong.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nenmong.archive.BackupPlan;
import vn.nenmong.archive.BackupRunRepository;
import vn.nenmong.archive.RestoreArchive;
import vn.nenmong.archive.WriteArchive;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.time.Today;

/// Writes all of a data folder into one file, or tries whether such a file can be restored.
@Command(name = "backup")
final class Backup implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PassphraseOption passphrase = new PassphraseOption();

  @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
  private @Nullable Path file;

  @Option(names = "--daily", paramLabel = "DIR|off", descriptionKey = "daily")
  private @Nullable String daily;

  @Option(names = "--keep", paramLabel = "N", defaultValue = "14", descriptionKey = "keep")
  private int keep;

  @Option(names = "--organization", paramLabel = "CODE", descriptionKey = "organization")
  private @Nullable String organization;

  @Option(names = "--verify", descriptionKey = "verify")
  private boolean verify;

  @Override
  public Integer call() throws IOException {
    if (daily != null) {
      return plan(daily);
    }
    if (file == null) {
      throw new Refused("command.backup.noFile");
    }
    String secret = passphrase.read(data);
    return verify ? verify(file, secret) : write(file.toAbsolutePath(), secret);
  }

  private int plan(String target) {
    DataFolder folder = data.folder();
    if (target.equals("off")) {
      BackupPlan.end(folder);
      data.print(data.messages().text("command.backup.daily.off"));
      return ExitCode.DONE;
    }
    Path absolute = Path.of(target).toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw new Refused("archive.noFolder", absolute);
    }
    if (keep < 1) {
      throw new Refused("setting.wrong", "--keep", keep);
    }
    new BackupPlan(absolute, keep, passphrase.read(data)).keepIn(folder);
    data.print(data.messages().text("command.backup.daily.on", absolute, keep));
    return ExitCode.DONE;
  }

  private int write(Path target, String secret) throws IOException {
    try (Workplace workplace = data.open()) {
      Instant now = Today.ofThisMachine(null).now();
      long rows = WriteArchive.run(workplace.database(), target, secret, now, organization);
      long bytes = Files.size(target);
      BackupRunRepository runs = BackupRunRepository.of(workplace.database());
      if (organization == null && runs.isThere()) {
        runs.good(now, target.toString(), bytes);
      }
      data.print(data.messages().text("command.backup.done", target, rows, bytes));
      return ExitCode.DONE;
    }
  }

  private int verify(Path archive, String secret) {
    return ThrowAway.use(
        data,
        database -> {
          List<String> different = RestoreArchive.differences(database, archive, secret);
          different.forEach(
              table -> data.print(data.messages().text("command.backup.different", table)));
          if (different.isEmpty()) {
            data.print(data.messages().text("command.backup.well", archive));
          }
          return different.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        });
  }
}
