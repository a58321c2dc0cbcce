package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.net.HttpCookie;
import java.util.List;
import java.util.concurrent.Callable;
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
      phone.signOut();
      phone.signIn("vanphong").open().see("Mang sổ họp theo máy");
      assertThat(phone.page().locator("#pin").count()).isZero();
      phone.tap("#take");
      phone.unlock("999999").see("Trang này dành cho bí thư chi bộ");
      assertThat(phone.page().locator("main").innerText()).doesNotContain("Nhà ông Chá", "Chi bộ bản");
      phone.signOut();
      phone.signIn("chibo").open().unlock(Phone.PIN).waitForState("Đã gửi");
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

      phone
          .context()
          .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("nenmong"));
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
