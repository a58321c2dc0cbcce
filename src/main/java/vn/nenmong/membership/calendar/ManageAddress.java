package vn.nenmong.membership.calendar;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Secret;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.Today;

/// Makes and revokes the address of someone's own calendar.
@Component
class ManageAddress {

  private final CalendarAddressRepository addresses;
  private final Audit audit;
  private final Today today;
  private final TimeOrderedIds ids;

  ManageAddress(CalendarAddressRepository addresses, Audit audit, Today today) {
    this.addresses = addresses;
    this.audit = audit;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  /// A new one; the earlier one opens nothing any more.
  ///
  /// @return the secret, told this once
  @Transactional
  String make(Viewer viewer) {
    String secret = Secret.fresh();
    addresses.put(ids.next(), viewer.account(), Secret.digest(secret), today.now());
    audit.record(viewer, viewer.onlyCommune(), "add", "calendar", null, null);
    return secret;
  }

  @Transactional
  void revoke(Viewer viewer) {
    if (addresses.remove(viewer.account())) {
      audit.record(viewer, viewer.onlyCommune(), "end", "calendar", null, null);
    }
  }
}
