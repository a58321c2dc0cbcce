package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A cell keeps a whole meeting by its secretary's phone, of which the village has no signal.
@InBrowser
class PhoneMeetingTest {

  /// What is another in each of the two meetings.
  ///
  /// @param due as it is typed
  private record Kept(String key, String day, String due, String amount) {
    String shownDay() {
      return day.substring(0, 2) + "/" + day.substring(2, 4) + "/" + day.substring(4);
    }

    String isoDay() {
      return day.substring(4) + "-" + day.substring(2, 4) + "-" + day.substring(0, 2);
    }
  }

  private static final Kept REGULAR = new Kept("2016-12/regular", "28122016", "31012017", "2");
  private static final Kept THEMATIC = new Kept("2016-12/thematic", "29122016", "3101", "2.5");
  private static final String FIELDS =
      """
      select f.name, f.value #>> '{}' as value
      from meeting_field f
      join cell_meeting m on m.id = f.meeting_id
      where to_char(m.month, 'YYYY-MM') || '/' || m.kind = :meeting and f.value is not null
      """;

  private static final Locator.WaitForOptions DETACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Phone phone;
  private Kept meeting = REGULAR;

  @Test
  void itIsKeptWithoutSignalAndArrivesOnceAndWhole() {
    try (WeakNetwork network = new WeakNetwork(port);
        Phone there = Phone.over(network)) {
      phone = there;
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      phone.offline(true);
      prepare();
      hold();
      phone.kill();
      phone.reopen().unlock(Phone.PIN).see("Cuộc họp");
      open().tap("a[href$='/4']");
      talk();
      after();
      close();
      assertThat(phone.state()).startsWith("Đã lưu trên máy · chưa gửi: ");
      assertThat(fields()).isEmpty();

      network.countAnew();
      phone.offline(false);
      phone.waitForState("Đã gửi \\d\\d:\\d\\d$");
      assertThat(network.up()).as("bytes sent").isLessThan(20_000);
      System.out.println("sent " + network.up() + " " + network.requests());
      everythingArrived();
      assertThat(phone.troubles()).isEmpty();
    }
  }

  /// While the network breaks off again and again, what is tapped arrives all the same.
  @Test
  void itIsKeptOverANetworkThatBreaksOff() {
    meeting = THEMATIC;
    try (WeakNetwork network = new WeakNetwork(port);
        Phone there = Phone.over(network)) {
      phone = there;
      phone.signIn("chibo").open().takeAlong().untilPagesAreKept();
      prepare();
      network.cut(WeakNetwork.Cut.BEFORE_THE_ANSWER);
      hold();
      network.cut(WeakNetwork.Cut.IN_THE_REQUEST);
      phone.tap("#next");
      talk();
      network.cut(WeakNetwork.Cut.IN_THE_ANSWER);
      after();
      close();
      phone.sendUntilSent();
      everythingArrived();
    }
  }

  private Phone open() {
    return phone.tap("main a[href$='/" + meeting.key() + "']");
  }

  private void prepare() {
    open().tap("a[href$='/prepare']");
    type("#plannedOn", meeting.day());
    type("#plannedAt", "1930");
    type("#place", "Nhà văn hóa bản");
    phone.tap("#template");
    page().locator(".agenda li").nth(1).waitFor();
    String second = page().locator(".agenda b").nth(1).innerText();
    phone.tap(".agenda li:nth-child(2) .step >> nth=0");
    page()
        .locator(".agenda li:first-child b")
        .filter(new Locator.FilterOptions().setHasText(second))
        .waitFor();
    phone.tap("#add-agenda");
    page().selectOption("#agenda-matter", "admission");
    page().locator("#agenda-subject").waitFor();
    phone.tap("#done");
    assertThat(page().locator("#agenda-title").count()).as("it has no title yet").isEqualTo(1);
    page().selectOption("#agenda-matter", "resolution");
    page().locator("#agenda-subject").waitFor(DETACHED);
    page().fill("#agenda-title", "Nghị quyết làm đường");
    phone.tap("#done").see("Nghị quyết làm đường");
    assertThat(page().locator(".agenda b").last().innerText()).isEqualTo("Thông qua biên bản");
    phone.tap("footer .primary");
    phone.see("Đã chuẩn bị");
  }

  private void hold() {
    phone.tap("footer .primary");
    assertThat(page().inputValue("#heldOn")).isEqualTo(meeting.shownDay());
    assertThat(page().locator(".steps").innerText()).contains("1/7");
    page().selectOption("#chair", new SelectOption().setIndex(1));
    page().selectOption("#secretary", new SelectOption().setIndex(2));
    phone.tap("#next").see("Ai vắng mặt?");
    String before = page().locator("#count").innerText();
    page().locator(".absent").nth(2).check();
    page().locator(".chip").nth(1).click();
    page().locator(".chip[aria-pressed=true]").first().waitFor();
    assertThat(page().locator("#count").innerText()).isNotEqualTo(before);
    phone.tap("#add-guest");
    page().fill("#guest-name", "Lò Văn Phượng");
    page().fill("#guest-from", "Đảng ủy xã");
    phone.tap("#done").tap("#next").see("Nội dung và biểu quyết");
    page().getByText("Nghị quyết làm đường").click();
    vote();
  }

  /// As many against as just fail it, then one fewer.
  private void vote() {
    phone.see("Cần ít nhất");
    String[] needs = page().locator("#needs").innerText().split("\\D+", -1);
    int need = Integer.parseInt(needs[1]);
    Locator votes = page().locator("#for");
    while (Integer.parseInt(votes.innerText()) >= need) {
      String now = votes.innerText();
      page().locator("[id='against1']").click();
      page().waitForFunction("was => document.getElementById('for').innerText !== was", now);
    }
    assertThat(page().locator("#carried").isDisabled()).isTrue();
    page().locator("[id='against-1']").click();
    page().locator("[id='for1']").click();
    page().locator("#carried:not([disabled])").check();
    phone.tap("#done").see("Được thông qua");
  }

  private void talk() {
    phone.tap("#add-opinion");
    page().selectOption("#opinion-person", new SelectOption().setIndex(2));
    page().fill("#opinion-text", "Làm đường trước mùa mưa");
    phone.tap("#done").see("Làm đường trước mùa mưa");
    phone.tap("#add-conclusion");
    page().fill("#conclusion-text", "Vận động 5 hộ góp công");
    page().selectOption("#conclusion-person", new SelectOption().setIndex(1));
    type("#conclusion-due", meeting.due());
    phone.tap("#done").see("hạn 31/01/2017");
    phone.tap("#next").see("Chi bộ quyết nghị");
    page().fill("#resolution", "Hoàn thành đường bản trong quý I");
    phone.tap("#add-target");
    page().fill("#target-text", "Đường bê tông");
    page().fill("#target-amount", meeting.amount());
    page().fill("#target-unit", "km");
    phone.tap("#done").see(meeting.amount().replace('.', ',') + " km");
  }

  private void after() {
    phone.tap("#next").see("Văn bản đã học");
    phone.tap("#add-study");
    page().fill("#study-document", "Nghị quyết Trung ương 4");
    phone.tap("#done").see("Nghị quyết Trung ương 4");
    page().selectOption("#pledger", new SelectOption().setIndex(1));
    page().fill("#pledge-text", "Giúp một hộ thoát nghèo");
    phone.tap("#done").see("Giúp một hộ thoát nghèo");
  }

  private void close() {
    phone.tap("#next").see("Đã đọc lại trước chi bộ");
    assertThat(page().locator(".paper").innerText())
        .contains("Nhà văn hóa bản", "Lò Văn Phượng", "Vận động 5 hộ góp công", "Ốm");
    page().fill("#summary", "Chi bộ thống nhất cao.");
    type("#ended", "2115");
    assertThat(page().locator("#approve").isDisabled()).isTrue();
    page().locator("#readOut").check();
    page().locator("#approve:not([disabled])").click();
    phone.see("Đã thông qua biên bản");
  }

  private void everythingArrived() {
    Map<String, String> fields = fields();
    assertThat(fields)
        .containsEntry("state", "approved")
        .containsEntry("plannedOn", meeting.isoDay())
        .containsEntry("plannedAt", "19:30")
        .containsEntry("place", "Nhà văn hóa bản")
        .containsEntry("heldOn", meeting.isoDay())
        .containsEntry("began", "19:30")
        .containsEntry("ended", "21:15")
        .containsEntry("resolution", "Hoàn thành đường bản trong quý I")
        .containsEntry("summary", "Chi bộ thống nhất cao.")
        .containsEntry("readOut", "true")
        .containsKeys("chair", "secretary");
    once(fields, "absent", "\"ill\"");
    once(fields, "guest", "Lò Văn Phượng");
    once(fields, "vote", "\"carried\": true");
    once(fields, "opinion", "Làm đường trước mùa mưa");
    once(fields, "conclusion", "2017-01-31");
    once(fields, "target", "\"amount\": " + meeting.amount());
    once(fields, "study", "Nghị quyết Trung ương 4");
    once(fields, "pledge", "Giúp một hộ thoát nghèo");
    assertThat(
            jdbc.sql(
                    """
                    select c.field from meeting_change c join cell_meeting m on m.id = c.meeting_id
                    where to_char(m.month, 'YYYY-MM') || '/' || m.kind = :meeting
                    group by c.field
                    having (c.field <> 'state' and count(*) > 1) or bool_or(outcome <> 'applied')
                    """)
                .param("meeting", meeting.key())
                .query(String.class)
                .list())
        .as("told twice, or not taken")
        .isEmpty();
  }

  private static void once(Map<String, String> fields, String name, String part) {
    List<String> values =
        fields.entrySet().stream()
            .filter(field -> field.getKey().startsWith(name + "/"))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(values).as(name).singleElement().asString().contains(part);
  }

  private Map<String, String> fields() {
    return jdbc.sql(FIELDS).param("meeting", meeting.key()).query().listOfRows().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                row -> String.valueOf(row.get("name")), row -> String.valueOf(row.get("value"))));
  }

  private Page page() {
    return phone.page();
  }

  /// Key by key, as what is typed makes its own strokes.
  private void type(String selector, String text) {
    page().click(selector);
    page().fill(selector, "");
    page().locator(selector).pressSequentially(text);
    page().keyboard().press("Tab");
  }
}
