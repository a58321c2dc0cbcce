package vn.nenmong.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.Today;

/// Phones that know an account: one each, let in by a code, opened by a PIN, for ninety days from
/// the last time.
@Component
public class Devices {

  /// How a phone stands with the office.
  public enum Standing {
    KNOWN,
    /// Another one of its account was let in after it.
    REPLACED,
    /// It was let in once and is no more: it may be lost.
    ENDED,
    NONE
  }

  private static final String COOKIE = "nenmong-device";
  private static final Duration GOOD_FOR = Duration.ofDays(90);
  private static final int NAME_LENGTH = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DeviceRepository devices;
  private final PasswordEncoder passwords;
  private final Today today;
  private final TimeOrderedIds ids;

  Devices(DeviceRepository devices, PasswordEncoder passwords, Today today) {
    this.devices = devices;
    this.passwords = passwords;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  /// Lets a phone in, in place of the account's earlier one.
  ///
  /// @param name what the phone says of itself
  /// @return what the phone keeps
  @Transactional
  public ResponseCookie letIn(String username, String pin, String name, boolean secure) {
    byte[] token = new byte[32];
    RANDOM.nextBytes(token);
    String told = HexFormat.of().formatHex(token);
    UUID id = ids.next();
    devices.put(
        id,
        username,
        DigestUtils.sha256Hex(told),
        passwords.encode(pin),
        name.substring(0, Math.min(name.length(), NAME_LENGTH)),
        today.now(),
        today.now().plus(GOOD_FOR));
    return cookie(id + "." + told, secure);
  }

  public Optional<Device> of(String username) {
    return devices.of(username, today.now());
  }

  /// @return whether there was one
  @Transactional
  public boolean end(String username) {
    return devices.forget(username);
  }

  /// The phone that a request comes from, where it is known.
  Optional<DeviceRepository.Known> find(HttpServletRequest request) {
    return value(request).flatMap(this::find);
  }

  private Optional<DeviceRepository.Known> find(String value) {
    int dot = value.indexOf('.');
    try {
      return devices
          .find(UUID.fromString(value.substring(0, Math.max(dot, 0))), today.now())
          .filter(
              known -> known.tokenDigest().equals(DigestUtils.sha256Hex(value.substring(dot + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What the office knows of the phone that a request comes from.
  public Standing standing(HttpServletRequest request) {
    if (find(request).isPresent()) {
      return Standing.KNOWN;
    }
    return value(request)
        .map(value -> DigestUtils.sha256Hex(value.substring(value.indexOf('.') + 1)))
        .flatMap(devices::end)
        .orElse(Standing.NONE);
  }

  /// Whether a PIN is the phone's.
  boolean opens(DeviceRepository.Known device, String pin) {
    return passwords.matches(pin, device.pinHash());
  }

  /// It is good for as long again.
  ///
  /// @return what the phone keeps
  ResponseCookie used(DeviceRepository.Known device, HttpServletRequest request) {
    devices.used(device.id(), today.now(), today.now().plus(GOOD_FOR));
    return cookie(value(request).orElseThrow(), request.isSecure());
  }

  /// Whether a request says that it comes from such a phone.
  static boolean says(HttpServletRequest request) {
    return value(request).isPresent();
  }

  private static Optional<String> value(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static ResponseCookie cookie(String value, boolean secure) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(GOOD_FOR)
        .build();
  }
}
