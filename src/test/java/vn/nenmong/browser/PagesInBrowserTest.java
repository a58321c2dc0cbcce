package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  @Test
  void everyPageFitsTheDeskAndThePhoneAndCanBeUsedByAll() {
    Set<String> shown = new HashSet<>();
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      List<String> start = new ArrayList<>(Places.listed(table));
      start.addFirst("/");
      Places.walk(
          start,
          address -> {
            if (Places.isFile(address) || !shown.add(Places.path(address))) {
              return List.of();
            }
            visit.open(address);
            fitsAndCanBeUsed(visit, address);
            visit.turnTo(Chromium.PHONE);
            fits(visit, address + " on the phone");
            visit.turnTo(Chromium.DESK);
            return visit.links();
          });
      assertThat(shown).hasSizeGreaterThan(Places.listed(table).size());
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
    int over = Axe.overflow(visit.page());
    if (over > 0) {
      findings.add(address + " is " + over + " px too wide");
    }
  }

  private void fitsAndCanBeUsed(Visit visit, String address) {
    fits(visit, address);
    for (String finding : Axe.findings(visit.page())) {
      findings.add(address + " " + finding);
    }
  }

  @Test
  void whatCannotBeUsedByAllIsFound() {
    try (Visit visit = Visit.to(port, Chromium.DESK, true)) {
      visit.page().setContent("<html lang=vi><title>t</title><main><img src='data:,'></main>");
      fitsAndCanBeUsed(visit, "a picture without words");
      assertThat(findings).singleElement().asString().contains("image-alt");
    }
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
