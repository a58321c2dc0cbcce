package vn.nenmong.workbook.reconciliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.workbook.reconciliation.ReconciliationRepository.Asked;

/// Compares lists with the registers as they are now: what was corrected here differs no more. As
/// many statements for one reconciliation as for many.
@Component
class CompareLists {

  private final ReconciliationRepository repository;

  CompareLists(ReconciliationRepository repository) {
    this.repository = repository;
  }

  Compared of(Scope scope, Reconciliation one) {
    return of(scope, List.of(one)).getOrDefault(one.id(), Compared.NOTHING);
  }

  /// By the id of the reconciliation.
  Map<UUID, Compared> of(Scope scope, List<Reconciliation> all) {
    List<Reconciliation> lists = all.stream().filter(Reconciliation::hasList).toList();
    List<UUID> ids = lists.stream().map(Reconciliation::id).toList();
    Set<Asked> asked =
        lists.stream().map(one -> new Asked(one.commune(), one.day())).collect(Collectors.toSet());
    Map<Asked, List<Ours>> ours = repository.ours(scope, asked);
    Map<UUID, List<Theirs>> theirs = repository.theirs(scope, ids);
    Map<UUID, List<Settlement>> settlements = repository.settlements(scope, ids);
    Map<UUID, Compared> compared = new HashMap<>();
    for (Reconciliation one : lists) {
      compared.put(
          one.id(),
          Compared.of(
              one,
              ours.getOrDefault(new Asked(one.commune(), one.day()), List.of()),
              theirs.getOrDefault(one.id(), List.of()),
              settlements.getOrDefault(one.id(), List.of())));
    }
    return compared;
  }
}
