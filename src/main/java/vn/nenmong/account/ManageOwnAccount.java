package vn.nenmong.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Devices;
import vn.nenmong.access.Patience;
import vn.nenmong.access.SecondFactor;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;

/// What someone does with their own account.
@Component
class ManageOwnAccount {

  private final MyAccountRepository own;
  private final AccountsRepository accounts;
  private final PasswordEncoder passwords;
  private final SecondFactor secondFactor;
  private final Devices devices;
  private final Patience patience;
  private final Audit audit;

  ManageOwnAccount(
      MyAccountRepository own,
      AccountsRepository accounts,
      PasswordEncoder passwords,
      SecondFactor secondFactor,
      Devices devices,
      Patience patience,
      Audit audit) {
    this.own = own;
    this.accounts = accounts;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.devices = devices;
    this.patience = patience;
    this.audit = audit;
  }

  /// Other sessions end.
  ///
  /// @param session id of the one that asks
  /// @throws Refused where the old one is wrong or the new one won't do
  @Transactional(noRollbackFor = Refused.class)
  void changePassword(Viewer viewer, String session, String old, String wanted) {
    MyAccountRepository.Own account = own.find(viewer.account());
    prove(viewer, passwords.matches(old, account.passwordHash()), "account.my.password.wrong");
    PasswordRules.problem(wanted, List.of(viewer.account(), viewer.displayName()))
        .ifPresent(problem -> {
          throw new Refused(problem);
        });
    accounts.setPassword(account.id(), passwords.encode(wanted));
    own.endOtherSessions(viewer.account(), session);
    record(viewer, "set_password");
  }

  /// Ends setting up the second factor by its first code.
  ///
  /// @return the recovery codes, told this once
  /// @throws Refused where the code is wrong, or it was set up before
  @Transactional(noRollbackFor = Refused.class)
  List<String> confirmSecondFactor(Viewer viewer, String code) {
    if (secondFactor.isSet(viewer.account())) {
      throw new Refused("account.factor.isSet");
    }
    List<String> codes = secondFactor.confirm(viewer.account(), code).orElse(null);
    prove(viewer, codes != null, "access.code.wrong");
    record(viewer, "set_second_factor");
    return codes == null ? List.of() : codes;
  }

  /// New recovery codes in place of the earlier ones.
  ///
  /// @throws Refused where the code of the moment is wrong
  @Transactional(noRollbackFor = Refused.class)
  List<String> newRecoveryCodes(Viewer viewer, String code) {
    prove(viewer, secondFactor.proves(viewer.account(), code), "access.code.wrong");
    record(viewer, "set_recovery_codes");
    return secondFactor.newRecoveryCodes(viewer.account());
  }

  /// @param session one of [MyAccountRepository#otherSessions], or null for all of those
  @Transactional
  void endSession(Viewer viewer, String ownSession, @Nullable String session) {
    if (session == null) {
      own.endOtherSessions(viewer.account(), ownSession);
    } else {
      own.endSession(viewer.account(), session);
    }
    record(viewer, "end_session");
  }

  @Transactional
  void endDevice(Viewer viewer) {
    devices.end(viewer.account());
    record(viewer, "end_device");
  }

  private void prove(Viewer viewer, boolean right, String problem) {
    String origin = viewer.origin() == null ? "" : viewer.origin();
    long seconds = patience.wait(viewer.account(), origin).plusMillis(999).toSeconds();
    if (seconds > 0) {
      throw new Refused("access.signIn.wait", seconds);
    }
    if (!right) {
      patience.failed(viewer.account(), origin);
      throw new Refused(problem);
    }
  }

  private void record(Viewer viewer, String action) {
    audit.record(
        viewer, viewer.onlyCommune(), action, "account", own.find(viewer.account()).id(), null);
  }
}
