package vn.nenmong.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.workbook.intake.Answers;
import vn.nenmong.workbook.intake.Binding;
import vn.nenmong.workbook.intake.ImportFile;
import vn.nenmong.workbook.intake.ImportResult;
import vn.nenmong.workbook.intake.ImportResult.Outcome;
import vn.nenmong.workbook.intake.RegisterResult;
import vn.nenmong.workbook.reading.Problem;

/// Imports a commune's workbook.
@Command(name = "import")
final class Import implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--skip-bad-rows")
  private boolean skipBadRows;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--rejected", paramLabel = "FILE")
  private @Nullable Path rejected;

  @Option(names = "--max-rows", paramLabel = "N", defaultValue = "50000")
  private int maxRows;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw unread(new Refused("command.import.noFile", file.toString()));
    }
    if (rejected != null && !isPlaceFor(rejected)) {
      throw new Refused("command.import.noPlace", rejected.toString());
    }
    return data.use(this::run);
  }

  private int run(ApplicationContext context) {
    ImportFile imports = context.getBean(ImportFile.class);
    ImportResult result = read(imports);
    tellBindings(result);
    if (json) {
      printJson(result.added(), result.changed(), result.unchanged(), result.allProblems());
    } else {
      printText(result);
    }
    writeRejected(imports, result);
    return isRefused(result) ? ExitCode.REFUSED : ExitCode.DONE;
  }

  private ImportResult read(ImportFile imports) {
    try {
      return imports.run(
          Viewer.COMMAND_LINE,
          file,
          String.valueOf(file.getFileName()),
          new ImportFile.Wish(dryRun, skipBadRows, maxRows, Answers.NONE));
    } catch (Refused e) {
      throw unread(e);
    }
  }

  /// A file that can't be read is one problem that stands in no sheet.
  private Refused unread(Refused refused) {
    if (json) {
      Map<String, @Nullable Object> problem = new LinkedHashMap<>();
      problem.put("sheet", null);
      problem.put("row", null);
      problem.put("column", null);
      problem.put("found", String.valueOf(file.getFileName()));
      problem.put("expected", text(refused.code(), refused.arguments()));
      printJson(0, 0, 0, List.of(problem));
    }
    return refused;
  }

  /// The rows that were left out come back beside the file, or where the user wants them.
  private void writeRejected(ImportFile imports, ImportResult result) {
    boolean leftOut = result.outcome() == Outcome.DONE && skipBadRows;
    if (result.allProblems().isEmpty() || (rejected == null && !leftOut)) {
      return;
    }
    Path to = rejected == null ? beside(file) : rejected;
    if (!isPlaceFor(to)) {
      data.tell("command.import.noPlace", to.toString());
      return;
    }
    try {
      imports.writeRejected(file, result, maxRows, to);
      data.tell("command.import.rejected", to.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPlaceFor(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    return folder != null && Files.isWritable(folder) && !Files.isDirectory(target);
  }

  /// A name that is free: an earlier one may be at work on.
  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.xlsx$", "");
    Path result = file.resolveSibling(name + "-dong-khong-nhap.xlsx");
    for (int i = 2; Files.exists(result); i++) {
      result = file.resolveSibling(name + "-dong-khong-nhap-" + i + ".xlsx");
    }
    return result;
  }

  private boolean isRefused(ImportResult result) {
    return result.outcome() == Outcome.REFUSED
        || !result.structural().isEmpty()
        || (!result.problems().isEmpty() && !skipBadRows);
  }

  private void tellBindings(ImportResult result) {
    for (Binding binding : result.bindings()) {
      if (binding.code() != null && !binding.settled()) {
        data.tell(
            "command.import.binding", binding.code(), text("workbook.kind." + binding.kind()));
      }
    }
  }

  private void printJson(int added, int changed, int unchanged, List<?> problems) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("new", added);
    answer.put("changed", changed);
    answer.put("unchanged", unchanged);
    answer.put("problems", problems);
    data.print(JsonMapper.builder().build().writeValueAsString(answer));
  }

  private void printText(ImportResult result) {
    if (result.commune() != null) {
      data.print(
          text(
              result.newCommune() ? "command.import.newCommune" : "command.import.commune",
              result.communeName(),
              result.communeCode(),
              String.valueOf(result.year())));
    }
    printProblems(result.allProblems());
    result.notices().forEach(data::print);
    for (RegisterResult register : result.registers()) {
      printRegister(register);
    }
    data.print(text(summary(result), result.added(), result.changed(), result.unchanged()));
  }

  private void printProblems(List<Problem> problems) {
    for (Problem problem : problems) {
      data.print(
          text(
              "command.import.problem",
              problem.sheet(),
              String.valueOf(problem.row()),
              problem.column(),
              problem.found() == null ? "" : problem.found(),
              problem.expected()));
    }
  }

  private void printRegister(RegisterResult register) {
    data.print(
        text(
            "command.import.register",
            register.sheet(),
            register.added(),
            register.changed(),
            register.unchanged(),
            register.leftOut()));
    register
        .changes()
        .forEach(change ->
            data.print(
                text(
                    "command.import.change",
                    String.valueOf(change.row()),
                    change.subject(),
                    change.column(),
                    change.before() == null ? "" : change.before(),
                    change.after() == null ? "" : change.after())));
    register.absent().forEach(absent -> data.print(text("command.import.absent", absent.name())));
  }

  private String summary(ImportResult result) {
    if (isRefused(result)) {
      return "command.import.refused";
    }
    if (dryRun) {
      return "command.import.dryRun";
    }
    return result.added() + result.changed() == 0
        ? "command.import.nothingNew"
        : "command.import.done";
  }

  private String text(String code, Object... arguments) {
    return data.messages().text(code, arguments);
  }
}
