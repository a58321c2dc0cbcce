package vn.nenmong.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.time.Today;

/// Takes the backup of the day and removes those that the plan has no more use for. A stick that is
/// not there is waited for.
@Component
class BackUpDaily {

  private static final Logger LOG = LoggerFactory.getLogger(BackUpDaily.class);
  private static final int PAUSE_MILLIS = 600_000;
  private static final int FIRST_MILLIS = 60_000;

  private final DataFolder folder;
  private final OwnersDatabase database;
  private final BackupRunRepository runs;
  private final MessageSource messages;
  private final Today today;

  BackUpDaily(
      DataFolder folder,
      OwnersDatabase database,
      BackupRunRepository runs,
      MessageSource messages,
      Today today) {
    this.folder = folder;
    this.database = database;
    this.runs = runs;
    this.messages = messages;
    this.today = today;
  }

  @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = PAUSE_MILLIS)
  void run() {
    BackupPlan.of(folder)
        .filter(plan -> !Files.exists(plan.file(today.realDate())))
        .ifPresent(this::take);
  }

  private void take(BackupPlan plan) {
    Path file = plan.file(today.realDate());
    Instant now = today.now();
    try {
      if (!Files.isDirectory(plan.target())) {
        throw new Refused("archive.noFolder", plan.target());
      }
      WriteArchive.run(database, file, plan.passphrase(), now, null);
      runs.good(now, file.toString(), Files.size(file));
      remove(plan);
    } catch (Refused e) {
      runs.failed(
          now, file.toString(), messages.getMessage(e.code(), e.arguments(), Locale.of("vi")));
    } catch (IOException | RuntimeException e) {
      LOG.error("The daily backup failed", e);
      runs.failed(now, file.toString(), e.toString());
    }
  }

  private void remove(BackupPlan plan) throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(plan.target())) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    for (String outdated : plan.outdated(names, today.realDate())) {
      Files.delete(plan.target().resolve(outdated));
    }
  }
}
