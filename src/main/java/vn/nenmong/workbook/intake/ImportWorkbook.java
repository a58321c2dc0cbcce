package vn.nenmong.workbook.intake;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.workbook.intake.ImportResult.Outcome;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.mapping.Mapping;
import vn.nenmong.workbook.reading.Wording;
import vn.nenmong.workbook.reading.Workbook;

/// Writes a file into the database in one transaction, or nothing of it. Two imports into one
/// commune wait for each other.
@Component
public class ImportWorkbook {

  /// A file with what the user wants of it.
  ///
  /// @param mapping how a list of an office's own is read, or null for a workbook
  /// @param sha256 of its bytes, to know it again
  /// @param skipBadRows whether rows with problems are left out instead of refusing the file
  public record Request(
      Workbook file,
      @Nullable Mapping mapping,
      String fileName,
      String sha256,
      boolean skipBadRows,
      Answers answers) {}

  private final PlanImport plan;
  private final RegisterRepository registers;
  private final ImportRunRepository runs;
  private final Audit audit;
  private final Today today;
  private final TimeOrderedIds ids;
  private final TransactionTemplate transaction;
  private final Wording words;
  private final JsonMapper json = JsonMapper.builder().build();

  ImportWorkbook(
      PlanImport plan,
      RegisterRepository registers,
      ImportRunRepository runs,
      Audit audit,
      Today today,
      TransactionTemplate transaction,
      MessageSource messages) {
    this.plan = plan;
    this.registers = registers;
    this.runs = runs;
    this.audit = audit;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
    this.transaction = transaction;
    this.words = wording(messages, Vietnamese.LOCALE);
  }

  /// Numbers stand as they are: a row, a year and a code are no amounts.
  static Wording wording(MessageSource messages, Locale locale) {
    return (key, arguments) -> {
      Object[] texts = new Object[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        texts[i] = String.valueOf(arguments[i]);
      }
      return messages.getMessage(key, texts, locale);
    };
  }

  /// What the import would do. Writes nothing.
  public ImportResult preview(Viewer viewer, Request request) {
    return within(
        () -> plan.plan(request.file(), viewer.scope(), request.answers(), words).result());
  }

  /// Writes the file, unless it has a structural error, or problems that were not to be skipped.
  public ImportResult run(Viewer viewer, Request request) {
    return run(viewer, request, percent -> {});
  }

  /// @param progress is told how many per cent of the rows are written
  ImportResult run(Viewer viewer, Request request, IntConsumer progress) {
    return within(() -> {
      ImportPlan planned = plan.plan(request.file(), viewer.scope(), request.answers(), words);
      ImportResult result = planned.result();
      if (!result.structural().isEmpty()
          || result.refusedEndings() > 0
          || (!result.problems().isEmpty() && !request.skipBadRows())) {
        return result.with(Outcome.REFUSED);
      }
      write(planned, progress);
      record(viewer, request, planned);
      return result.with(Outcome.DONE);
    });
  }

  private ImportResult within(java.util.function.Supplier<ImportResult> work) {
    ImportResult result = transaction.execute(_ -> work.get());
    if (result == null) {
      throw new IllegalStateException("an import gave no result");
    }
    return result;
  }

  private void write(ImportPlan planned, IntConsumer progress) {
    registers.planOnce();
    UUID commune = planned.result().commune();
    if (commune != null && planned.result().newCommune()) {
      registers.reach(commune);
    }
    if (planned.defer()) {
      registers.deferConstraints();
    }
    Map<Write, Batch> ordered = new EnumMap<>(Write.class);
    ordered.putAll(planned.batches());
    long all = ordered.values().stream().mapToLong(Batch::size).sum();
    long[] written = {0};
    ordered
        .values()
        .forEach(batch ->
            registers.write(
                batch,
                rows -> {
                  written[0] += rows;
                  progress.accept((int) (written[0] * 100 / all));
                }));
  }

  private void record(Viewer viewer, Request request, ImportPlan planned) {
    ImportResult result = planned.result();
    UUID run = ids.next();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("file", request.fileName());
    summary.put("sha256", request.sha256());
    summary.put("year", result.year());
    summary.put("new", result.added());
    summary.put("changed", result.changed());
    summary.put("unchanged", result.unchanged());
    summary.put("leftOut", result.problems().size());
    summary.put("ended", planned.ended().size());
    runs.insert(
        run,
        result,
        request.fileName(),
        request.sha256(),
        today.now(),
        viewer.account(),
        json.writeValueAsString(summary),
        json.writeValueAsString(result.with(Outcome.DONE)),
        request.mapping() == null ? null : json.writeValueAsString(request.mapping()));
    audit.record(
        viewer, result.commune(), "import", "workbook", run, json.writeValueAsString(summary));
    for (Ended ended : planned.ended()) {
      audit.record(
          viewer,
          result.commune(),
          "end",
          ended.register(),
          ended.id(),
          json.writeValueAsString(
              Map.of(
                  "last", ended.last().toString(),
                  "reason", ended.reason(),
                  "import", run.toString())));
    }
  }
}
