package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of the phone, for who cannot see, has no mouse, or reads in an app of something else.
@InBrowser
class PhoneForAllTest {

  /// What can be pressed is large enough for a thumb, and what is read for old eyes.
  private static final String SMALL =
      """
      () => [...document.querySelectorAll('a, button, input, select, summary')]
        .filter(one => one.offsetParent && !one.classList.contains('unseen'))
        .map(one => one.closest('label') || one)
        .filter(one => one.getBoundingClientRect().height < 48)
        .map(one => one.outerHTML.slice(0, 120))
        .concat(parseFloat(getComputedStyle(document.body).fontSize) < 18 ? ['small letters'] : [])
      """;

  @LocalServerPort int port;

  @Test
  void everyPageFitsAndCanBeUsedByAll() {
    List<String> findings = new ArrayList<>();
    try (Phone phone = new Phone(port)) {
      phone.open();
      look(phone, "first", findings);
      phone.signIn("chibo").open().tap("#take").page().locator("#pin").waitFor();
      look(phone, "pin", findings);
      phone.unlock(Phone.PIN).see("Mang theo lúc");
      look(phone, "home", findings);
      String meeting = phone.page().locator("main .cards a").last().getAttribute("href");
      for (String page :
          List.of(
              "",
              "prepare",
              "missed",
              "1",
              "2",
              "3",
              "4",
              "5",
              "6",
              "7",
              "form/agenda/x",
              "form/opinion/x",
              "form/conclusion/x")) {
        phone.go(meeting + "/" + page);
        look(phone, page, findings);
      }
      assertThat(phone.troubles()).isEmpty();
    }
    assertThat(findings).isEmpty();
  }

  private static void look(Phone phone, String name, List<String> findings) {
    Axe.findings(phone.page()).forEach(one -> findings.add(name + ": " + one));
    ((List<?>) phone.page().evaluate(SMALL))
        .forEach(one -> findings.add(name + " is small: " + one));
    if (Axe.overflow(phone.page()) > 0) {
      findings.add(name + " is too wide");
    }
  }

  @Test
  void someoneIsTickedAbsentByTheKeyboardAlone() {
    try (Phone phone = new Phone(port)) {
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      phone.offline(true);
      String meeting = phone.page().locator("main .cards a").last().getAttribute("href");
      phone.go(meeting + "/2").see("Ai vắng mặt?");
      Keyboard keys = phone.page().keyboard();
      assertThat(phone.page().evaluate("() => document.activeElement.id")).isEqualTo("title");
      keys.press("Tab");
      keys.press("Space");
      phone.page().locator(".absent:checked").waitFor();
      assertThat(phone.page().evaluate("() => document.activeElement.className"))
          .as("the keyboard stays where it was")
          .isEqualTo("absent");
      keys.press("Tab");
      keys.press("Tab");
      keys.press("Enter");
      phone.page().locator(".chip[aria-pressed=true]").first().waitFor();
      assertThat(phone.page().locator(".state[role=status]").innerText()).contains("chưa gửi: 1");
      assertThat(
              phone
                  .page()
                  .getByRole(com.microsoft.playwright.options.AriaRole.HEADING)
                  .first()
                  .innerText())
          .isEqualTo("Ai vắng mặt?");
    }
  }

  @Test
  void insideAnotherAppItSaysHowToOpenTheBrowser() {
    try (Phone phone = new Phone(port)) {
      phone
          .page()
          .addInitScript(
              "Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (Linux; Android 12) Zalo android/12' })");
      phone.open().see("Mở bằng trình duyệt của máy");
      Page page = phone.page();
      assertThat(page.inputValue("#address")).isEqualTo(phone.home() + "/phone/");
      assertThat(Axe.findings(page)).isEmpty();
    }
  }
}
