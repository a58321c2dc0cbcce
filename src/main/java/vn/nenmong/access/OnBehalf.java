package vn.nenmong.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who someone is today that is not at work: for what they let others fetch.
@Component
public class OnBehalf {

  private final AccountRepository accounts;
  private final AccessTable table;

  OnBehalf(AccountRepository accounts, AccessTable table) {
    this.accounts = accounts;
    this.table = table;
  }

  /// With the grants whose roles may open a page.
  ///
  /// @return nothing where there are none
  public Optional<Viewer> of(String account, String page, @Nullable String origin) {
    return accounts
        .viewer(account, table.entry("GET", page), origin, false)
        .filter(viewer -> !viewer.scope().paths().isEmpty());
  }
}
