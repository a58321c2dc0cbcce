package vn.nenmong.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.UrlUtils;

/// A form that came after its session had run out, kept until whoever had filled it in has signed
/// in again. Nobody else gets it, who may sit at the same machine.
///
/// @param path where it was sent to
/// @param account that it was shown to
/// @param hasFile whether a file came with it, which must be chosen again
public record KeptForm(String path, String account, boolean hasFile, List<Field> fields)
    implements Serializable {

  /// One value of a field.
  public record Field(String name, String value) implements Serializable {}

  private static final String NAME = KeptForm.class.getName();

  /// In every form: the account that it was shown to.
  private static final String ACCOUNT = "form-of";

  /// No form of the program is longer; a stranger must not fill the table of sessions.
  private static final int MOST_LETTERS = 500_000;

  public KeptForm {
    fields = List.copyOf(fields);
  }

  /// The form of a request, where it is one to keep: only one that this program's own page sent.
  /// What another site sends in someone's name must not lie ready to be sent on.
  static Optional<KeptForm> of(HttpServletRequest request, AccessTable table) {
    boolean hasFile = hasType(request, MediaType.MULTIPART_FORM_DATA);
    boolean keeps =
        request.getMethod().equals("POST")
            && (hasFile || hasType(request, MediaType.APPLICATION_FORM_URLENCODED))
            && isFromOwnPage(request)
            && table.entry(request).filter(entry -> !entry.anyone()).isPresent();
    if (!keeps) {
      return Optional.empty();
    }
    List<Field> fields = new ArrayList<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!name.equals("_csrf") && !name.equals(ACCOUNT) && !name.startsWith("password")) {
            for (String value : values) {
              fields.add(new Field(name, value));
            }
          }
        });
    int letters =
        fields.stream().mapToInt(field -> field.name().length() + field.value().length()).sum();
    return letters > MOST_LETTERS
        ? Optional.empty()
        : Optional.of(
            new KeptForm(
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getParameter(ACCOUNT), ""),
                hasFile,
                fields));
  }

  boolean isOf(String other) {
    return account.equals(other);
  }

  void keepIn(HttpSession session) {
    session.setAttribute(NAME, this);
  }

  /// The one that is kept for an account; one of somebody else's is forgotten.
  static Optional<KeptForm> find(HttpSession session, String account) {
    if (session.getAttribute(NAME) instanceof KeptForm kept && kept.isOf(account)) {
      return Optional.of(kept);
    }
    session.removeAttribute(NAME);
    return Optional.empty();
  }

  private static boolean hasType(HttpServletRequest request, MediaType type) {
    String given = request.getContentType();
    return given != null && given.startsWith(type.toString());
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
