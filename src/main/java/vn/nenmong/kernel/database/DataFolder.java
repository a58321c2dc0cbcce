package vn.nenmong.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import vn.nenmong.kernel.Refused;

/// The folder in which everything of one installation lies: database, logs, settings, locks.
public final class DataFolder {

  /// Bytes: two segments of PostgreSQL's log.
  private static final long ROOM_NEEDED = 32L << 20;

  private final Path path;
  private final Path programs;

  private DataFolder(Path path, Path programs) {
    this.path = path;
    this.programs = programs;
  }

  /// Opens a folder, or makes it, for the owner alone.
  ///
  /// @throws Refused when it can't be written to
  public static DataFolder open(Path path) {
    return open(path, path);
  }

  /// Opens a folder, or makes it, with the programs elsewhere.
  ///
  /// @param programs where the programs of PostgreSQL are unpacked, when not in the folder itself
  public static DataFolder open(Path path, Path programs) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      PrivateFiles.createFolder(absolute);
      Files.delete(Files.createTempFile(absolute, "write", ".tmp"));
      PrivateFiles.createFolder(absolute.resolve("lock"));
      PrivateFiles.createFolder(absolute.resolve("log"));
      PrivateFiles.checkOwner(absolute, absolute.resolve("lock"));
    } catch (FileAlreadyExistsException e) {
      throw new Refused("folder.not-a-folder", absolute);
    } catch (IOException e) {
      throw new Refused("folder.not-writable", absolute);
    }
    return new DataFolder(absolute, programs.toAbsolutePath());
  }

  public Path path() {
    return path;
  }

  public Path log() {
    return path.resolve("log");
  }

  /// Whether a database was made in it.
  public boolean hasDatabase() {
    return Files.isDirectory(cluster());
  }

  Path cluster() {
    return path.resolve("cluster");
  }

  Path programs() {
    return programs;
  }

  Path lock(String name) {
    return path.resolve("lock").resolve(name);
  }

  /// Takes the folder for the one process that answers on a port.
  ///
  /// @return to be closed when it no longer does
  /// @throws Refused when another one does
  public AutoCloseable serve() {
    try {
      Optional<FolderLock> lock = FolderLock.tryExclusive(lock("serve"));
      return lock.orElseThrow(() -> new Refused("folder.served", path));
    } catch (IOException e) {
      throw new Refused("folder.not-writable", path);
    }
  }

  /// Whether a process answers on a port from this folder.
  public boolean isServed() {
    try (AutoCloseable _ = serve()) {
      return false;
    } catch (Refused e) {
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether so little room is left on its disk that a database can't go on.
  public boolean isFull() {
    try {
      return Files.getFileStore(path).getUsableSpace() < ROOM_NEEDED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes a database that nobody uses, with its passwords; what else is in the folder stays.
  public void removeDatabase() {
    try {
      PrivateFiles.deleteTree(cluster());
      Files.deleteIfExists(path.resolve("database.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the people in it are made up.
  public boolean isDemo() {
    return Boolean.parseBoolean(properties("folder").getProperty("demo"));
  }

  /// Which made-up communes a demo has; empty for the usual one.
  public String scenario() {
    return properties("folder").getProperty("scenario", "");
  }

  /// Says for good that the people in it are made up.
  public void becomeDemo(String scenario) {
    Properties properties = properties("folder");
    properties.setProperty("demo", "true");
    properties.setProperty("scenario", scenario);
    keep("folder", properties);
  }

  /// What was kept in it under a name: none where nothing was.
  public Properties properties(String name) {
    Path file = path.resolve(name + ".properties");
    try {
      return PrivateFiles.read(file);
    } catch (IOException e) {
      throw new Refused("folder.file-unreadable", file);
    }
  }

  /// Keeps them whole or not at all, readable by the owner alone.
  public void keep(String name, Properties properties) {
    try {
      PrivateFiles.write(path.resolve(name + ".properties"), properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
