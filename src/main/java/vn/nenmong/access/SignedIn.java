package vn.nenmong.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// A signed-in account, as the session keeps it: its name and how it came in. What it may do is
/// asked anew for each request, so that an ended grant ends at once.
///
/// @param awaitsCode whether the second proof is still missing: it may do nothing yet
/// @param byDevice whether it came in by the PIN of a phone, which opens no office's work
record SignedIn(String username, String passwordHash, boolean awaitsCode, boolean byDevice)
    implements UserDetails {

  static SignedIn byDevice(String username) {
    return new SignedIn(username, "", false, true);
  }

  SignedIn proven() {
    return new SignedIn(username, passwordHash, false, byDevice);
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return username;
  }
}
