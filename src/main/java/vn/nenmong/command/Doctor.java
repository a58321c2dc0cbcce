package vn.nenmong.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nenmong.kernel.Checkup;
import vn.nenmong.kernel.Refused;
import vn.nenmong.trail.CheckTrail;
import vn.nenmong.trail.Head;
import vn.nenmong.trail.SealTrail;

/// Runs every checkup: one line for each that finds nothing, and one for each finding.
@Command(name = "doctor")
final class Doctor implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--head", paramLabel = "FILE", descriptionKey = "head")
  private @Nullable Path head;

  @Option(names = "--save-head", paramLabel = "FILE", descriptionKey = "save-head")
  private @Nullable Path saveHead;

  @Override
  public Integer call() {
    List<Head> kept = head == null ? List.of() : Head.of(lines(head));
    return data.use(context -> examine(context, kept));
  }

  private int examine(ApplicationContext context, List<Head> kept) {
    int code = ExitCode.DONE;
    for (Checkup checkup : context.getBeanProvider(Checkup.class).orderedStream().toList()) {
      code = Math.max(code, tell(checkup.name(), checkup.findings()));
    }
    CheckTrail trail = context.getBean(CheckTrail.class);
    data.print(data.messages().text("command.doctor.unsealed", trail.unsealed()));
    if (head == null) {
      data.print(data.messages().text("command.doctor.noHead"));
    } else {
      code = Math.max(code, tell("trail.heads", trail.against(kept)));
    }
    if (saveHead != null) {
      context.getBean(SealTrail.class).run();
      save(saveHead, Head.file(trail.heads()));
    }
    return code;
  }

  private int tell(String name, List<Checkup.Finding> findings) {
    if (findings.isEmpty()) {
      data.print(name + ": " + data.messages().text("command.doctor.well"));
      return ExitCode.DONE;
    }
    findings.forEach(finding -> data.print(name + ": " + text(finding)));
    return ExitCode.FAILED;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new Refused("command.doctor.unreadable", file);
    }
  }

  private static void save(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Checkup.Finding finding) {
    return data.messages().text(finding.code(), finding.arguments().toArray());
  }
}
