package vn.nenmong.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.GenericFilterBean;
import vn.nenmong.kernel.database.Fence;

/// Finds out for each request who is at work, by the grants of this very day, and does the rest of
/// it inside the fence around their communes.
final class AtWork extends GenericFilterBean {

  private static final String VIEWER = AtWork.class.getName();

  private final AccountRepository accounts;
  private final AccessTable table;

  AtWork(AccountRepository accounts, AccessTable table) {
    this.accounts = accounts;
    this.table = table;
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    Viewer viewer = find(request);
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
    return new AuthorizationDecision(
        table
            .entry(request)
            .filter(
                entry -> entry.anyone() || viewer(request).roles().stream().anyMatch(entry::isFor))
            .isPresent());
  }

  private Viewer find(HttpServletRequest request) {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    Optional<AccessTable.Entry> route = table.entry(request);
    return Optional.ofNullable(signedIn)
        .filter(known -> !(known instanceof AnonymousAuthenticationToken))
        .flatMap(known -> accounts.viewer(known.getName(), route, request.getRemoteAddr()))
        .orElse(Viewer.NOBODY);
  }
}
