package vn.nenmong.access;

import java.text.Normalizer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes the composed form (NFKC): an accented password typed on another keyboard may come
/// decomposed.
final class ComposedPasswordEncoder extends AbstractValidatingPasswordEncoder {

  private final PasswordEncoder hash = PasswordEncoderFactories.createDelegatingPasswordEncoder();

  @Override
  protected String encodeNonNullPassword(String password) {
    return hash.encode(Normalizer.normalize(password, Normalizer.Form.NFKC));
  }

  @Override
  protected boolean matchesNonNull(String password, String encoded) {
    return hash.matches(Normalizer.normalize(password, Normalizer.Form.NFKC), encoded);
  }
}
