package vn.nenmong.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.database.Fence;

/// The option `--data DIR`, and what a command does with the folder.
final class DataOption {

  private static final Logger LOG = LoggerFactory.getLogger(DataOption.class);

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  private @Nullable Path path;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /// Does the work in a context of Spring without the web, on the migrated database.
  int use(ToIntFunction<ConfigurableApplicationContext> work) {
    return take(work::applyAsInt);
  }

  /// The same, for what the work gives.
  <T> T take(Function<ConfigurableApplicationContext, T> work) {
    try (Workplace workplace = open();
        ConfigurableApplicationContext context =
            workplace.commandContext(nenMong().application())) {
      context.getBean(FlywayMigrationInitializer.class);
      return logged(() -> aroundEverything(() -> work.apply(context)));
    }
  }

  /// Who is at the command line has the whole data folder.
  static <T> T aroundEverything(Supplier<T> work) {
    return Fence.aroundEverything(Viewer.COMMAND_LINE.account()).call(work::get);
  }

  /// While there still is a log.
  private static <T> T logged(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refused e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("The command failed", e);
      throw e;
    }
  }

  /// The folder alone, without its database.
  DataFolder folder() {
    return DataFolder.open(path());
  }

  private Path path() {
    return path == null ? nenMong().settings().data() : path;
  }

  /// The folder, to be closed by the command.
  Workplace open() {
    Settings settings = nenMong().settings();
    return Workplace.open(path(), settings, folder -> tell("command.preparing", folder));
  }

  NenMong nenMong() {
    return (NenMong) spec().root().userObject();
  }

  Messages messages() {
    return nenMong().messages();
  }

  /// A line of the result.
  void print(String line) {
    PrintWriter out = spec().commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /// How it goes: not part of the result.
  void tell(String code, Object... arguments) {
    PrintWriter err = spec().commandLine().getErr();
    err.println(messages().text(code, arguments));
    err.flush();
  }

  private CommandSpec spec() {
    if (command == null) {
      throw new IllegalStateException("used outside a command");
    }
    return command;
  }
}
