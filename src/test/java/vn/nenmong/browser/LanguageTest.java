package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The reader's choice of language at the foot of each page.
@InBrowser
class LanguageTest {

  @LocalServerPort int port;

  @Test
  void thePageStaysTheSameAndSpeaksTheOtherLanguage() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, false)) {
      String address = "/members?from=2016-01-01&to=2016-06-30&sort=born";
      visit.open(address);
      assertThat(heading(visit)).isEqualTo("Đảng viên");
      choose(visit, "English");
      assertThat(visit.address()).isEqualTo(address);
      assertThat(heading(visit)).isEqualTo("Members");
      assertThat(visit.page().getAttribute("html", "lang")).isEqualTo("en");
      choose(visit, "Tiếng Việt");
      assertThat(visit.address()).isEqualTo(address);
      assertThat(heading(visit)).isEqualTo("Đảng viên");
    }
  }

  @Test
  void itIsChosenBeforeSignInToo() {
    try (Visit visit = Visit.to(port, Chromium.PHONE, false)) {
      visit.open("/sign-in");
      choose(visit, "English");
      assertThat(visit.address()).isEqualTo("/sign-in");
      assertThat(heading(visit)).isEqualTo("Sign in");
    }
  }

  private static void choose(Visit visit, String language) {
    visit
        .page()
        .locator("footer")
        .getByText(language, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
        .click();
  }

  private static String heading(Visit visit) {
    Page page = visit.page();
    return page.innerText("h1").strip();
  }
}
