package vn.nenmong.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import vn.nenmong.kernel.Refused;

/// Where the program begins.
public final class Commands {

  private Commands() {}

  /// Runs a command of the command line.
  ///
  /// @param application what Spring starts from
  /// @return 0 done, 1 failed, 2 refused
  public static int run(Class<?> application, String... arguments) {
    PrintStream out = readable(System.out, FileDescriptor.out);
    PrintStream err = readable(System.err, FileDescriptor.err);
    // Whatever else is printed, by a library or the log, is not the result.
    System.setOut(err);
    System.setErr(err);
    LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
    return run(
        application,
        environment(),
        new PrintWriter(out, true, out.charset()),
        new PrintWriter(err, true, err.charset()),
        arguments);
  }

  /// A program that was installed has its data where its user finds it, and not in the folder that
  /// the next version replaces.
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (System.getProperty("jpackage.app-path") != null) {
      environment.putIfAbsent(
          "NENMONG_DATA", Path.of(System.getProperty("user.home"), "NenMong").toString());
    }
    return environment;
  }

  static int run(
      Class<?> application,
      Map<String, String> environment,
      PrintWriter out,
      PrintWriter err,
      String... arguments) {
    var settings = new Settings(environment);
    var messages = new Messages(settings.locale());
    var commands = new CommandLine(new NenMong(application, settings, messages));
    commands.setResourceBundle(messages.help());
    commands.setOut(out).setErr(err);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler((exception, _) -> {
      err.println(new Misunderstanding(messages).of(exception));
      return ExitCode.REFUSED;
    });
    commands.setExecutionExceptionHandler((exception, _, _) -> end(exception, messages, err));
    return commands.execute(arguments);
  }

  private static int end(Exception exception, Messages messages, PrintWriter err) {
    Optional<Refused> refused = refusal(exception);
    err.println(
        refused
            .map(refusal -> messages.text(refusal.code(), refusal.arguments()))
            .orElseGet(() -> messages.text("command.failed", exception.toString())));
    return refused.isPresent() ? ExitCode.REFUSED : ExitCode.FAILED;
  }

  private static Optional<Refused> refusal(@Nullable Throwable exception) {
    return switch (exception) {
      case null -> Optional.empty();
      case Refused refused -> Optional.of(refused);
      case PortInUseException port ->
          Optional.of(new Refused("port.in-use", String.valueOf(port.getPort())));
      default -> refusal(exception.getCause());
    };
  }

  /// The streams of Java write question marks for Vietnamese where the system says that it knows
  /// nothing but ASCII, which most often it only says.
  private static PrintStream readable(PrintStream stream, FileDescriptor descriptor) {
    return stream.charset().equals(StandardCharsets.US_ASCII)
        ? new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8)
        : stream;
  }
}
