package vn.nenmong.account;

import java.util.List;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;

/// Someone who was invited chooses their password by the code they were handed.
@Component
class ChoosePassword {

  private final AccountsRepository accounts;
  private final UseInvitation invitations;
  private final PasswordEncoder passwords;
  private final Audit audit;

  ChoosePassword(
      AccountsRepository accounts,
      UseInvitation invitations,
      PasswordEncoder passwords,
      Audit audit) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.passwords = passwords;
    this.audit = audit;
  }

  /// @param origin network address
  /// @throws Refused where the code is not good, the password won't do, or it is too early after
  ///   mistakes; the invitation then stays
  @Transactional(noRollbackFor = Refused.class)
  void run(String username, String code, String password, String origin) {
    UUID account = invitations.check(username, code, origin, false);
    PasswordRules.problem(password, List.of(username))
        .ifPresent(problem -> {
          throw new Refused(problem);
        });
    accounts.setPassword(account, passwords.encode(password));
    invitations.done(account, username);
    audit.record(
        Viewer.atTheDoor(username, origin), null, "set_password", "account", account, null);
  }
}
