package vn.nenmong.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Whether a page can be used by all.
final class Axe {

  private static final String RUN =
      resource("/axe.min.js")
          + """
          ;axe.run({resultTypes: ['violations']}).then(found => found.violations
            .filter(rule => ['serious', 'critical'].includes(rule.impact))
            .map(rule => rule.id + ': ' + rule.nodes[0].html))
          """;

  private Axe() {}

  /// What keeps someone from using the page.
  static List<String> findings(Page page) {
    return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
  }

  /// Pixels by which the page can be scrolled sideways.
  static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  private static String resource(String name) {
    try (InputStream in = Axe.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
