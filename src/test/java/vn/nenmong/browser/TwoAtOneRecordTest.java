package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two people correct the same record at the same time, each in a browser.
@InBrowser
class TwoAtOneRecordTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void theSecondSeesWhatTheFirstChangedAndLosesNothing() {
    String member =
        jdbc.sql("select cast(person_id as text) from membership order by card_number desc limit 1")
            .query(String.class)
            .single();
    String form = "/entry/members/" + member + "/correct";
    try (Visit first = Visit.signedIn(port, Chromium.DESK, true);
        Visit second = Visit.signedIn(port, Chromium.DESK, true)) {
      first.open(form);
      second.open(form);
      type(first.page(), "occupation", "Trưởng bản");
      save(first.page(), "Bầu lại");
      assertThat(first.page().locator(".notice.done").innerText()).contains("Đã");
      type(second.page(), "note", "Hộ làm ăn giỏi");
      save(second.page(), "Bổ sung");
      assertThat(second.page().locator("#problems").innerText()).contains("Người khác vừa sửa");
      assertThat(second.page().locator("main").innerText()).contains("Trưởng bản");
      assertThat(second.page().inputValue("[name='f.note']")).isEqualTo("Hộ làm ăn giỏi");
      type(second.page(), "occupation", "Trưởng bản");
      save(second.page(), "Bổ sung");
      second.open(form);
      assertThat(second.page().inputValue("[name='f.note']")).isEqualTo("Hộ làm ăn giỏi");
      assertThat(second.page().inputValue("[name='f.occupation']")).isEqualTo("Trưởng bản");
    }
  }

  private static void type(Page page, String field, String text) {
    page.fill("[name='f." + field + "']", text);
  }

  private static void save(Page page, String reason) {
    type(page, "reason", reason);
    page.locator("form.entry button.primary").click();
    page.waitForLoadState();
  }
}
