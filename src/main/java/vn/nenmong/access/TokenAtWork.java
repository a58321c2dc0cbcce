package vn.nenmong.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.GenericFilterBean;
import vn.nenmong.access.ApiTokenRepository.Token;
import vn.nenmong.kernel.time.Today;

/// Lets another program in by its token, for one request: with the grants that its maker has today,
/// no further than the token's part of the tree.
final class TokenAtWork extends GenericFilterBean {

  private static final String TOKEN = TokenAtWork.class.getName();
  private static final String SCHEME = "Bearer";

  private final ApiTokenRepository tokens;
  private final AccountRepository accounts;
  private final AccessTable table;
  private final Patience patience;
  private final Today today;

  TokenAtWork(
      ApiTokenRepository tokens,
      AccountRepository accounts,
      AccessTable table,
      Patience patience,
      Today today) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.table = table;
    this.patience = patience;
    this.today = today;
  }

  /// Whether a request, or the one whose error is answered, is one that comes without a session:
  /// with a token, or of a calendar.
  static boolean isAsked(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String uri ? uri : request.getRequestURI();
    return (path.startsWith("/api/") && secret(request) != null)
        || (path.startsWith("/calendar/") && path.endsWith(".ics"));
  }

  static @Nullable Token token(HttpServletRequest request) {
    return request.getAttribute(TOKEN) instanceof Token token ? token : null;
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain rest)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answer;
    String secret = request.getRequestURI().startsWith("/api/") ? secret(request) : null;
    if (secret == null || request.getDispatcherType() != DispatcherType.REQUEST) {
      rest.doFilter(request, response);
      return;
    }
    // Apart from sign-ins: a program that goes wrong makes no one of its office wait.
    String origin = "api " + request.getRemoteAddr();
    Duration wait = patience.wait(secret, origin);
    if (wait.isPositive()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    Optional<Token> token = tokens.find(secret, today.realDate());
    if (token.isEmpty()) {
      patience.failed(secret, origin);
    }
    Optional<Viewer> viewer = token.filter(Token::good).flatMap(known -> viewer(known, request));
    if (token.isEmpty() || viewer.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME);
      response.sendError(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    request.setAttribute(TOKEN, token.get());
    tokens.used(token.get().id(), today.now(), request.getRemoteAddr());
    SecurityContextHolder.getContext()
        .setAuthentication(
            new PreAuthenticatedAuthenticationToken(token.get().maker(), "", List.of()));
    AtWork.inside(viewer.get(), request, response, rest);
  }

  /// Whether the access table lets the maker take this route, and the token is for it.
  boolean mayTake(HttpServletRequest request) {
    Token token = token(request);
    Viewer viewer = AtWork.viewer(request);
    return table
        .entry(request)
        .filter(entry ->
            entry.anyone()
                || (token != null
                    && viewer.roles().stream().anyMatch(entry::isFor)
                    && ApiPart.at(request.getRequestURI()).filter(token::isFor).isPresent()))
        .isPresent();
  }

  private Optional<Viewer> viewer(Token token, HttpServletRequest request) {
    return accounts
        .viewer(token.maker(), table.entry(request), request.getRemoteAddr(), false)
        .filter(maker -> maker.scope().reaches(token.path()))
        .map(maker -> accounts.narrowed(maker, token.path()));
  }

  private static @Nullable String secret(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : null;
  }
}
