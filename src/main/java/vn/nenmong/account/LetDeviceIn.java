package vn.nenmong.account;

import java.util.UUID;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Devices;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;

/// Lets a phone in by the code that was handed over, and keeps the PIN that opens it from then on.
@Component
class LetDeviceIn {

  private static final int PIN_DIGITS = 6;
  private static final int LEAST_DIFFERENT_DIGITS = 3;

  private final UseInvitation invitations;
  private final Devices devices;
  private final Audit audit;

  LetDeviceIn(UseInvitation invitations, Devices devices, Audit audit) {
    this.invitations = invitations;
    this.devices = devices;
    this.audit = audit;
  }

  /// @param name what the phone says of itself
  /// @param secure whether it came over HTTPS
  /// @return what the phone keeps
  /// @throws Refused where the code is not good, the PIN won't do, or it is too early after
  ///   mistakes; the invitation then stays
  @Transactional(noRollbackFor = Refused.class)
  ResponseCookie run(
      String username,
      String code,
      String pin,
      String again,
      String name,
      String origin,
      boolean secure) {
    UUID account = invitations.check(username, code, origin, true);
    if (!pin.matches("[0-9]{" + PIN_DIGITS + "}")) {
      throw new Refused("account.pin.form");
    }
    if (isGuessedFirst(pin)) {
      throw new Refused("account.pin.common");
    }
    if (!pin.equals(again)) {
      throw new Refused("account.pin.again");
    }
    ResponseCookie cookie = devices.letIn(username, pin, name, secure);
    invitations.done(account, username);
    audit.record(Viewer.atTheDoor(username, origin), null, "add", "device", account, null);
    return cookie;
  }

  /// Few different digits, or a run such as 123456 and 654321.
  private static boolean isGuessedFirst(String pin) {
    int step = pin.charAt(1) - pin.charAt(0);
    boolean run = true;
    for (int i = 1; i < pin.length(); i++) {
      run &= pin.charAt(i) - pin.charAt(i - 1) == step;
    }
    return run || pin.chars().distinct().count() < LEAST_DIFFERENT_DIGITS;
  }
}
