package vn.nenmong.account;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.Today;

/// The first account of a new data folder: made in the browser, by whoever can read what the server
/// printed when it started.
@Component
public class FirstAccount {

  private final AccountsRepository accounts;
  private final PasswordEncoder passwords;
  private final Audit audit;
  private final Today today;
  private final TimeOrderedIds ids;
  private final boolean demo;
  private final String key;

  FirstAccount(
      AccountsRepository accounts,
      PasswordEncoder passwords,
      Audit audit,
      Today today,
      @Value("${nenmong.demo:false}") boolean demo) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
    this.demo = demo;
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    this.key = HexFormat.of().formatHex(bytes);
  }

  /// The key of the page on which the first account is made; none where there is an account.
  public Optional<String> key() {
    return accounts.any(demo) ? Optional.empty() : Optional.of(key);
  }

  boolean opens(String given) {
    return key().filter(given::equals).isPresent();
  }

  /// @throws Refused where the password or the name won't do
  @Transactional
  void make(String username, String displayName, String password) {
    PasswordRules.problem(password, List.of(username, displayName))
        .ifPresent(problem -> {
          throw new Refused(problem);
        });
    var id = ids.next();
    LocalDate since = today.realDate();
    if (!accounts.insert(id, username, displayName, passwords.encode(password), today.now())) {
      throw new Refused("account.taken");
    }
    ManageAccounts.ofTheFirst(since).forEach(grant -> accounts.grant(id, grant));
    audit.record(Viewer.COMMAND_LINE, null, "add", "account", id, null);
  }
}
