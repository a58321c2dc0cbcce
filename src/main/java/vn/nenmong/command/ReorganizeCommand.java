package vn.nenmong.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization;
import vn.nenmong.consolidation.reorganization.Plan;
import vn.nenmong.consolidation.reorganization.PlanReorganization;
import vn.nenmong.consolidation.reorganization.Reorganization;
import vn.nenmong.kernel.Refused;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Source;

/// Does the event of a file, as the wizard does it, or says what it would do.
@Command(name = "reorganize")
final class ReorganizeCommand implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Override
  public Integer call() {
    Reorganization event = read();
    return data.use(context -> {
      Plan plan =
          dryRun
              ? context.getBean(PlanReorganization.class).run(Viewer.COMMAND_LINE.scope(), event)
              : context
                  .getBean(CarryOutReorganization.class)
                  .run(Viewer.COMMAND_LINE, event)
                  .plan();
      plan.lines()
          .forEach(line -> {
            data.print(line.unit() + ": " + text(line.what()));
            line.details().forEach(detail -> data.print("  " + text(detail)));
          });
      tell("command.reorganize.office", plan.people());
      tell("command.reorganize.access", plan.accesses());
      tell("command.reorganize.warning", plan.warnings());
      tell("command.reorganize.problem", plan.problems());
      data.print(
          data.messages()
              .text(
                  !plan.isPossible()
                      ? "command.reorganize.refused"
                      : dryRun ? "command.reorganize.dryRun" : "command.reorganize.done"));
      return plan.isPossible() ? ExitCode.DONE : ExitCode.REFUSED;
    });
  }

  private Reorganization read() {
    try {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(Files.readString(file), Reorganization.class);
    } catch (IOException e) {
      throw new Refused("command.reorganize.noFile", file.toString());
    } catch (JacksonException e) {
      throw new Refused(
          "command.reorganize.wrongFile", file.toString(), String.valueOf(e.getOriginalMessage()));
    }
  }

  private void tell(String code, List<Plan.Told> sentences) {
    sentences.forEach(sentence -> data.print(data.messages().text(code, text(sentence))));
  }

  /// With the document that says so, and how well that is known.
  private String text(Plan.Told sentence) {
    String text = data.messages().text(sentence.code(), sentence.arguments().toArray());
    RuleValue rule = sentence.rule();
    if (rule == null) {
      return text;
    }
    Source source = rule.source();
    return data.messages()
        .text(
            "command.reorganize.source",
            text,
            source.number(),
            source.body(),
            data.messages().text("rule.evidence." + source.evidence()));
  }
}
