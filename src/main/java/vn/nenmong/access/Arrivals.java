package vn.nenmong.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.time.Today;

/// What happens when someone has proven who they are: how long their session lasts, and where it
/// begins.
@Component
class Arrivals {

  /// A PC that several people use.
  private static final Duration SHARED_IDLE = Duration.ofMinutes(15);

  private static final Duration DEVICE_IDLE = Duration.ofMinutes(5);

  /// However busy: a working day.
  private static final Duration WHOLE = Duration.ofHours(12);

  private static final String SINCE = Arrivals.class.getName() + ".since";
  private static final String SHARED = Arrivals.class.getName() + ".shared";

  private final Today today;
  private final ApplicationEventPublisher events;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final SavedRequestAwareAuthenticationSuccessHandler asked =
      new SavedRequestAwareAuthenticationSuccessHandler();

  Arrivals(Today today, ApplicationEventPublisher events) {
    this.today = today;
    this.events = events;
    this.asked.setDefaultTargetUrl("/home");
  }

  /// After the password.
  void byPassword(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException, ServletException {
    HttpSession session = request.getSession();
    boolean shared = request.getParameter("shared") != null;
    session.setAttribute(SINCE, today.now());
    session.setAttribute(SHARED, shared);
    if (shared) {
      session.setMaxInactiveInterval((int) SHARED_IDLE.toSeconds());
    }
    if (who.getPrincipal() instanceof SignedIn known && known.awaitsCode()) {
      response.sendRedirect("/sign-in/code");
    } else {
      lead(request, response, who);
    }
  }

  /// After the second proof, or the PIN of a phone.
  void in(HttpServletRequest request, HttpServletResponse response, SignedIn who)
      throws IOException, ServletException {
    HttpSession session = request.getSession();
    request.changeSessionId();
    if (who.byDevice()) {
      session.setAttribute(SINCE, today.now());
      session.setMaxInactiveInterval((int) DEVICE_IDLE.toSeconds());
    }
    var token = UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities());
    token.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(token);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    events.publishEvent(new InteractiveAuthenticationSuccessEvent(token, Arrivals.class));
    lead(request, response, token);
  }

  /// Whether the session is too old, however busy it was.
  boolean isOver(HttpSession session) {
    return session.getAttribute(SINCE) instanceof Instant since
        && today.now().isAfter(since.plus(WHOLE));
  }

  /// Seconds after which the session ends when nothing is asked; 0 where there is none.
  static int idle(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? 0 : session.getMaxInactiveInterval();
  }

  static boolean isShared(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && Boolean.TRUE.equals(session.getAttribute(SHARED));
  }

  private void lead(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException, ServletException {
    if (KeptForm.find(request.getSession(), who.getName()).isPresent()) {
      response.sendRedirect("/sign-in/kept");
    } else {
      asked.onAuthenticationSuccess(request, response, who);
    }
  }
}
