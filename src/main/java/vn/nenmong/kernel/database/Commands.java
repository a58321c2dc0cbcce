package vn.nenmong.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.nenmong.kernel.Refused;

/// Runs the programs of PostgreSQL. They refuse to run as root, which an office's server often has
/// nothing but: there they run in a user namespace, where root is nobody.
final class Commands {

  private static final List<String> AS_NOBODY = List.of("unshare", "--user");
  private static final int STOP_SECONDS = 60;

  private final Path programs;
  private final DataFolder folder;
  private final List<String> prefix;

  Commands(Path programs, DataFolder folder) throws IOException {
    this.programs = programs;
    this.folder = folder;
    this.prefix = PrivateFiles.isRoot() ? asNobody() : List.of();
  }

  private static List<String> asNobody() throws IOException {
    try {
      var process = new ProcessBuilder("unshare", "--user", "true").start();
      if (process.waitFor() == 0) {
        return AS_NOBODY;
      }
    } catch (IOException e) {
      // no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    throw new Refused("database.root-without-unshare");
  }

  /// UTF-8, and an order of texts that no library of the system can change; where people read an
  /// order, the query asks for the Vietnamese one.
  void initdb(Path cluster, Path passwordFile) throws IOException {
    run(
        "initdb",
        List.of(
            "--pgdata=" + cluster,
            "--username=" + Roles.SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions"));
  }

  /// Returns when it accepts connections, which is after the recovery from a crash.
  void start(Path cluster, Path log, int seconds) throws IOException {
    run(
        "pg_ctl",
        List.of(
            "start",
            "-s",
            "-w",
            "-t",
            String.valueOf(seconds),
            "-D",
            cluster.toString(),
            "-l",
            log.toString()));
  }

  /// Ends connections, writes all down.
  void stop(Path cluster) throws IOException {
    run(
        "pg_ctl",
        List.of(
            "stop",
            "-s",
            "-w",
            "-t",
            String.valueOf(STOP_SECONDS),
            "-m",
            "fast",
            "-D",
            cluster.toString()));
  }

  private void run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    Path output = folder.log().resolve(program + ".log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.directory(folder.path().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + ": " + lastLine(output));
      }
    } catch (InterruptedException e) {
      process.destroy();
      process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String lastLine(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output).stream().filter(s -> !s.isBlank()).toList();
    return lines.isEmpty() ? "no output" : lines.getLast().strip();
  }
}
