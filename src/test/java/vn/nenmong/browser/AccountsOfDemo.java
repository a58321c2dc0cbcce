package vn.nenmong.browser;

import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Makes the demo's accounts once its commune is there, as the command `demo` does.
@TestConfiguration(proxyBeanMethods = false)
class AccountsOfDemo {

  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);

  private final DemoAccounts accounts;
  private final Organizations organizations;

  AccountsOfDemo(DemoAccounts accounts, Organizations organizations) {
    this.accounts = accounts;
    this.organizations = organizations;
  }

  @EventListener(ApplicationReadyEvent.class)
  void make() {
    OrganizationRef commune = organizations.tops(Scope.ALL, DAY).getFirst();
    OrganizationRef cell =
        organizations.subtree(Scope.ALL, commune, DAY).stream()
            .filter(OrganizationRef::isCell)
            .findFirst()
            .orElseThrow();
    accounts.make(commune.path(), cell.path());
  }
}
