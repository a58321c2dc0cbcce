package vn.nenmong.access;

import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Looks at a password only when the wait after earlier mistakes is over.
final class PatientSignIn implements AuthenticationProvider {

  /// Too early for another attempt.
  static final class Wait extends AuthenticationException {
    private static final long serialVersionUID = 1L;
    private final Duration left;

    Wait(Duration left) {
      super("wait");
      this.left = left;
    }

    /// Rounded up.
    long seconds() {
      return left.plusMillis(999).toSeconds();
    }
  }

  private final DaoAuthenticationProvider passwords;
  private final Patience patience;

  PatientSignIn(UserDetailsService accounts, PasswordEncoder encoder, Patience patience) {
    this.passwords = new DaoAuthenticationProvider(accounts);
    this.passwords.setPasswordEncoder(encoder);
    this.patience = patience;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String origin =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    Duration left = patience.wait(name, origin);
    if (left.isPositive()) {
      throw new Wait(left);
    }
    try {
      Authentication signedIn = passwords.authenticate(asked);
      if (!(signedIn.getPrincipal() instanceof SignedIn known && known.awaitsCode())) {
        patience.succeeded(name);
      }
      return signedIn;
    } catch (BadCredentialsException e) {
      patience.failed(name, origin);
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }
}
