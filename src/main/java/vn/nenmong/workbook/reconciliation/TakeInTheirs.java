package vn.nenmong.workbook.reconciliation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.workbook.reconciliation.Line.Difference;
import vn.nenmong.workbook.reconciliation.ReconciliationRepository.Asked;

/// Takes in a list of theirs, or the numbers that they tell. What was said of the same difference
/// and of the same doubtful person the last time is said of it again.
@Component
class TakeInTheirs {

  private final ReconciliationRepository repository;
  private final RecordChange record;
  private final Today today;
  private final TimeOrderedIds ids;

  TakeInTheirs(ReconciliationRepository repository, RecordChange record, Today today) {
    this.repository = repository;
    this.record = record;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  /// @param list null where they tell numbers alone
  /// @param fileName of the list
  UUID run(
      Viewer viewer,
      OrganizationRef commune,
      LocalDate day,
      Reconciliation.Source source,
      @Nullable TheirList list,
      @Nullable String fileName) {
    Reconciliation one =
        new Reconciliation(
            ids.next(),
            commune.id(),
            commune.code(),
            commune.name(),
            day,
            source,
            fileName,
            list == null ? 0 : list.skipped(),
            list == null ? Set.of() : list.items(),
            viewer.account(),
            OffsetDateTime.ofInstant(today.now(), Today.ZONE));
    record.run(
        viewer,
        commune.id(),
        "import",
        "reconciliation",
        one.id(),
        fileName,
        () -> write(viewer, one, list));
    return one.id();
  }

  private void write(Viewer viewer, Reconciliation one, @Nullable TheirList list) {
    repository.insert(
        one, viewer.account(), list == null ? null : list.people().size(), today.now());
    if (list == null) {
      return;
    }
    Optional<Former> former =
        repository.former(viewer.scope(), one).map(last -> former(viewer.scope(), last));
    List<Theirs> theirs = new ArrayList<>();
    for (TheirList.Person person : list.people()) {
      UUID chosen = former.map(last -> last.chosen().get(identity(person.told()))).orElse(null);
      theirs.add(new Theirs(ids.next(), person.line(), person.told(), chosen));
    }
    repository.insert(one, theirs);
    former.ifPresent(last -> carryOver(viewer, one, theirs, last));
  }

  /// A difference wherever it shows.
  ///
  /// @param whom their line by what tells it from others, where nobody of ours is it
  private record Same(
      String item,
      @Nullable UUID person,
      @Nullable String whom,
      @Nullable String ours,
      @Nullable String theirs) {}

  /// What was said the last time.
  ///
  /// @param chosen whom someone of theirs was said to be
  private record Former(
      Reconciliation reconciliation, Map<Same, Settlement> said, Map<String, UUID> chosen) {}

  private Former former(Scope scope, Reconciliation last) {
    Map<UUID, Theirs> rows = new HashMap<>();
    Map<String, UUID> chosen = new HashMap<>();
    for (Theirs row :
        repository.theirs(scope, List.of(last.id())).getOrDefault(last.id(), List.of())) {
      rows.put(row.id(), row);
      if (row.chosen() != null) {
        chosen.put(identity(row.told()), row.chosen());
      }
    }
    Map<Same, Settlement> said = new HashMap<>();
    for (Settlement settlement :
        repository.settlements(scope, List.of(last.id())).getOrDefault(last.id(), List.of())) {
      said.put(same(settlement.key(), rows), settlement);
    }
    return new Former(last, said, chosen);
  }

  private void carryOver(Viewer viewer, Reconciliation one, List<Theirs> theirs, Former former) {
    if (former.said().isEmpty()) {
      return;
    }
    Asked asked = new Asked(one.commune(), one.day());
    List<Ours> ours = repository.ours(viewer.scope(), Set.of(asked)).getOrDefault(asked, List.of());
    Map<UUID, Theirs> rows = new HashMap<>();
    theirs.forEach(row -> rows.put(row.id(), row));
    for (Difference difference : Compared.of(one, ours, theirs, List.of()).differences().toList()) {
      Settlement said = former.said().get(same(difference.key(), rows));
      if (said != null) {
        Settlement again =
            new Settlement(
                said.id(),
                difference.key(),
                said.verdict(),
                said.note(),
                viewer.account(),
                today.date(),
                Objects.requireNonNullElse(said.carriedFrom(), former.reconciliation().day()));
        repository.settle(one, again, today.now());
      }
    }
  }

  private static Same same(Settlement.Key key, Map<UUID, Theirs> rows) {
    Theirs row = key.person() == null && key.row() != null ? rows.get(key.row()) : null;
    return new Same(
        key.item(),
        key.person(),
        row == null ? null : identity(row.told()),
        key.ours(),
        key.theirs());
  }

  private static String identity(Told told) {
    return String.join(
        "|",
        Vietnamese.fold(told.name()),
        Objects.requireNonNullElse(told.born(), ""),
        told.card() == null ? "" : Item.card(told.card()));
  }
}
