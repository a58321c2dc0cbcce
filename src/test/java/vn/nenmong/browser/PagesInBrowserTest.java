package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nenmong.access.AccessTable;

/// Every page on a desk's and on a phone's screen, one of each address.
@InBrowser
class PagesInBrowserTest {

  @LocalServerPort int port;
  @Autowired AccessTable table;

  private final List<String> findings = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();

  @Test
  void everyPageFitsTheDeskAndCanBeUsedByAll() {
    walk(Chromium.DESK, this::fitsAndCanBeUsed);
  }

  @Test
  void everyPageFitsThePhone() {
    walk(Chromium.PHONE, this::fits);
  }

  private void walk(String screen, BiConsumer<Visit, String> look) {
    try (Visit visit = Visit.signedIn(port, screen, true)) {
      List<String> start = new ArrayList<>(Places.listed(table));
      start.addFirst("/");
      Places.walk(
          visit,
          start,
          address -> {
            if (Places.isFile(address) || !shown.add(Places.path(address))) {
              return false;
            }
            visit.open(address);
            look.accept(visit, address);
            return true;
          });
      assertThat(findings).isEmpty();
      assertThat(visit.troubles()).isEmpty();
    }
  }

  @Test
  void signInFitsThePhoneAndCanBeUsedByAll() {
    try (Visit visit = Visit.to(port, Chromium.PHONE, true)) {
      visit.open("/sign-in");
      fitsAndCanBeUsed(visit, "/sign-in");
      assertThat(findings).isEmpty();
      assertThat(visit.troubles()).isEmpty();
    }
  }

  private void fits(Visit visit, String address) {
    int over = overflow(visit.page());
    if (over > 0) {
      findings.add(address + " is " + over + " px too wide");
    }
  }

  private void fitsAndCanBeUsed(Visit visit, String address) {
    fits(visit, address);
    for (Rule rule : axe(visit.page()).analyze().getViolations()) {
      if (rule.getImpact().equals("serious") || rule.getImpact().equals("critical")) {
        findings.add(address + " " + rule.getId() + ": " + rule.getNodes().getFirst().getHtml());
      }
    }
  }

  /// Tells nothing but what it finds.
  private static AxeBuilder axe(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).options(options);
  }

  /// Pixels by which the page can be scrolled sideways.
  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  @Test
  void printedPagesKeepTheirTablesAndLeaveTheMenuOut() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String address : List.of("/members", "/villages", "/meetings", "/indicators")) {
        visit.open(address);
        assertThat(visit.page().locator("main table").first().isVisible()).as(address).isTrue();
        assertThat(visit.page().locator("nav").first().isVisible()).as(address).isFalse();
      }
    }
  }
}
