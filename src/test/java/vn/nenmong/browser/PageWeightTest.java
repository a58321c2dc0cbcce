package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nenmong.access.AccessTable;

/// What comes over the wire at a first visit: bytes of the bodies as they are sent.
@InBrowser
class PageWeightTest {

  /// Stylesheet and script alone weigh more.
  private static final int LEAST = 10_000;

  private static final int PAGE = 60_000;
  private static final int PAGE_WITH_CHARTS = 100_000;

  private static final String BYTES =
      """
      () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
      """;

  @LocalServerPort int port;
  @Autowired AccessTable table;

  @Test
  void noPageIsHeavy() {
    List<String> pages = new ArrayList<>(Places.listed(table));
    pages.add("/");
    pages.removeIf(Places::isFile);
    try (Visit visit = Visit.signedIn(port, Chromium.PHONE, true)) {
      for (String address : pages) {
        assertThat(weight(visit, address)).as(address).isBetween(LEAST, limit(visit.page()));
      }
    }
  }

  /// As the browser itself counts what it asked for, whether it was kept from the visit before or
  /// not.
  private static int weight(Visit visit, String address) {
    visit.open(address);
    return ((Number) visit.page().evaluate(BYTES)).intValue();
  }

  private static int limit(Page page) {
    return page.locator("main svg[role=img]").count() > 0 ? PAGE_WITH_CHARTS : PAGE;
  }
}
