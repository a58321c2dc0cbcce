package vn.nenmong.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.UrlUtils;

/// A form that came after its session had run out, kept until someone has signed in again.
///
/// @param path where it was sent to
public record KeptForm(String path, List<Field> fields) implements Serializable {

  /// One value of a field.
  public record Field(String name, String value) implements Serializable {}

  private static final String NAME = KeptForm.class.getName();

  /// No form of the program is longer; a stranger must not fill the table of sessions.
  private static final int MOST_LETTERS = 500_000;

  public KeptForm {
    fields = List.copyOf(fields);
  }

  /// Keeps the form of a request in its session. Only one that this program's own page sent: what
  /// another site sends in someone's name must not lie ready to be sent on.
  ///
  /// @return whether it was one to keep
  static boolean keep(HttpServletRequest request, AccessTable table) {
    boolean keeps =
        request.getMethod().equals("POST")
            && MediaType.APPLICATION_FORM_URLENCODED_VALUE.equals(request.getContentType())
            && isFromOwnPage(request)
            && table.entry(request).filter(entry -> !entry.anyone()).isPresent();
    if (!keeps) {
      return false;
    }
    List<Field> fields = new ArrayList<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!name.equals("_csrf") && !name.startsWith("password")) {
            for (String value : values) {
              fields.add(new Field(name, value));
            }
          }
        });
    int letters =
        fields.stream().mapToInt(field -> field.name().length() + field.value().length()).sum();
    if (letters > MOST_LETTERS) {
      return false;
    }
    request.getSession().setAttribute(NAME, new KeptForm(request.getRequestURI(), fields));
    return true;
  }

  static Optional<KeptForm> find(HttpSession session) {
    return session.getAttribute(NAME) instanceof KeptForm kept
        ? Optional.of(kept)
        : Optional.empty();
  }

  static void forget(HttpSession session) {
    session.removeAttribute(NAME);
  }

  private static boolean isFromOwnPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return false;
    }
    try {
      URI from = URI.create(origin);
      URI own = URI.create(UrlUtils.buildFullRequestUrl(request));
      return own.getAuthority().equals(from.getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
