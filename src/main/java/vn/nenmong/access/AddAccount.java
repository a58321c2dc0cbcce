package vn.nenmong.access;

import java.sql.Timestamp;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.kernel.time.Today;

/// Makes an account. One that is there already is left as it is.
@Component
public class AddAccount {

  private final AccountRepository accounts;
  private final PasswordEncoder passwords;
  private final Audit audit;
  private final Today today;

  AddAccount(AccountRepository accounts, PasswordEncoder passwords, Audit audit, Today today) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.today = today;
  }

  @Transactional
  public void run(Viewer viewer, NewAccount account, String password) {
    if (accounts.isTaken(account.username())) {
      return;
    }
    String hash = passwords.encode(password);
    accounts.add(account, hash, Timestamp.from(today.now()), today.realDate());
    audit.record(viewer, null, "add", "account", null, null);
  }
}
