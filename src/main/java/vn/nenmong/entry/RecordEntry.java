package vn.nenmong.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;

/// Does one deed to one record, in one transaction with its audit line, alone in its commune.
@Component
class RecordEntry {

  /// What came of it: the change by which it can be taken back, or what is wrong.
  ///
  /// @param now the record as someone else has made it meanwhile, or null
  record Outcome(
      @Nullable UUID change, @Nullable UUID id, List<Problem> problems, @Nullable Kept now) {

    static Outcome refused(Problem problem) {
      return new Outcome(null, null, List.of(problem), null);
    }
  }

  /// @param was what the form showed before anything was typed, to see whether it still holds
  /// @param day from which a change holds, or the last day of what ends
  record Request(
      Deed deed,
      @Nullable UUID id,
      Values values,
      Map<String, String> was,
      @Nullable LocalDate day,
      @Nullable String reason) {}

  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final JsonMapper json = JsonMapper.builder().build();

  RecordEntry(Changes changes, Audit audit, TransactionTemplate transaction) {
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  Outcome run(Viewer viewer, EntryForm form, Request request) {
    try {
      return Objects.requireNonNull(transaction.execute(_ -> record(viewer, form, request)));
    } catch (Rejected e) {
      return Outcome.refused(e.problem());
    } catch (DataIntegrityViolationException e) {
      return Outcome.refused(Constraints.problem(e));
    }
  }

  /// All or none of several new records.
  ///
  /// @return the outcome, whose problems name the place in the list before their field
  Outcome addAll(Viewer viewer, EntryForm form, List<Values> rows) {
    List<Problem> problems = new ArrayList<>();
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            for (int i = 0; i < rows.size(); i++) {
              try {
                add(viewer, form, rows.get(i));
              } catch (Rejected e) {
                problems.add(e.problem().ofRow(i));
              } catch (DataIntegrityViolationException e) {
                problems.add(Constraints.problem(e).ofRow(i));
                break;
              }
            }
            if (!problems.isEmpty()) {
              status.setRollbackOnly();
              return new Outcome(null, null, problems, null);
            }
            return new Outcome(changes.current(), null, List.of(), null);
          }));
    } catch (DataIntegrityViolationException e) {
      return Outcome.refused(Constraints.problem(e));
    }
  }

  private Outcome record(Viewer viewer, EntryForm form, Request request) {
    if (request.deed() == Deed.ADD) {
      UUID id = add(viewer, form, request.values());
      return new Outcome(changes.current(), id, List.of(), null);
    }
    UUID id = Objects.requireNonNull(request.id());
    Kept known = find(viewer, form, id);
    changes.lock(known.commune());
    Kept now = find(viewer, form, id);
    if (!now.values().equals(request.was())) {
      return new Outcome(null, id, List.of(Problem.of(null, "entry.problem.meanwhile")), now);
    }
    switch (request.deed()) {
      case CHANGE -> ((ChangingForm) form).change(id, request.values(), day(request));
      case CORRECT -> {
        form.check(viewer.scope(), request.values());
        refuseAnotherCommune(viewer, form, now, request.values());
        form.correct(id, request.values());
      }
      case END ->
          ((EndingForm) form).end(id, day(request), Objects.requireNonNull(request.reason()));
      default -> form.remove(id);
    }
    audit(viewer, form, request.deed(), now.commune(), id, detail(request));
    return new Outcome(changes.current(), id, List.of(), null);
  }

  /// It stays in its records; what they call its commune may be what that became.
  private static void refuseAnotherCommune(Viewer viewer, EntryForm form, Kept now, Values values) {
    UUID commune = form.commune(viewer.scope(), values);
    if (!commune.equals(now.commune())
        && !commune.equals(form.commune(viewer.scope(), new Values(now.values())))) {
      throw new Rejected(null, "entry.problem.otherCommune");
    }
  }

  private UUID add(Viewer viewer, EntryForm form, Values values) {
    UUID commune = form.commune(viewer.scope(), values);
    changes.lock(commune);
    form.check(viewer.scope(), values);
    UUID id = form.add(viewer, commune, values);
    audit(viewer, form, Deed.ADD, commune, id, Map.of("values", values.all()));
    return id;
  }

  private static Kept find(Viewer viewer, EntryForm form, UUID id) {
    return form.find(viewer.scope(), id)
        .orElseThrow(() -> new Rejected(null, "entry.problem.gone"));
  }

  private static LocalDate day(Request request) {
    return Objects.requireNonNull(request.day());
  }

  private static Map<String, Object> detail(Request request) {
    Map<String, Object> detail = new LinkedHashMap<>();
    if (request.day() != null) {
      detail.put("day", request.day().toString());
    }
    if (request.reason() != null) {
      detail.put("reason", request.reason());
    }
    return detail;
  }

  private void audit(
      Viewer viewer,
      EntryForm form,
      Deed deed,
      UUID commune,
      UUID id,
      Map<String, ? extends Object> detail) {
    audit.record(
        viewer, commune, deed.code(), form.register(), id, json.writeValueAsString(detail));
  }
}
