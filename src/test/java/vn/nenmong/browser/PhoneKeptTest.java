package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpCookie;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.access.Devices;
import vn.nenmong.kernel.database.Fence;

/// What a phone keeps, from whom, and until when.
@InBrowser
class PhoneKeptTest {

  /// Everything in the store, as letters.
  private static final String STORE =
      """
      () => new Promise(resolve => {
        const opening = indexedDB.open('nenmong-phone')
        opening.onsuccess = () => {
          const db = opening.result
          const all = db.transaction('sealed').objectStore('sealed').getAll()
          all.onsuccess = () => {
            resolve(all.result.map(row => new TextDecoder('latin1').decode(row.bytes)).join('\\n'))
            db.close()
          }
        }
      })
      """;

  @LocalServerPort int port;
  @Autowired Devices devices;
  @Autowired JdbcClient jdbc;

  @Test
  void aWrongPinOpensNothing() {
    try (Phone phone = new Phone(port)) {
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      assertThat((String) phone.page().evaluate(STORE))
          .hasSizeGreaterThan(1_000)
          .doesNotContain("roster", "Chi bộ", "official");
      phone.kill();
      phone.offline(true);
      phone.reopen().unlock("111111").see("Mã PIN không đúng");
      assertThat(phone.page().locator(".cards").count()).isZero();
      phone.unlock(Phone.PIN).see("Cuộc họp");
      assertThat(phone.troubles()).isEmpty();
    }
  }

  @Test
  void anotherAccountSeesNothingAndTakesNothingAway() {
    try (Phone phone = new Phone(port)) {
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      phone.offline(true);
      place(phone, "2017-01/thematic", "Nhà ông Chá");
      phone.offline(false);
      phone.gone().signOut();
      phone.signIn("vanphong").open().see("Mang sổ họp theo máy");
      assertThat(phone.page().locator("#pin").count()).isZero();
      phone.tap("#take");
      phone.unlock("999999").see("Trang này dành cho bí thư chi bộ");
      assertThat(phone.page().locator("main").innerText())
          .doesNotContain("Nhà ông Chá", "Chi bộ bản");
      phone.gone().signOut();
      phone.signIn("chibo").open().see("chibo").unlock(Phone.PIN).waitForState("Đã gửi");
      assertThat(places("2017-01/thematic")).containsExactly("Nhà ông Chá");
    }
  }

  @Test
  void aSignInThatRanOutCostsNothing() {
    try (Phone phone = new Phone(port)) {
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      phone.signOut();
      place(phone, "2017-01/regular", "Nhà văn hóa");
      phone.waitForState("chưa gửi: 2 · cần đăng nhập để gửi");
      phone.go("#/").tap("a[href='/phone/in']");
      phone.page().fill("#username", "chibo");
      phone.page().fill("#password", vn.nenmong.access.DemoAccounts.PASSWORD);
      phone.page().press("#password", "Enter");
      phone.page().waitForURL(phone.home() + "/phone/");
      phone.unlock(Phone.PIN).waitForState("Đã gửi");
      assertThat(places("2017-01/regular")).containsExactly("Nhà văn hóa");
    }
  }

  @Test
  void aKnownPhoneSignsInByItselfAndIsWipedWhenTheOfficeEndsIt() throws Exception {
    try (Phone phone = new Phone(port)) {
      letIn(phone);
      phone.open().tap("#take");
      phone.page().locator("a[href='/phone/in']").click();
      phone.page().fill("#pin", Phone.PIN);
      phone.page().press("#pin", "Enter");
      phone.page().waitForURL(phone.home() + "/phone/");
      phone.takeAlong().untilPagesAreKept();

      forgetSignIn(phone);
      place(phone, "2016-11/thematic", "Trường bản");
      phone.waitForState("Đã gửi");
      assertThat(places("2016-11/thematic")).containsExactly("Trường bản");

      asChibo(() -> devices.end("chibo"));
      phone.go("#/").tap("#send").see("Điện thoại này đã ngừng dùng");
      phone.page().waitForFunction("async () => (await caches.keys()).length === 0");
      assertThat(
              phone
                  .page()
                  .evaluate("async () => (await indexedDB.databases()).map(one => one.name)"))
          .isEqualTo(List.of());
      phone.kill();
      phone.reopen().see("Mang sổ họp theo máy");
    }
  }

  /// Another phone was let in before this one had sent all: it sends with the password, and keeps
  /// nothing after that.
  @Test
  void aReplacedPhoneMaySendWhatItHasAndIsWipedThen() throws Exception {
    try (Phone phone = new Phone(port)) {
      letIn(phone);
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      forgetSignIn(phone);
      phone.offline(true);
      place(phone, "2016-11/thematic", "Nhà trưởng bản");
      asChibo(() -> devices.letIn("chibo", "135790", "Máy mới", false));

      phone.offline(false);
      phone.go("#/").tap("#send");
      phone.waitForState("cần đăng nhập để gửi");
      phone.signIn("chibo").open().unlock(Phone.PIN).waitForState("Đã gửi");
      assertThat(places("2016-11/thematic")).containsExactly("Nhà trưởng bản");
      phone.tap("#send").see("Điện thoại này đã ngừng dùng");
    }
  }

  @Test
  void signingOutOnAKnownPhoneKeepsWhatWasNotSent() throws Exception {
    try (Phone phone = new Phone(port)) {
      letIn(phone);
      phone.signIn("chibo").open().takeAlong();
      phone.page().navigate(phone.home() + "/");
      phone.page().locator("form[action='/sign-out'] button").first().click();
      phone.page().waitForURL("**/device*");
      phone.open().see("Mở sổ họp");
    }
  }

  /// As after an update of the server: the worker that comes next waits until the pages are opened
  /// anew.
  @Test
  void aNewVersionIsTakenAtTheNextStartAndLosesNothing() {
    try (Phone phone = new Phone(port)) {
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      phone.signOut();
      place(phone, "2016-11/thematic", "Nhà ông Lử");
      phone
          .page()
          .evaluate(
              """
              async () => {
                const next = await navigator.serviceWorker.register('/phone/sw.js?next')
                while (!next.waiting) await new Promise(resolve => setTimeout(resolve, 50))
              }
              """);
      assertThat(controller(phone)).endsWith("/phone/sw.js");
      phone.kill();
      phone.offline(true);
      phone
          .reopen()
          .page()
          .waitForFunction("() => navigator.serviceWorker.controller.scriptURL.endsWith('?next')");
      phone.page().locator("#pin").waitFor();
      phone.unlock(Phone.PIN).waitForState("chưa gửi: \\d");
      phone.offline(false);
      phone.signIn("chibo").open().unlock(Phone.PIN).waitForState("Đã gửi");
      assertThat(places("2016-11/thematic")).containsExactly("Nhà ông Lử");
      assertThat(phone.troubles()).isEmpty();
    }
  }

  private static String controller(Phone phone) {
    return (String) phone.page().evaluate("() => navigator.serviceWorker.controller.scriptURL");
  }

  @Test
  void aPhotoIsMadeSmallAndArrivesWhole() throws Exception {
    try (WeakNetwork network = new WeakNetwork(port);
        Phone phone = Phone.over(network)) {
      phone.signIn("chibo").open().takeAlong();
      phone.go("#/m/" + phone.cell() + "/2017-01/thematic/7");
      phone.page().setInputFiles("#photo", new FilePayload("page.jpg", "image/jpeg", page()));
      network.cut(WeakNetwork.Cut.BEFORE_THE_ANSWER);
      phone.see("Ảnh chờ gửi: 1");
      phone.go("#/").sendUntilSent();
      assertThat(network.isToBeCut()).isFalse();
      assertThat(
              jdbc.sql(
                      """
                      select p.size from meeting_photo p
                      where length(p.content) = p.size and substr(p.content, 1, 2) = '\\xffd8'
                        and substr(p.content, p.size - 1) = '\\xffd9'
                      """)
                  .query(Integer.class)
                  .list())
          .singleElement()
          .satisfies(size -> assertThat(size).isBetween(20_000, 150_000));
    }
  }

  /// A page full of writing, as large as a camera makes it.
  private static byte[] page() throws IOException {
    BufferedImage image = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 60_000; i++) {
      int x = random.nextInt(2390);
      int y = random.nextInt(1790);
      image.createGraphics().fillRect(x, y, random.nextInt(12), random.nextInt(6));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  /// What the office let in stays known.
  private static void forgetSignIn(Phone phone) {
    phone
        .context()
        .clearCookies(
            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("nenmong"));
  }

  private void letIn(Phone phone) throws Exception {
    ResponseCookie let = asChibo(() -> devices.letIn("chibo", Phone.PIN, "Máy thử", false));
    HttpCookie cookie = HttpCookie.parse(let.toString()).getFirst();
    phone
        .context()
        .addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(phone.home())));
  }

  private static <T> T asChibo(Callable<T> what) throws Exception {
    return Fence.around(List.of(), "chibo").call(what::call);
  }

  /// Says where a meeting will be.
  private static void place(Phone phone, String meeting, String where) {
    phone.go("#/m/" + phone.cell() + "/" + meeting + "/prepare");
    phone.page().fill("#place", where);
    phone.leave().waitForState("chưa gửi|Đã gửi");
  }

  private List<String> places(String meeting) {
    return jdbc.sql(
            """
            select f.value #>> '{}'
            from meeting_field f
            join cell_meeting m on m.id = f.meeting_id
            where to_char(m.month, 'YYYY-MM') || '/' || m.kind = :meeting and f.name = 'place'
            """)
        .param("meeting", meeting)
        .query(String.class)
        .list();
  }
}
