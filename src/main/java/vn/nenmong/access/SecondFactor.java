package vn.nenmong.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.kernel.time.Today;

/// The second proof beside the password: the six digits that an app shows at the moment (RFC 6238,
/// 30 seconds, one step early or late), or a recovery code from paper. None is good twice.
@Component
public class SecondFactor {

  /// @param secret in Base32, as it is typed into an app
  /// @param address for a QR code, as apps read it
  public record Begun(String secret, String address) {}

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecondFactorRepository factors;
  private final Today today;
  private final TimeBasedOneTimePasswordGenerator codes =
      new TimeBasedOneTimePasswordGenerator(STEP);

  SecondFactor(SecondFactorRepository factors, Today today) {
    this.factors = factors;
    this.today = today;
  }

  public boolean isSet(String username) {
    return factors.find(username).filter(SecondFactorRepository.Secret::confirmed).isPresent();
  }

  /// Begins to set it up, or goes on with what was begun.
  @Transactional
  public Begun begin(String username) {
    String secret =
        factors
            .find(username)
            .map(SecondFactorRepository.Secret::secret)
            .orElseGet(() -> {
              String made = new Base32().encodeAsString(random(SECRET_BYTES));
              factors.begin(username, made);
              return made;
            });
    String label = URLEncoder.encode("Nền Móng:" + username, StandardCharsets.UTF_8);
    return new Begun(
        secret,
        "otpauth://totp/"
            + label.replace("+", "%20")
            + "?secret="
            + secret
            + "&issuer="
            + URLEncoder.encode("Nền Móng", StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /// Ends setting it up, by the first code.
  ///
  /// @return the recovery codes, told this once; none where the code is wrong
  @Transactional
  public Optional<List<String>> confirm(String username, String typed) {
    if (!takesCode(username, digits(typed))) {
      return Optional.empty();
    }
    factors.confirm(username, today.now());
    return Optional.of(newRecoveryCodes(username));
  }

  /// New recovery codes in place of all earlier ones.
  @Transactional
  public List<String> newRecoveryCodes(String username) {
    Map<String, String> made = new LinkedHashMap<>();
    while (made.size() < RECOVERY_CODES) {
      String code = new Base32().encodeAsString(random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
      made.put(digest(code), String.join("-", code.split("(?<=\\G.{4})")));
    }
    factors.replaceRecoveryCodes(username, made.keySet());
    return List.copyOf(made.values());
  }

  public int recoveryCodesLeft(String username) {
    return factors.recoveryCodesLeft(username);
  }

  /// Takes it away, with the recovery codes: for whoever lost both.
  @Transactional
  public void forget(String username) {
    factors.forget(username);
  }

  /// Whether what was typed proves the account's second factor; it then does so no more.
  @Transactional
  public boolean proves(String username, String typed) {
    String digits = digits(typed);
    return isSet(username)
        && (takesCode(username, digits) || factors.takeRecoveryCode(username, digest(digits)));
  }

  private boolean takesCode(String username, String digits) {
    SecondFactorRepository.Secret kept = factors.find(username).orElse(null);
    if (kept == null || !digits.matches("[0-9]{6}")) {
      return false;
    }
    long now = today.now().getEpochSecond() / STEP.toSeconds();
    for (long step = now - 1; step <= now + 1; step++) {
      if (step > kept.lastStep() && code(kept.secret(), step).equals(digits)) {
        return factors.takeStep(username, step);
      }
    }
    return false;
  }

  private String code(String secret, long step) {
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digits(String typed) {
    return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  /// Its codes are long and random: a plain digest gives nothing away.
  private static String digest(String code) {
    return DigestUtils.sha256Hex(code);
  }

  private static byte[] random(int bytes) {
    byte[] made = new byte[bytes];
    RANDOM.nextBytes(made);
    return made;
  }
}
