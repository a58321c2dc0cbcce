package vn.nenmong.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Patience;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Someone who was invited chooses their password by the code they were handed.
@Component
class ChoosePassword {

  private final AccountsRepository accounts;
  private final PasswordEncoder passwords;
  private final Patience patience;
  private final Audit audit;
  private final Today today;

  /// What a code is compared with where there is none, so that the answer takes as long.
  private final String nothing;

  ChoosePassword(
      AccountsRepository accounts,
      PasswordEncoder passwords,
      Patience patience,
      Audit audit,
      Today today) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.patience = patience;
    this.audit = audit;
    this.today = today;
    this.nothing = passwords.encode("nothing");
  }

  /// @param origin network address
  /// @throws Refused where the code is not good, the password won't do, or it is too early after
  ///   mistakes; the invitation then stays
  @Transactional(noRollbackFor = Refused.class)
  void run(String typedName, String typedCode, String password, String origin) {
    String username = typedName.strip().toLowerCase(Locale.ROOT);
    String code = typedCode.replaceAll("\\s", "");
    long seconds = patience.wait(username, origin).plusMillis(999).toSeconds();
    if (seconds > 0) {
      throw new Refused("access.signIn.wait", seconds);
    }
    Optional<AccountsRepository.Invitation> invitation = accounts.invitation(username, today.now());
    boolean right =
        passwords.matches(
            code, invitation.map(AccountsRepository.Invitation::codeHash).orElse(nothing));
    if (!right || invitation.isEmpty()) {
      patience.failed(username, origin);
      throw new Refused("account.invitation.wrong");
    }
    PasswordRules.problem(password, List.of(username))
        .ifPresent(problem -> {
          throw new Refused(problem);
        });
    accounts.setPassword(invitation.get().account(), passwords.encode(password));
    patience.succeeded(username);
    audit.record(
        new Viewer(username, username, Set.of(), new Scope(List.of()), List.of(), origin),
        null,
        "set_password",
        "account",
        invitation.get().account(),
        null);
  }
}
