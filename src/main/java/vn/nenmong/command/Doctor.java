package vn.nenmong.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nenmong.kernel.Checkup;

/// Runs every checkup: one line for each that finds nothing, and one for each finding.
@Command(name = "doctor")
final class Doctor implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Override
  public Integer call() {
    return data.use(this::examine);
  }

  private int examine(ApplicationContext context) {
    int code = ExitCode.DONE;
    for (Checkup checkup : context.getBeanProvider(Checkup.class).orderedStream().toList()) {
      List<Checkup.Finding> findings = checkup.findings();
      if (findings.isEmpty()) {
        data.print(checkup.name() + ": " + data.messages().text("command.doctor.well"));
      } else {
        code = ExitCode.FAILED;
        findings.forEach(finding -> data.print(checkup.name() + ": " + text(finding)));
      }
    }
    return code;
  }

  private String text(Checkup.Finding finding) {
    return data.messages().text(finding.code(), finding.arguments().toArray());
  }
}
