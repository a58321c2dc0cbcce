package vn.nenmong.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What `postmaster.pid` says of a running PostgreSQL, believed only when the process is really
/// that of the folder: after a crash the file stays, and its number may be another process's.
///
/// @param port where it listens
/// @param status `starting`, `ready` or `stopping`
record Postmaster(ProcessHandle process, int port, String status) {

  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  static Optional<Postmaster> of(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(cluster));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(process -> belongsTo(process, cluster))
        .map(process -> new Postmaster(process, port(lines), status(lines)));
  }

  /// All processes of the folder's PostgreSQL, also those that outlived a killed postmaster.
  static List<ProcessHandle> processesOf(Path cluster) {
    return ProcessHandle.allProcesses().filter(process -> belongsTo(process, cluster)).toList();
  }

  /// Whether a process is a PostgreSQL that works in the folder.
  private static boolean belongsTo(ProcessHandle process, Path cluster) {
    String command = process.info().command().orElse("");
    Path name = Path.of(command).getFileName();
    if (name == null || !name.toString().startsWith("postgres")) {
      return false;
    }
    Path workingFolder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
    try {
      return Files.isSameFile(workingFolder, cluster);
    } catch (IOException e) {
      // no /proc here: the programs lie in the same data folder
      return Path.of(command).startsWith(cluster.resolveSibling(""));
    }
  }

  boolean isReady() {
    return status.equals("ready");
  }

  /// @return whether the process is gone
  static boolean awaitExit(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int port(List<String> lines) {
    return lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
  }

  private static String status(List<String> lines) {
    return lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "starting";
  }
}
