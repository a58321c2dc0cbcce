package vn.nenmong.membership.paper;

import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.Refused;
import vn.nenmong.organization.OrganizationRef;

/// Says from when a term's papers are numbered, or that there was no such term; the numbers that
/// were given stand then in the book of their day's term.
@Component
class ChangeTerms {

  private final NumberRepository numbers;
  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;

  ChangeTerms(
      NumberRepository numbers, Changes changes, Audit audit, TransactionTemplate transaction) {
    this.numbers = numbers;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  void add(Viewer viewer, OrganizationRef organization, LocalDate began) {
    run(viewer, organization, "add", began, () -> numbers.addTerm(organization.id(), began));
  }

  /// @throws Refused where one number would stand twice in a book
  void remove(Viewer viewer, OrganizationRef organization, LocalDate began) {
    try {
      run(
          viewer,
          organization,
          "remove",
          began,
          () -> numbers.removeTerm(organization.id(), began));
    } catch (DuplicateKeyException e) {
      throw new Refused("membership.paper.termNeeded");
    }
  }

  private void run(
      Viewer viewer,
      OrganizationRef organization,
      String action,
      LocalDate began,
      Runnable change) {
    transaction.executeWithoutResult(_ -> {
      changes.lock(organization.communeId());
      change.run();
      audit.record(
          viewer,
          organization.communeId(),
          action,
          "committee_term",
          organization.id(),
          "{\"began\":\"" + began + "\"}");
    });
  }
}
