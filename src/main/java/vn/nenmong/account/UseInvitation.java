package vn.nenmong.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Patience;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Whether a code that was handed over is good. It stays so until what it is for is done.
@Component
class UseInvitation {

  private final AccountsRepository accounts;
  private final PasswordEncoder passwords;
  private final Patience patience;
  private final Today today;

  /// What a code is compared with where there is none, so that the answer takes as long.
  private final String nothing;

  UseInvitation(
      AccountsRepository accounts, PasswordEncoder passwords, Patience patience, Today today) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.patience = patience;
    this.today = today;
    this.nothing = passwords.encode("nothing");
  }

  /// @param username as accounts are named
  /// @param origin network address
  /// @param forDevice whether the code is to let a phone in, not to choose a password
  /// @return the account
  /// @throws Refused where the code is not good, or it is too early after mistakes
  UUID check(String username, String typedCode, String origin, boolean forDevice) {
    String code = typedCode.replaceAll("\\s", "");
    long seconds = patience.wait(username, origin).plusMillis(999).toSeconds();
    if (seconds > 0) {
      throw new Refused("access.signIn.wait", seconds);
    }
    Optional<AccountsRepository.Invitation> invitation =
        accounts.invitation(username, today.now()).filter(found -> found.forDevice() == forDevice);
    boolean right =
        passwords.matches(
            code, invitation.map(AccountsRepository.Invitation::codeHash).orElse(nothing));
    if (!right || invitation.isEmpty()) {
      patience.failed(username, origin);
      throw new Refused("account.invitation.wrong");
    }
    return invitation.get().account();
  }

  /// It was used: no more waiting, and the code is good no more.
  void done(UUID account, String username) {
    accounts.useInvitation(account);
    patience.succeeded(username);
  }
}
