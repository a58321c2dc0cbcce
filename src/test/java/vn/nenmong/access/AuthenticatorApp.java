package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// The app on someone's phone that shows the code of the moment.
final class AuthenticatorApp {

  private static final Pattern SECRET = Pattern.compile("class=\"code secret\">([A-Z2-7 ]+)<");
  private static final int STEP_SECONDS = 30;

  private final byte[] secret;

  /// @param page that shows the key to type
  AuthenticatorApp(String page) {
    Matcher shown = SECRET.matcher(page);
    assertThat(shown.find()).as("a key on the page").isTrue();
    secret = new Base32().decode(shown.group(1).replace(" ", ""));
  }

  /// @param steps how many codes later than now
  String code(int steps) {
    var codes = new TimeBasedOneTimePasswordGenerator();
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(secret, codes.getAlgorithm()),
          Instant.now().plusSeconds((long) steps * STEP_SECONDS),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
