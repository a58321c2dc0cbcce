package vn.nenmong.command.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as an office runs it: `java -jar`, in a process and a data folder of its own.
final class ChildProgram implements AutoCloseable {

  private final Process process;
  private final URI home;
  private final double readyAfterSeconds;

  private ChildProgram(Process process, URI home, double readyAfterSeconds) {
    this.process = process;
    this.home = home;
    this.readyAfterSeconds = readyAfterSeconds;
  }

  /// Starts it and waits until it answers that it is ready.
  ///
  /// @param heap of the process, such as `256m`
  /// @param log where it writes what it has to say
  static ChildProgram serve(
      Path jar, Path data, String heap, Map<String, String> settings, Path log)
      throws IOException, InterruptedException {
    return start(command(jar, heap), "serve", data, freePort(), settings, log);
  }

  /// The same.
  ///
  /// @param java the command that starts the program, to which what it shall do is added
  /// @param what `serve` or `demo`
  static ChildProgram start(
      List<String> java, String what, Path data, int port, Map<String, String> settings, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of(what, "--data", data.toString(), "--port", Integer.toString(port)));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(settings);
    URI home = URI.create("http://localhost:" + port);
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      awaitReady(process, home, log);
    } catch (IOException | InterruptedException e) {
      process.destroy();
      throw e;
    }
    return new ChildProgram(process, home, (System.nanoTime() - begin) / 1e9);
  }

  /// Has the data of a folder checked.
  ///
  /// @throws IOException where something is wrong with it
  static void check(List<String> java, Path data, Path log)
      throws IOException, InterruptedException {
    run(java, Map.of(), log, "doctor", "--data", data.toString());
  }

  /// Runs a command to its end.
  ///
  /// @return how long it took, in seconds
  static double run(
      Path jar, String heap, Map<String, String> settings, Path log, String... arguments)
      throws IOException, InterruptedException {
    return run(command(jar, heap), settings, log, arguments);
  }

  private static double run(
      List<String> java, Map<String, String> settings, Path log, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(settings);
    long begin = System.nanoTime();
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", arguments) + " ended with " + code + ", see " + log);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  static List<String> command(Path jar, String heap) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ArrayList<>(
        List.of(java.toString(), "-Xmx" + heap, "-XX:+UseSerialGC", "-jar", jar.toString()));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process process, URI home, Path log)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(home.resolve("/actuator/health/readiness")).build();
    try (var client = HttpClient.newHttpClient()) {
      Await.until(
          "a program that is ready",
          () -> {
            if (!process.isAlive()) {
              throw new IOException("the program ended: " + Files.readString(log));
            }
            try {
              return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                  == 200;
            } catch (IOException notYet) {
              return false;
            }
          });
    }
  }

  URI home() {
    return home;
  }

  double readyAfterSeconds() {
    return readyAfterSeconds;
  }

  /// `kill -9`.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// The most memory the process of Java ever held, in MB, or -1 where the system does not say.
  long peakMemory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1L);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
