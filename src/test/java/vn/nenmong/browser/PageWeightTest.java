package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nenmong.access.AccessTable;

/// What comes over the wire at a first visit: bytes of the bodies as they are sent.
@InBrowser
class PageWeightTest {

  private static final int PAGE = 60_000;
  private static final int PAGE_WITH_CHARTS = 100_000;

  @LocalServerPort int port;
  @Autowired AccessTable table;

  @Test
  void noPageIsHeavy() {
    List<String> pages = new ArrayList<>(Places.listed(table));
    pages.add("/");
    pages.removeIf(Places::isFile);
    for (String address : pages) {
      try (Visit visit = Visit.signedIn(port, Chromium.PHONE, true)) {
        assertThat(weight(visit, address)).as(address).isLessThanOrEqualTo(limit(visit.page()));
      }
    }
  }

  /// Nothing is kept from the visit before: the sign-in page's files are asked for again.
  private static int weight(Visit visit, String address) {
    List<Response> responses = new ArrayList<>();
    Page page = visit.page();
    var session = page.context().newCDPSession(page);
    session.send("Network.clearBrowserCache");
    page.onResponse(responses::add);
    visit.open(address);
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    return responses.stream().mapToInt(answer -> answer.request().sizes().responseBodySize).sum();
  }

  private static int limit(Page page) {
    return page.locator("main svg[role=img]").count() > 0 ? PAGE_WITH_CHARTS : PAGE;
  }
}
