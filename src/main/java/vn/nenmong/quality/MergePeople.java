package vn.nenmong.quality;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.quality.Merging.Part;
import vn.nenmong.quality.Merging.Side;

/// Makes one of two records of the same person.
@Component
class MergePeople {

  private final MergeRepository repository;
  private final RecordChange record;
  private final TransactionTemplate transaction;

  MergePeople(MergeRepository repository, RecordChange record, TransactionTemplate transaction) {
    this.repository = repository;
    this.record = record;
    this.transaction = transaction;
  }

  /// Two people of one commune, both in the scope.
  Merging find(Viewer viewer, UUID keep, UUID gone) {
    Side first = side(viewer, keep);
    Side second = side(viewer, gone);
    if (keep.equals(gone) || !first.communeId().equals(second.communeId())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new Merging(first, second);
  }

  /// What it would do; nothing of it stays.
  List<Part> preview(Merging pair) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          status.setRollbackOnly();
          merge(pair);
          return repository.parts();
        }));
  }

  /// @return the change by which it can be taken back
  /// @throws Refused where both have something that can't become one
  UUID run(Viewer viewer, Merging pair) {
    return record.run(
        viewer,
        pair.keep().communeId(),
        "merge",
        "person",
        pair.keep().id(),
        null,
        () -> merge(pair));
  }

  private void merge(Merging pair) {
    try {
      repository.merge(pair.keep().id(), pair.gone().id());
    } catch (DataIntegrityViolationException e) {
      throw new Refused("quality.merge.clash");
    }
  }

  private Side side(Viewer viewer, UUID id) {
    return repository
        .side(viewer.scope(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
