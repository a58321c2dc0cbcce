package vn.nenmong.access;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Leaves a line in the trail for each sign-in, each that failed, each sign-out and each refusal.
@Component
class Entrances {

  private final AccountRepository accounts;
  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  Entrances(AccountRepository accounts, Audit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @EventListener
  void signedIn(InteractiveAuthenticationSuccessEvent event) {
    if (event.getAuthentication().getPrincipal() instanceof SignedIn known && known.awaitsCode()) {
      return;
    }
    accounts.signedIn(event.getAuthentication().getName());
    record(event.getAuthentication(), origin(event.getAuthentication()), "sign_in");
  }

  /// A name that is no account leaves none: it may be a password, typed one field too early.
  @EventListener
  void failed(AbstractAuthenticationFailureEvent event) {
    record(event.getAuthentication(), origin(event.getAuthentication()), "sign_in_failed");
  }

  /// The code, or the PIN of a phone.
  void failedProof(String username, String origin) {
    record(username, origin, "sign_in_failed", "session", null);
  }

  void signedOut(@Nullable Authentication who, String origin) {
    record(who, origin, "sign_out");
  }

  /// What their roles don't let them open.
  void refused(Viewer viewer, String path) {
    record(
        viewer.account(),
        viewer.origin(),
        "refuse",
        "route",
        json.createObjectNode().put("path", path).toString());
  }

  private void record(@Nullable Authentication who, @Nullable String origin, String action) {
    if (who != null) {
      String name = who.getName().strip().toLowerCase(Locale.ROOT);
      record(name, origin, action, "session", null);
    }
  }

  /// With all that the account may see, whatever route it was refused.
  private void record(
      String account,
      @Nullable String origin,
      String action,
      String subject,
      @Nullable String detail) {
    accounts
        .viewer(account, Optional.empty(), origin, false)
        .ifPresent(
            viewer -> audit.record(viewer, onlyCommune(viewer), action, subject, null, detail));
  }

  private static @Nullable String origin(Authentication authentication) {
    return authentication.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : null;
  }

  private static @Nullable UUID onlyCommune(Viewer viewer) {
    return viewer.onlyCommune();
  }
}
