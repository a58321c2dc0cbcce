package vn.nenmong.privacy;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.account.ManageAccounts;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Erases a person, for good: what is held on them, the account by which they saw it, and the key
/// by which the trail's values of them can be read. Or puts that off, for a reason and a time.
@Component
class ErasePerson {

  private final HeldRepository held;
  private final RetentionRepository retention;
  private final ErasureRepository erasure;
  private final ManageAccounts accounts;
  private final Audit audit;
  private final Today today;
  private final JsonMapper json = JsonMapper.builder().build();

  ErasePerson(
      HeldRepository held,
      RetentionRepository retention,
      ErasureRepository erasure,
      ManageAccounts accounts,
      Audit audit,
      Today today) {
    this.held = held;
    this.retention = retention;
    this.erasure = erasure;
    this.accounts = accounts;
    this.audit = audit;
    this.today = today;
  }

  /// @param name of the person, typed again by who erases
  /// @param nobody what stands in the place of the name from now on
  /// @throws Refused where the person is a member, holds an office or a post, the name is another,
  ///   or there is no reason
  @Transactional
  void run(Viewer viewer, HeldRepository.Whose whose, String name, String reason, String nobody) {
    String why = reasonOf(reason);
    retention
        .standsInTheWay(whose.id())
        .ifPresent(what -> {
          throw new Refused("privacy.erase." + what);
        });
    if (!name.strip().equalsIgnoreCase(whose.name())) {
      throw new Refused("privacy.erase.name");
    }
    accounts.close(whose.id(), nobody);
    erasure.erase(whose.id(), whose.name(), nobody);
    record(viewer, whose, "erase", why);
  }

  /// @throws Refused where there is no reason or the day has passed
  @Transactional
  void keep(Viewer viewer, HeldRepository.Whose whose, String reason, LocalDate until) {
    String why = reasonOf(reason);
    if (until.isBefore(today.date())) {
      throw new Refused("privacy.keep.past");
    }
    retention.keep(whose.id(), why, until);
    record(viewer, whose, "keep", why);
  }

  private static String reasonOf(String reason) {
    if (reason.isBlank()) {
      throw new Refused("privacy.reason.missing");
    }
    return reason.strip();
  }

  private void record(Viewer viewer, HeldRepository.Whose whose, String action, String reason) {
    audit.record(
        viewer,
        whose.commune(),
        action,
        "person",
        whose.id(),
        json.createObjectNode().put("reason", reason).toString());
  }

  HeldRepository.Whose whose(Viewer viewer, UUID id) {
    return held.whose(viewer.scope(), id).orElseThrow(() -> new Refused("privacy.unknown"));
  }
}
