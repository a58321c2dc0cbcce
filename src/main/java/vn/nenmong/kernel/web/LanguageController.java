package vn.nenmong.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/// Changes the language and goes back to where the reader was.
@Controller
class LanguageController {

  private final LocaleResolver locales;

  LanguageController(LocaleResolver locales) {
    this.locales = locales;
  }

  @GetMapping("/language")
  String change(
      @RequestParam String language,
      @RequestHeader(name = "Referer", required = false) @Nullable String referer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Locale wanted = Locale.of(language);
    if (WebConfiguration.LANGUAGES.contains(wanted)) {
      locales.setLocale(request, response, wanted);
    }
    return "redirect:" + localPath(referer);
  }

  /// Only the path of where the reader came from, never another site.
  private static String localPath(@Nullable String referer) {
    if (referer == null) {
      return "/";
    }
    try {
      URI uri = URI.create(referer);
      String path = uri.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) {
        return "/";
      }
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
