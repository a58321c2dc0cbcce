package vn.nenmong.workbook.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.workbook.reconciliation.Line.Difference;
import vn.nenmong.workbook.reconciliation.ReconciliationRepository.Said;

/// What someone says of a reconciliation. It never writes into the registers: what is wrong there
/// is corrected by their forms.
@Component
class SettleDifferences {

  private final ReconciliationRepository repository;
  private final RecordChange record;
  private final Today today;

  SettleDifferences(ReconciliationRepository repository, RecordChange record, Today today) {
    this.repository = repository;
    this.record = record;
    this.today = today;
  }

  /// @return the change by which it can be taken back
  /// @throws Refused where there is nothing to settle or no note
  UUID run(
      Viewer viewer,
      Reconciliation of,
      List<Difference> differences,
      Verdict verdict,
      String note) {
    if (differences.isEmpty()) {
      throw new Refused("workbook.reconciliation.settle.nothing");
    }
    if (note.isEmpty()) {
      throw new Refused("workbook.reconciliation.settle.noNote");
    }
    return record.run(
        viewer,
        of.commune(),
        "settle",
        "reconciliation",
        of.id(),
        note,
        () -> {
          for (Difference difference : differences) {
            repository.settle(
                of,
                new Settlement(
                    of.id(), difference.key(), verdict, note, viewer.account(), today.date(), null),
                today.now());
          }
        });
  }

  /// @return the change by which it can be taken back
  UUID reopen(Viewer viewer, Reconciliation of, Collection<UUID> settlements) {
    return record.run(
        viewer,
        of.commune(),
        "reopen",
        "reconciliation",
        of.id(),
        null,
        () -> repository.reopen(of, settlements));
  }

  /// Says who some of theirs are.
  ///
  /// @param chosen a member of ours by the id of their line; null for nobody
  void choose(Viewer viewer, Reconciliation of, Map<UUID, @Nullable UUID> chosen) {
    record.run(
        viewer,
        of.commune(),
        "match",
        "reconciliation",
        of.id(),
        null,
        () -> chosen.forEach((row, person) -> repository.choose(of, row, person)));
  }

  void say(Viewer viewer, Reconciliation of, Map<UUID, Said> counts) {
    record.run(
        viewer,
        of.commune(),
        "change",
        "reconciliation",
        of.id(),
        null,
        () -> repository.say(of, counts));
  }

  void remove(Viewer viewer, Reconciliation of) {
    record.run(
        viewer,
        of.commune(),
        "remove",
        "reconciliation",
        of.id(),
        null,
        () -> repository.remove(of));
  }
}
