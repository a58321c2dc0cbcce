package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Without a mouse.
@InBrowser
class KeyboardTest {

  private static final String OUTLINE =
      """
      () => {
        const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
          || style.boxShadow !== 'none';
      }
      """;

  @LocalServerPort int port;

  @Test
  void theFirstTabLeadsPastTheMenu() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      visit.open("/members");
      Page page = visit.page();
      page.keyboard().press("Tab");
      assertThat(page.evaluate("() => document.activeElement.getAttribute('href')"))
          .isEqualTo("#main");
      assertThat(page.locator(".skip").isVisible()).isTrue();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(
              page.evaluate(
                  "() => document.querySelector('main').contains(document.activeElement)"))
          .isEqualTo(true);
    }
  }

  @Test
  void whereTheKeyboardIsCanAlwaysBeSeen() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      visit.open("/members");
      for (int i = 0; i < 40; i++) {
        visit.page().keyboard().press("Tab");
        assertThat(visit.page().evaluate(OUTLINE))
            .as("%s", visit.page().evaluate("() => document.activeElement.outerHTML"))
            .isEqualTo(true);
      }
    }
  }

  @Test
  void aKeyLeadsToTheSearchFromEveryPage() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      visit.open("/members");
      visit.page().keyboard().press("/");
      visit.page().keyboard().type("pa kin");
      visit.page().keyboard().press("Enter");
      visit.page().waitForURL("**/find?q=*");
      assertThat(visit.page().locator("#found a").allInnerTexts())
          .contains("Pá Kín 1", "Chi bộ Pá Kín 1");
      assertThat(visit.troubles()).isEmpty();
    }
  }
}
