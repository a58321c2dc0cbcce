package vn.nenmong.consolidation.visit;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;

/// Enters a visit, and corrects or removes one. Whose part of the tree the cell is may do it.
@Component
class RecordVisit {

  /// What the trail calls it.
  static final String SUBJECT = "visits";

  /// @param change by which it can be taken back
  record Done(UUID visit, UUID change) {}

  private final VisitRepository visits;
  private final RecordChange record;
  private final Today today;

  RecordVisit(VisitRepository visits, RecordChange record, Today today) {
    this.visits = visits;
    this.record = record;
    this.today = today;
  }

  /// @throws Refused where it can't have been
  Done add(Viewer viewer, Visit.Told told) {
    UUID id = UUID.randomUUID();
    return new Done(
        id,
        write(
            viewer,
            "add",
            id,
            null,
            told,
            commune -> visits.insert(id, commune, told, viewer.account())));
  }

  /// @throws Refused where it can't have been
  Done correct(Viewer viewer, Visit visit, Visit.Told told, String reason) {
    return new Done(
        visit.id(),
        write(
            viewer,
            "correct",
            visit.id(),
            reason,
            told,
            commune -> {
              if (!commune.equals(visit.communeId())) {
                throw new Refused("entry.problem.otherCommune");
              }
              visits.update(visit.id(), told);
            }));
  }

  UUID remove(Viewer viewer, Visit visit, String reason) {
    return record.run(
        viewer,
        visit.communeId(),
        "remove",
        SUBJECT,
        visit.id(),
        reason,
        () -> visits.delete(visit.id()));
  }

  private UUID write(
      Viewer viewer,
      String action,
      UUID id,
      @Nullable String reason,
      Visit.Told told,
      Consumer<UUID> deed) {
    LocalDate next = told.nextDay();
    if (told.day().isAfter(today.date())) {
      throw new Refused("consolidation.visit.problem.future");
    }
    if (next != null && !next.isAfter(told.day())) {
      throw new Refused("consolidation.visit.problem.next");
    }
    UUID commune =
        visits
            .commune(viewer.scope(), told)
            .orElseThrow(() ->
                new Refused(
                    "consolidation.visit.problem.notInCharge",
                    PartialDate.day(told.day()).toVietnamese()));
    try {
      return record.run(viewer, commune, action, SUBJECT, id, reason, () -> deed.accept(commune));
    } catch (DuplicateKeyException e) {
      throw new Refused(
          "consolidation.visit.problem.twice", PartialDate.day(told.day()).toVietnamese());
    }
  }
}
