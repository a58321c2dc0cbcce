package vn.nenmong.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/// What alone opens something: 256 random bits, told once and kept as a digest. Too much to guess,
/// so the digest needs no salt and no slowness.
public final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /// A new one, of letters that an address may have.
  public static String fresh() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static String digest(String secret) {
    return DigestUtils.sha256Hex(secret);
  }
}
