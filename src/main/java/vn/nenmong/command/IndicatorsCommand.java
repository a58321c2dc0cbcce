package vn.nenmong.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.figures.FigureAnswers;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.Units;

/// Prints the indicators of an organization and a period, as `GET /api/indicators` does.
@Command(name = "indicators")
final class IndicatorsCommand implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PeriodOption period = new PeriodOption();

  @Option(names = "--organization", required = true, paramLabel = "CODE")
  private String organization = "";

  @Option(names = "--units", paramLabel = "then|now", defaultValue = "then")
  private Units units = Units.THEN;

  @Override
  public Integer call() {
    return data.use(context -> {
      var indicators =
          context
              .getBean(FigureAnswers.class)
              .indicators(
                  Scope.ALL,
                  organization,
                  period.get(context.getBean(Today.class)),
                  units,
                  data.nenMong().settings().locale());
      data.print(context.getBean(JsonMapper.class).writeValueAsString(indicators));
      return ExitCode.DONE;
    });
  }
}
