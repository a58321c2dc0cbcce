package vn.nenmong.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's own Chromium, started once for all tests of a run; each visit has a profile of its
/// own that is thrown away.
final class Chromium {

  static final String DESK = "desk";
  static final String PHONE = "phone";

  private static final Path PROGRAM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private record Started(Playwright playwright, Browser browser) {}

  /// One for each thread that tests run in: it must not be used by two.
  private static final ThreadLocal<Started> STARTED = ThreadLocal.withInitial(Chromium::start);

  private Chromium() {}

  /// @param screen `desk` (1366 px wide) or `phone` (360 px)
  /// @param script whether pages may run JavaScript
  static BrowserContext context(String screen, boolean script) {
    return STARTED
        .get()
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width(screen), height(screen))
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setJavaScriptEnabled(script));
  }

  /// A phone's browser with a folder of its own and further settings.
  static BrowserContext profile(Path folder, String... settings) {
    return STARTED
        .get()
        .playwright()
        .chromium()
        .launchPersistentContext(
            folder,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(PROGRAM)
                .setHeadless(true)
                .setViewportSize(width(PHONE), height(PHONE))
                .setLocale("vi-VN")
                .setArgs(Stream.concat(FLAGS.stream(), Stream.of(settings)).toList()));
  }

  static int width(String screen) {
    return screen.equals(PHONE) ? 360 : 1366;
  }

  static int height(String screen) {
    return screen.equals(PHONE) ? 740 : 768;
  }

  private static Started start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return new Started(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setHeadless(true)
                    .setArgs(FLAGS)));
  }
}
