package vn.nenmong.kernel.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import vn.nenmong.kernel.Refused;

/// Files and folders for the owner alone, whole or not at all.
final class PrivateFiles {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (POSIX) {
      FileAttribute<?> owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(folder, owner);
    } else {
      Files.createDirectories(folder);
    }
  }

  static boolean isRoot() {
    return POSIX && new UnixSystem().getUid() == 0;
  }

  /// PostgreSQL reads only what belongs to the user it runs as.
  ///
  /// @param folder the data folder, which the refusal names
  /// @param part what must be ours
  static void checkOwner(Path folder, Path part) throws IOException {
    if (!POSIX) {
      return;
    }
    int owner = (int) Files.getAttribute(part, "unix:uid");
    if (owner != new UnixSystem().getUid()) {
      throw new Refused("folder.other-owner", folder, Files.getOwner(part).getName());
    }
  }

  /// @return no entries when there is no such file
  static Properties read(Path file) throws IOException {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  static void write(Path file, Properties properties) throws IOException {
    Path parent = file.toAbsolutePath().resolveSibling("");
    Path temporary = Files.createTempFile(parent, "properties", ".tmp");
    try (Writer writer = Files.newBufferedWriter(temporary)) {
      properties.store(writer, null);
    }
    sync(temporary);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(parent);
  }

  /// Makes sure that what was written, or renamed in a folder, is still there after a power cut.
  static void sync(Path path) throws IOException {
    if (POSIX || !Files.isDirectory(path)) {
      try (FileChannel channel = FileChannel.open(path)) {
        channel.force(true);
      }
    }
  }

  /// As far as it goes: what is left is in nobody's way.
  static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // someone is still at work in it
    }
  }
}
