package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the pages of the phone cost on a village's network, counted on the wire: heads and bodies.
@InBrowser
class PhoneWeightTest {

  /// The scripts alone weigh more.
  private static final long LEAST = 15_000;

  @LocalServerPort int port;

  @Test
  void aFirstVisitIsLightAndALaterOneLighter() {
    try (WeakNetwork network = new WeakNetwork(port);
        Phone phone = Phone.over(network)) {
      phone.open();
      phone.page().waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(network.requests()).hasSizeLessThanOrEqualTo(6);
      long first = network.down();
      phone.signIn("chibo").open();
      network.countAnew();
      phone.takeAlong().untilPagesAreKept();
      assertThat(first + network.down())
          .as("with what is taken along: %s", network.requests())
          .isBetween(LEAST, 50_000L);

      phone.kill();
      network.countAnew();
      phone.reopen().unlock(Phone.PIN).see("Mang theo lúc");
      phone.page().waitForResponse("**/api/phone/bag", () -> phone.tap("#take")).finished();
      System.out.println("first visit " + first + ", later " + network.down());
      assertThat(network.down()).as("later: %s", network.requests()).isLessThan(15_000);
    }
  }

  @Test
  void itIsUsableWithinFiveSecondsOnAWeakNetwork() {
    try (Phone phone = new Phone(port)) {
      Page page = phone.page();
      CDPSession session = phone.context().newCDPSession(page);
      JsonObject weak = new JsonObject();
      weak.addProperty("offline", false);
      weak.addProperty("latency", 800);
      weak.addProperty("downloadThroughput", 300_000 / 8);
      weak.addProperty("uploadThroughput", 300_000 / 8);
      session.send("Network.enable");
      session.send("Network.emulateNetworkConditions", weak);
      long start = System.nanoTime();
      phone.open();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      System.out.println("usable after " + taken);
      assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }
  }
}
