package vn.nenmong.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.figures.FigureAnswers;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.Units;

/// Prints the figures of an organization and a period, byte for byte as `GET /api/figures` does.
@Command(name = "figures")
final class FiguresCommand implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PeriodOption period = new PeriodOption();

  @Option(names = "--organization", required = true, paramLabel = "CODE")
  private String organization = "";

  @Option(names = "--units", paramLabel = "then|now", defaultValue = "then")
  private Units units = Units.THEN;

  @Option(names = "--term", paramLabel = "TERM")
  private @Nullable String term;

  @Override
  public Integer call() {
    return data.use(context -> {
      FigureAnswers answers = context.getBean(FigureAnswers.class);
      ReportPeriod asked;
      if (term == null) {
        asked = period.get(context.getBean(Today.class));
      } else {
        period.requireNone();
        asked = answers.term(Scope.ALL, organization, term);
      }
      var figures =
          answers.figures(
              Scope.ALL, organization, asked, units, data.nenMong().settings().locale());
      data.print(context.getBean(JsonMapper.class).writeValueAsString(figures));
      return ExitCode.DONE;
    });
  }
}
