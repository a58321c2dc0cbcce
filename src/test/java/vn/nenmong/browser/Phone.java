package vn.nenmong.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.nenmong.access.DemoAccounts;

/// A phone in a hand: one browser that keeps what it kept while its pages are closed and opened.
final class Phone implements AutoCloseable {

  static final String PIN = "246810";

  private final BrowserContext context;
  private final String home;
  private final List<String> troubles = new ArrayList<>();
  private Page page;
  private String cell = "";

  Phone(int port) {
    this(Chromium.context(Chromium.PHONE, true), "http://localhost:" + port);
  }

  static Phone over(WeakNetwork network) {
    return new Phone(network.port());
  }

  private Phone(BrowserContext context, String home) {
    this.context = context;
    this.home = home;
    context.setDefaultTimeout(15_000);
    context.onWebError(error -> troubles.add(error.page().url() + " throws: " + error.error()));
    context.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        troubles.add(message.text());
      }
    });
    page = context.newPage();
  }

  BrowserContext context() {
    return context;
  }

  Page page() {
    return page;
  }

  String home() {
    return home;
  }

  /// Exceptions of scripts and violations of the Content-Security-Policy.
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  Phone signIn(String account) {
    page.navigate(home + "/sign-in");
    page.fill("#username", account);
    page.fill("#password", DemoAccounts.PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL(address -> !address.startsWith(home + "/sign-in"));
    return this;
  }

  /// Nothing of its pages is under way any more.
  Phone gone() {
    page.navigate("about:blank");
    return this;
  }

  void signOut() {
    context.clearCookies();
  }

  Phone open() {
    page.navigate(home + "/phone/");
    page.locator("h1").waitFor();
    return this;
  }

  /// Its page is gone, as when the phone is switched off.
  void kill() {
    page.close();
  }

  Phone reopen() {
    page = context.newPage();
    return open();
  }

  Phone unlock(String pin) {
    page.fill("#pin", pin);
    page.press("#pin", "Enter");
    return this;
  }

  /// Takes along for the first time.
  Phone takeAlong() {
    page.click("#take");
    page.locator("#pin").waitFor();
    unlock(PIN);
    see("Mang theo lúc");
    return this;
  }

  /// Everything is kept on it that works without signal.
  Phone untilPagesAreKept() {
    page.evaluate("async () => { await navigator.serviceWorker.ready }");
    page.waitForFunction(
        "async () => (await caches.keys()).length > 0 && Boolean(navigator.serviceWorker.controller)");
    return this;
  }

  void offline(boolean off) {
    context.setOffline(off);
  }

  Phone go(String hash) {
    page.evaluate(
        """
        async hash => {
          location.hash = hash
          await new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))
        }
        """,
        hash);
    return this;
  }

  /// The cell whose secretary has it, as it stands in addresses.
  String cell() {
    if (cell.isEmpty()) {
      go("#/");
      cell = page.locator("main .cards a").first().getAttribute("href").split("/", -1)[2];
    }
    return cell;
  }

  Phone see(String text) {
    page.getByText(text).first().waitFor();
    return this;
  }

  Phone tap(String selector) {
    page.click(selector);
    return this;
  }

  /// The line that tells what is sent.
  String state() {
    return page.locator(".state").innerText();
  }

  Phone waitForState(String pattern) {
    page.locator(".state")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile(pattern)))
        .waitFor();
    return this;
  }

  /// As someone does who sees that it did not get through.
  Phone sendUntilSent() {
    for (int i = 0; i < 50 && !state().startsWith("Đã gửi"); i++) {
      tap("#send");
      page.locator(".state")
          .filter(new Locator.FilterOptions().setHasNotText(Pattern.compile("[Đđ]ang gửi")))
          .waitFor();
    }
    return waitForState("Đã gửi");
  }

  /// All that was typed is kept.
  Phone leave() {
    page.evaluate("() => document.activeElement.blur()");
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return this;
  }

  @Override
  public void close() {
    context.close();
  }
}
