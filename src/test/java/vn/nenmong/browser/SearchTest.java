package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The list of members while one types.
@InBrowser
class SearchTest {

  @LocalServerPort int port;

  @Test
  void theListFollowsWhatIsTyped() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      visit.open("/members");
      visit.page().locator("#q").pressSequentially("dang quang");
      var rows = visit.page().locator("#members tbody tr");
      PlaywrightAssertions.assertThat(visit.page()).hasURL(Pattern.compile("q=dang(%20|\\+)quang"));
      assertThat(rows.allInnerTexts()).isNotEmpty().allMatch(row -> row.contains("Đặng Quang"));
      assertThat(visit.troubles()).isEmpty();
    }
  }

  @Test
  void theSameWithoutScriptByAButton() {
    try (Visit visit = Visit.signedIn(port, Chromium.PHONE, false)) {
      visit.open("/members");
      visit.page().fill("#q", "Đặng Quang");
      visit.page().press("#q", "Enter");
      assertThat(visit.address()).contains("q=");
      assertThat(visit.page().locator("#members tbody tr").allInnerTexts())
          .isNotEmpty()
          .allMatch(row -> row.contains("Đặng Quang"));
    }
  }
}
