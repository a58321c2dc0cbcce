package vn.nenmong.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.GenericFilterBean;
import vn.nenmong.kernel.database.Fence;

/// Finds out for each request who is at work, by the grants of this very day, and does the rest of
/// it inside the fence around their communes.
final class AtWork extends GenericFilterBean {

  private static final String VIEWER = AtWork.class.getName();

  private final AccountRepository accounts;
  private final AccessTable table;
  private final Arrivals arrivals;
  private final boolean secondFactorRequired;

  /// @param secondFactorRequired whether an office's roles work only with a second factor
  AtWork(
      AccountRepository accounts,
      AccessTable table,
      Arrivals arrivals,
      boolean secondFactorRequired) {
    this.accounts = accounts;
    this.table = table;
    this.arrivals = arrivals;
    this.secondFactorRequired = secondFactorRequired;
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    inside(find(request), request, response, rest);
  }

  /// Does the rest of a request for someone.
  static void inside(
      Viewer viewer, HttpServletRequest request, ServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    request.setAttribute(VIEWER, viewer);
    try {
      Fence.around(viewer.communes(), viewer.account())
          .call(() -> {
            rest.doFilter(request, response);
            return viewer;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  static Viewer viewer(HttpServletRequest request) {
    return request.getAttribute(VIEWER) instanceof Viewer viewer ? viewer : Viewer.NOBODY;
  }

  /// Whether the table lets whoever is at work take this route.
  AuthorizationDecision mayTake(HttpServletRequest request) {
    Viewer viewer = viewer(request);
    return new AuthorizationDecision(
        table
            .entry(request)
            .filter(entry -> entry.anyone() || viewer.roles().stream().anyMatch(entry::isFor))
            .filter(entry -> entry.anyone() || isOfOneself(request) || !lacksSecondFactor(viewer))
            .isPresent());
  }

  /// Whether their office's work waits until they have set up a second factor. The accounts of the
  /// demo, whose people are made up, do without.
  boolean lacksSecondFactor(Viewer viewer) {
    return secondFactorRequired
        && viewer.roles().stream().anyMatch(Role::isOffice)
        && accounts
            .find(viewer.account())
            .filter(account -> !account.demo() && !account.secondFactor())
            .isPresent();
  }

  /// The pages of one's own account.
  private static boolean isOfOneself(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/my-account");
  }

  private Viewer find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && arrivals.isOver(session)) {
      session.invalidate();
      SecurityContextHolder.getContext()
          .setAuthentication(
              new AnonymousAuthenticationToken(
                  VIEWER, "anonymous", AuthorityUtils.createAuthorityList("anonymous")));
      return Viewer.NOBODY;
    }
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
      return Viewer.NOBODY;
    }
    boolean byDevice = false;
    if (signedIn.getPrincipal() instanceof SignedIn known) {
      if (known.awaitsCode()) {
        return Viewer.NOBODY;
      }
      byDevice = known.byDevice();
    }
    return accounts
        .viewer(signedIn.getName(), table.entry(request), request.getRemoteAddr(), byDevice)
        .orElse(Viewer.NOBODY);
  }
}
