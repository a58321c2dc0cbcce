package vn.nenmong.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.workbook.mapping.Mapping;
import vn.nenmong.workbook.reading.Limits;
import vn.nenmong.workbook.reading.RejectedRows;
import vn.nenmong.workbook.reading.Wording;
import vn.nenmong.workbook.reading.Workbook;
import vn.nenmong.workbook.reading.WorkbookReader;

/// Imports a workbook that lies in a file: reads it, compares it and writes it.
@Component
public class ImportFile {

  /// What is wanted of a file.
  ///
  /// @param preview whether nothing is to be written
  /// @param skipBadRows whether rows with problems are left out instead of refusing the file
  /// @param maxRows rows that the file may have at most in all its sheets
  public record Wish(boolean preview, boolean skipBadRows, int maxRows, Answers answers) {

    public static final Wish PLAIN = new Wish(false, false, Limits.DEFAULT.rows(), Answers.NONE);
  }

  private final ImportWorkbook imports;
  private final DemoPlacesRepository places;
  private final MessageSource messages;

  ImportFile(ImportWorkbook imports, DemoPlacesRepository places, MessageSource messages) {
    this.imports = imports;
    this.places = places;
    this.messages = messages;
  }

  /// @param name of the file as the user knows it
  /// @throws vn.nenmong.kernel.Refused where the file can't be read as a workbook at all
  public ImportResult run(Viewer viewer, Path file, String name, Wish wish) {
    return run(viewer, file, name, wish, percent -> {});
  }

  ImportResult run(Viewer viewer, Path file, String name, Wish wish, IntConsumer progress) {
    return run(viewer, file, null, name, wish, progress);
  }

  /// @param mapping how a list of an office's own is read, or null for a workbook
  ImportResult run(
      Viewer viewer,
      Path file,
      @Nullable Mapping mapping,
      String name,
      Wish wish,
      IntConsumer progress) {
    Limits limits = new Limits(Limits.DEFAULT.bytes(), wish.maxRows());
    Wording wording = ImportWorkbook.wording(messages, Vietnamese.LOCALE);
    Workbook workbook =
        mapping == null
            ? new WorkbookReader(limits, wording).read(file)
            : ReadList.workbook(file, mapping, limits, wording);
    ImportWorkbook.Request request =
        new ImportWorkbook.Request(
            workbook, mapping, name, sha256(file), wish.skipBadRows(), wish.answers());
    return wish.preview()
        ? imports.preview(viewer, request)
        : imports.run(viewer, request, progress);
  }

  /// Writes the rows that have problems into a workbook in the layout of the file, with reasons.
  public void writeRejected(Path file, ImportResult result, int maxRows, Path to)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      RejectedRows.write(
          file,
          new Limits(Limits.DEFAULT.bytes(), maxRows),
          result.communeCode(),
          result.allProblems(),
          messages.getMessage("workbook.import.reason", null, Vietnamese.LOCALE),
          out);
    }
  }

  /// Loads the made-up commune of the demo, and where its villages lie.
  @Transactional
  public ImportResult loadDemo() {
    ImportResult result = loadPacked("na-tong-2016.xlsx");
    if (result.newCommune() && result.commune() != null) {
      places.fill(result.commune());
    }
    return result;
  }

  /// Loads a made-up commune that is packed with the program.
  ImportResult loadPacked(String name) {
    try {
      Path file = Files.createTempFile("demo", ".xlsx");
      try (InputStream packed = new ClassPathResource("demo/" + name).getInputStream()) {
        Files.copy(packed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return run(Viewer.COMMAND_LINE, file, name, Wish.PLAIN);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
