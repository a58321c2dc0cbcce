package vn.nenmong.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.annual.AnnualReport;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.Units;

/// Writes the annual report of a commune as a Word file, over one that is there.
@Command(name = "report")
final class Report implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--organization", paramLabel = "CODE", required = true)
  private String organization = "";

  @Option(names = "--year", paramLabel = "YEAR", required = true)
  private int year;

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("");

  @Option(names = "--units", paramLabel = "then|now", defaultValue = "then")
  private Units units = Units.THEN;

  @Option(names = "--dated", paramLabel = "DAY")
  private @Nullable LocalDate dated;

  @Override
  public Integer call() {
    if (year < 1930 || year > 2200) {
      throw new Refused("command.report.noYear", String.valueOf(year));
    }
    Path folder = out.toAbsolutePath().getParent();
    if (Files.isDirectory(out) || folder == null || !Files.isWritable(folder)) {
      throw new Refused("command.report.noPlace", out.toString());
    }
    return data.use(context -> {
      byte[] paper =
          context
              .getBean(AnnualReport.class)
              .export(Viewer.COMMAND_LINE, organization, ReportPeriod.year(year), units, dated);
      write(paper);
      data.print(out.toString());
      return ExitCode.DONE;
    });
  }

  private void write(byte[] paper) {
    try {
      Files.write(out, paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
