package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a clerk types is counted in keys, Vietnamese letters as Telex has them (`ượ` is `uwowj`). A
/// key takes an average typist 0.28 s (Card, Moran and Newell, 1980).
@InBrowser
class KeysTest {

  private static final double SECONDS_A_KEY = 0.28;

  @LocalServerPort int port;

  @Test
  void aNewMemberTakesFortySecondsOfTypingAtMost() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      visit.open("/entry/members/new");
      Typist typist = new Typist(visit.page());
      typist.type("f.name", "Lò Văn Phượng");
      typist.type("f.born.day", "5");
      typist.type("f.born.month", "3");
      typist.type("f.born.year", "1990");
      typist.choose("f.sex", 1);
      typist.type("f.ethnicity", "Thái");
      typist.choose("f.cell", 8);
      typist.choose("f.village", 6);
      typist.type("f.admitted.day", "3");
      typist.type("f.admitted.month", "2");
      typist.type("f.admitted.year", "2014");
      typist.type("f.recognised.day", "3");
      typist.type("f.recognised.month", "2");
      typist.type("f.recognised.year", "2015");
      typist.type("f.card", "77.100999");
      typist.send();
      assertThat(visit.page().locator(".notice.done").count()).isEqualTo(1);
      assertThat(typist.keys * SECONDS_A_KEY).as("%d keys", typist.keys).isLessThanOrEqualTo(40);
    }
  }

  @Test
  void theAttendanceOfACellTakesAMinuteAtMost() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      visit.open("/entry/meetings/new");
      Typist typist = new Typist(visit.page());
      typist.choose("f.cell", 8);
      typist.type("f.heldOn.day", "27");
      typist.type("f.heldOn.month", "12");
      typist.type("f.heldOn.year", "2016");
      typist.choose("f.kind", 2);
      typist.type("f.due", "20");
      typist.type("f.present", "18");
      typist.send();
      assertThat(visit.page().locator(".notice.done").count()).isEqualTo(1);
      assertThat(typist.keys * SECONDS_A_KEY).as("%d keys", typist.keys).isLessThanOrEqualTo(60);
    }
  }

  /// Goes from field to field with the tabulator, and counts.
  private static final class Typist {

    private final Page page;
    private int keys;

    Typist(Page page) {
      this.page = page;
    }

    void type(String field, String text) {
      reach(field);
      page.keyboard().type(text);
      String telex =
          Normalizer.normalize(text.replace("đ", "dd").replace("Đ", "DD"), Normalizer.Form.NFD);
      keys += telex.length() + (int) telex.chars().filter(Character::isUpperCase).count();
    }

    /// @param down how often the arrow is pressed
    void choose(String field, int down) {
      reach(field);
      for (int i = 0; i < down; i++) {
        page.keyboard().press("ArrowDown");
        keys++;
      }
    }

    void send() {
      page.keyboard().press("Enter");
      keys++;
      page.locator(".notice").first().waitFor();
      assertThat(page.locator("#problems").allInnerTexts()).isEmpty();
    }

    private void reach(String field) {
      while (!field.equals(page.evaluate("() => document.activeElement.name || ''"))) {
        page.keyboard().press("Tab");
        keys++;
        if (keys > 500) {
          throw new AssertionError("the keyboard does not get to " + field);
        }
      }
    }
  }
}
