/// The command line: `./nenmong COMMAND`. The module furthest right; nobody uses it.
///
/// A command is a package-private class beside these, listed in {@link vn.nenmong.command.NenMong}.
/// It has the data folder by a mixin, and does its work in a context of Spring without the web, by
/// the same public types as the pages:
///
/// ```java
/// @Command(name = "figures")
/// final class Figures implements Callable<Integer> {
///   @Mixin private final DataOption data = new DataOption();
///
///   @Option(names = "--year", required = true)
///   private int year;
///
///   public Integer call() {
///     return data.use(context -> {
///       data.print(context.getBean(CountFigures.class).run(year));
///       return ExitCode.DONE;
///     });
///   }
/// }
/// ```
///
/// Its help stands in `messages/command.properties` under `nenmong.figures.usage.header` and
/// `nenmong.figures.year`. Only its result goes to the standard output, by `data.print`; progress
/// by `data.tell`. What is refused is a {@link vn.nenmong.kernel.Refused}, told in one line with
/// exit code 2; any other exception is a failure: one line, the rest in the log, exit code 1.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "kernel",
      "archive",
      "trail",
      "account",
      "access",
      "organization",
      "rule",
      "entry",
      "membership",
      "activity",
      "cadre",
      "resolution",
      "review",
      "consolidation",
      "consolidation :: reorganization",
      "figures",
      "document",
      "document :: annual",
      "workbook",
      "workbook :: intake",
      "workbook :: reading"
    })
@org.jspecify.annotations.NullMarked
package vn.nenmong.command;
