package vn.nenmong.access;

import java.text.Normalizer;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/// Hashes the composed form (NFKC): an accented password typed on another keyboard may come
/// decomposed. By PBKDF2, which takes passwords of any length; bcrypt, by which older ones are
/// kept, takes 72 bytes, and an accented phrase soon has more.
final class ComposedPasswordEncoder extends AbstractValidatingPasswordEncoder {

  private static final String PBKDF2 = "pbkdf2@SpringSecurity_v5_8";

  private final PasswordEncoder hash =
      new DelegatingPasswordEncoder(
          PBKDF2,
          Map.of(
              PBKDF2,
              Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
              "bcrypt",
              new BCryptPasswordEncoder()));

  @Override
  protected String encodeNonNullPassword(String password) {
    return hash.encode(Normalizer.normalize(password, Normalizer.Form.NFKC));
  }

  @Override
  protected boolean matchesNonNull(String password, String encoded) {
    return hash.matches(Normalizer.normalize(password, Normalizer.Form.NFKC), encoded);
  }
}
