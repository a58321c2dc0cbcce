package vn.nenmong.command;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.rule.RuleAnswers;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Prints the rules of a day, or what a time limit makes of the day it begins on.
@Command(name = "rules")
final class RulesCommand implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--on", paramLabel = "DAY")
  private @Nullable LocalDate on;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--explain", paramLabel = "CODE")
  private @Nullable String explain;

  @Option(names = "--from", paramLabel = "DAY")
  private @Nullable LocalDate from;

  @Option(names = "--organization", paramLabel = "CODE")
  private @Nullable String organization;

  @Override
  public Integer call() {
    return data.use(context -> {
      LocalDate today = context.getBean(Today.class).date();
      Rulebooks books = context.getBean(Rulebooks.class);
      Rulebook rules =
          organization == null
              ? books.common()
              : books.of(part(context.getBean(Organizations.class), organization, today));
      RuleAnswers answers = context.getBean(RuleAnswers.class);
      JsonMapper mapper = context.getBean(JsonMapper.class);
      if (explain != null) {
        RuleAnswers.DeadlineAnswer answer =
            answers.explain(rules, explain, from == null ? today : from);
        data.print(mapper.writeValueAsString(answer));
      } else {
        LocalDate day = on == null ? today : on;
        if (json) {
          data.print(mapper.writeValueAsString(answers.on(rules, day)));
        } else {
          answers.on(rules, day).forEach(rule -> data.print(line(rule)));
        }
      }
      return ExitCode.DONE;
    });
  }

  private static UUID part(Organizations organizations, String code, LocalDate day) {
    return organizations
        .find(Scope.ALL, code, day)
        .map(OrganizationRef::communeId)
        .orElseThrow(() -> new Refused("command.rules.noOrganization", code));
  }

  /// Tab-separated, for a reader or a spreadsheet.
  private static String line(RuleAnswers.RuleAnswer rule) {
    return String.join(
        "\t",
        rule.code(),
        rule.value(),
        rule.validFrom() + "…" + (rule.validTo() == null ? "" : rule.validTo()),
        rule.document().number(),
        rule.evidence().name());
  }
}
