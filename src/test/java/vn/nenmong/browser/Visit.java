package vn.nenmong.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.nenmong.access.DemoAccounts;

/// Someone with a browser, signed in, and everything that went wrong on the way.
final class Visit implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final String home;
  private final List<String> troubles = new ArrayList<>();

  private Visit(int port, String screen, boolean script) {
    home = "http://localhost:" + port;
    context = Chromium.context(screen, script);
    context.onRequest(request -> {
      if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
        troubles.add("asked another host: " + request.url());
      }
    });
    context.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        troubles.add(message.page().url() + " says: " + message.text());
      }
    });
    context.onWebError(error -> troubles.add(error.page().url() + " throws: " + error.error()));
    page = context.newPage();
  }

  /// Before sign-in.
  static Visit to(int port, String screen, boolean script) {
    return new Visit(port, screen, script);
  }

  /// As the clerk of the demo, who may open every page.
  static Visit signedIn(int port, String screen, boolean script) {
    return signedIn(port, screen, script, "vanphong");
  }

  static Visit signedIn(int port, String screen, boolean script, String account) {
    Visit visit = new Visit(port, screen, script);
    visit.open("/sign-in");
    visit.page.fill("#username", account);
    visit.page.fill("#password", DemoAccounts.PASSWORD);
    visit.page.press("#password", "Enter");
    visit.page.waitForURL(visit.home + "/");
    return visit;
  }

  Page page() {
    return page;
  }

  /// @param address path and query
  /// @return the answer's status
  int open(String address) {
    Response response = page.navigate(home + address);
    return Objects.requireNonNull(response).status();
  }

  /// The same page on the other screen.
  void turnTo(String screen) {
    page.setViewportSize(Chromium.width(screen), Chromium.height(screen));
  }

  /// Path and query of where it is.
  String address() {
    return addressOf(page.url());
  }

  private static String addressOf(String url) {
    URI uri = URI.create(url);
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  /// Paths and queries of the page's links within the program, without those that only jump.
  List<String> links() {
    return ((List<?>) page.evaluate("() => Array.from(document.links, link => link.href)"))
        .stream()
            .map(String::valueOf)
            .filter(href -> href.startsWith(home))
            .map(Visit::addressOf)
            .distinct()
            .toList();
  }

  /// Console errors and warnings (a violation of the Content-Security-Policy is one), exceptions of
  /// scripts, and requests to other hosts.
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  @Override
  public void close() {
    context.close();
  }
}
