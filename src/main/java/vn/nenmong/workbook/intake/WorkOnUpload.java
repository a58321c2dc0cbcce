package vn.nenmong.workbook.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.workbook.intake.ImportFile.Wish;
import vn.nenmong.workbook.intake.ImportResult.Outcome;
import vn.nenmong.workbook.reading.Limits;

/// Reads and writes an uploaded file beside the requests; how far it is stands in the database, so
/// that any page of any instance can tell.
@Component
class WorkOnUpload {

  private static final Logger LOG = LoggerFactory.getLogger(WorkOnUpload.class);

  private final UploadRepository uploads;
  private final ImportFile imports;
  private final ReadList lists;
  private final MessageSource messages;
  private final Today today;
  private final TimeOrderedIds ids;
  private final JsonMapper json = JsonMapper.builder().build();

  WorkOnUpload(
      UploadRepository uploads,
      ImportFile imports,
      ReadList lists,
      MessageSource messages,
      Today today) {
    this.uploads = uploads;
    this.imports = imports;
    this.lists = lists;
    this.messages = messages;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  /// Keeps the file and begins to read it.
  UUID receive(Viewer viewer, String fileName, byte[] content) {
    UUID id = ids.next();
    uploads.insert(id, viewer.account(), fileName, sha256(content), content, today.now());
    start(viewer, id, new Wish(true, false, Limits.DEFAULT.rows(), Answers.NONE));
    return id;
  }

  /// Begins to read it once more; nothing where someone works on it.
  void readAgain(Viewer viewer, UUID id) {
    if (uploads.begin(id, viewer.account(), "reading", today.now())) {
      start(viewer, id, new Wish(true, false, Limits.DEFAULT.rows(), Answers.NONE));
    }
  }

  /// Begins to write it; nothing where someone works on it.
  void confirm(Viewer viewer, UUID id, boolean skipBadRows, Answers answers) {
    if (uploads.begin(id, viewer.account(), "writing", today.now())) {
      start(viewer, id, new Wish(false, skipBadRows, Limits.DEFAULT.rows(), answers));
    }
  }

  private void start(Viewer viewer, UUID id, Wish wish) {
    Thread.ofVirtual().name("import-" + id).start(Fence.carriedBy(() -> work(viewer, id, wish)));
  }

  private void work(Viewer viewer, UUID id, Wish wish) {
    try {
      Upload upload = uploads.find(id, viewer.account()).orElseThrow();
      Optional<byte[]> content = uploads.content(id, viewer.account());
      ImportResult result =
          with(
              content.orElseThrow(),
              file ->
                  imports.run(
                      viewer,
                      file,
                      lists.ofUpload(viewer, id),
                      upload.fileName(),
                      wish,
                      progress(id)));
      boolean done = result.outcome() == Outcome.DONE;
      uploads.finish(
          id,
          done ? "done" : "read",
          json.writeValueAsString(result),
          null,
          !result.problems().isEmpty(),
          today.now());
    } catch (Refused refused) {
      fail(id, refused.code(), refused.arguments());
    } catch (RuntimeException | IOException e) {
      LOG.error("An import failed", e);
      fail(id, "workbook.import.failed");
    }
  }

  private void fail(UUID id, String code, Object... arguments) {
    uploads.finish(
        id,
        "failed",
        null,
        messages.getMessage(code, arguments, Vietnamese.LOCALE),
        true,
        today.now());
  }

  /// Tells it every few per cent, outside the transaction of the import.
  private IntConsumer progress(UUID id) {
    int[] told = {0};
    return percent -> {
      if (percent >= told[0] + 4) {
        told[0] = percent;
        Thread teller =
            Thread.ofVirtual()
                .start(Fence.carriedBy(() -> uploads.progress(id, percent, today.now())));
        try {
          teller.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  /// What is done with the file while it lies on the disk.
  interface Use<T> {
    T of(Path file) throws IOException;
  }

  static <T> T with(byte[] content, Use<T> use) throws IOException {
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(file, content);
      return use.of(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  ImportResult result(Upload upload) {
    if (upload.result() == null) {
      throw new UncheckedIOException(new IOException("not read yet"));
    }
    return json.readValue(upload.result(), ImportResult.class);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
