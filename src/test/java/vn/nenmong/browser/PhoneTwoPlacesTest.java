package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two phones at one meeting.
@InBrowser
class PhoneTwoPlacesTest {

  private static final String MEETING = "2016-11/thematic";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void whatCannotBeMergedAPersonChooses() {
    try (Phone first = new Phone(port);
        Phone second = new Phone(port)) {
      first.signIn("chibo").open().takeAlong().untilPagesAreKept();
      second.signIn("chibo").open().takeAlong().untilPagesAreKept();
      second.offline(true);
      write(first, "#place", "Nhà ông Chá");
      first.waitForState("Đã gửi");
      write(second, "#place", "Nhà bà Dơ");
      second.page().fill("#plannedOn", "30/12/2016");
      second.leave().waitForState("chưa gửi: \\d");
      second.offline(false);
      second.waitForState("Đã gửi");

      second.go("#/m/" + second.cell() + "/" + MEETING).see("Hai nơi ghi khác nhau: 1");
      second.tap("a[href$='/choose']").see("Nhà ông Chá").see("Nhà bà Dơ");
      second
          .page()
          .getByText("Lấy", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
          .click();
      second
          .page()
          .locator("h1")
          .filter(new Locator.FilterOptions().setHasText("Họp chuyên đề"))
          .waitFor();
      assertThat(
              jdbc.sql(
                      """
                      select f.name || ' ' || (f.value #>> '{}')
                      from meeting_field f join cell_meeting m on m.id = f.meeting_id
                      where to_char(m.month, 'YYYY-MM') || '/' || m.kind = :meeting
                        and f.name in ('place', 'plannedOn') order by 1
                      """)
                  .param("meeting", MEETING)
                  .query(String.class)
                  .list())
          .isEqualTo(List.of("place Nhà bà Dơ", "plannedOn 2016-12-30"));
      assertThat(first.troubles()).isEmpty();
      assertThat(second.troubles()).isEmpty();
    }
  }

  private static void write(Phone phone, String input, String text) {
    phone.go("#/m/" + phone.cell() + "/" + MEETING + "/prepare");
    phone.page().fill(input, text);
    phone.leave();
  }
}
