package vn.nenmong.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nenmong.access.Viewer;
import vn.nenmong.command.bench.Benchmark;
import vn.nenmong.command.bench.Folder;
import vn.nenmong.command.bench.KillReport;
import vn.nenmong.command.bench.KillRounds;
import vn.nenmong.command.bench.MeetingSchedules;
import vn.nenmong.command.bench.ScheduleReport;
import vn.nenmong.command.bench.Surroundings;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Fence;

/// Measures the program on made data, in folders that it throws away.
@Command(name = "bench")
final class Bench implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--members",
      paramLabel = "N",
      split = ",",
      defaultValue = "3000,100000",
      descriptionKey = "members")
  private List<Integer> members = List.of();

  @Option(names = "--parts", paramLabel = "PART", split = ",", descriptionKey = "parts")
  private Set<Benchmark.Part> parts = EnumSet.allOf(Benchmark.Part.class);

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
  private @Nullable Path out;

  @Option(names = "--kills", paramLabel = "N", descriptionKey = "kills")
  private int kills;

  @Option(names = "--schedules", paramLabel = "N", descriptionKey = "schedules")
  private int schedules;

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("nenmong-bench");
    try {
      List<String> lines = kills > 0 || schedules > 0 ? tried(work) : measured(work);
      print(lines);
      if (out != null) {
        Files.write(out, lines);
      }
      return ExitCode.DONE;
    } finally {
      FileSystemUtils.deleteRecursively(work);
    }
  }

  private List<String> measured(Path work) throws Exception {
    var benchmark = new Benchmark(jar(), work, this::open, this::tell);
    return Fence.aroundEverything(Viewer.COMMAND_LINE.account())
        .call(() -> Surroundings.around(benchmark.run(parts, members)));
  }

  /// Another seed each time: what is found is found again with the one that is told.
  private List<String> tried(Path work) throws Exception {
    long seed = System.currentTimeMillis();
    List<String> java = KillRounds.ofJar(jar());
    List<String> lines = new ArrayList<>();
    if (kills > 0) {
      lines.addAll(
          KillReport.of(new KillRounds(java, work.resolve("killed"), seed).run(kills), seed));
    }
    if (schedules > 0) {
      lines.addAll(
          ScheduleReport.of(
              new MeetingSchedules(java, work.resolve("meetings"), seed).run(schedules), seed));
    }
    return lines;
  }

  /// The program measures itself as it was packed; compiled classes alone start otherwise.
  private static Path jar() {
    Path jar = Path.of(System.getProperty("java.class.path"));
    if (!jar.toString().endsWith(".jar") || !Files.isRegularFile(jar)) {
      throw new Refused("command.bench.noJar");
    }
    return jar;
  }

  private Folder open(Path path) {
    Workplace workplace = Workplace.open(path, nenMong().settings(), _ -> {});
    if (!workplace.folder().isDemo()) {
      workplace.folder().becomeDemo("");
    }
    var context = workplace.commandContext(nenMong().application());
    context.getBean(FlywayMigrationInitializer.class);
    return new Folder(
        path,
        context,
        () -> {
          context.close();
          workplace.close();
        });
  }

  private void print(List<String> lines) throws IOException {
    lines.forEach(spec().commandLine().getOut()::println);
    spec().commandLine().getOut().flush();
  }

  private void tell(String what) {
    spec().commandLine().getErr().println(what);
  }

  private NenMong nenMong() {
    return (NenMong) spec().root().userObject();
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("used outside the command line");
    }
    return spec;
  }
}
