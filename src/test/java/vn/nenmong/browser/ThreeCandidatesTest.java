package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;

/// Three people, each in another era of the rules, from the list of their cell to the card of an
/// official member: as a clerk takes them, page by page.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2026-11-20"})
@BesideOthers
class ThreeCandidatesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final TestCommune COMMUNE = new TestCommune(DATABASE, "NATONG");
  private static final TestCommune.Unit CELL = COMMUNE.cell("CB01", "Chi bộ Pá Kín");

  @LocalServerPort int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void members(@Autowired DemoAccounts accounts) {
    IntStream.range(0, 6).forEach(i -> COMMUNE.member("Lò Văn " + (char) ('A' + i), CELL));
    accounts.make(COMMUNE.root().path(), CELL.path());
  }

  /// @param due the last day for the cell to consider recognition, as the page says it
  @ParameterizedTest
  @CsvSource({
    "Vàng A Chống, 2015-08-10, btv_huyen_uy, 22/09/2016",
    "Thào Thị Mỷ, 2021-04-10, btv_huyen_uy, 25/05/2022",
    "Giàng A Lử, 2025-08-20, btv_dang_uy_xa, 05/10/2026",
  })
  void fromTheListToTheCard(String name, LocalDate ceremony, String body, String due) {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      Clerk clerk = new Clerk(visit, name, ceremony.minusMonths(6));
      clerk.lists();
      clerk.takes(
          "helpers", -150, "first", "Lò Văn A", "second", "Lò Văn B", "form", "two_members");
      clerk.takes("class", -120, "number", "12/GCN");
      clerk.takes("application", -100, "form", "upper_secondary");
      clerk.takes("cv", -95);
      clerk.takes("verification", -80, "form", "clear");
      clerk.takes("opinions", -70);
      clerk.votes("cell_resolution", -60, "form", "secret");
      clerk.takes("committee_resolution", -50, "inFavour", "9", "entitled", "11");
      clerk.takes(
          "admission_decision",
          -20,
          "form",
          body,
          "inFavour",
          "9",
          "entitled",
          "9",
          "received",
          Clerk.typed(ceremony.minusDays(15)));
      clerk.takes("ceremony", 0);
      assertThat(clerk.way()).contains("Đảng viên dự bị", due);
      clerk.takes("new_member_class", 120);
      int year = (int) (ceremony.plusYears(1).toEpochDay() - ceremony.toEpochDay());
      clerk.votes("recognition_cell", year + 3, "form", "secret");
      clerk.takes("recognition_committee", year + 10, "inFavour", "10", "entitled", "11");
      clerk.takes(
          "recognition_decision", year + 40, "form", body, "inFavour", "9", "entitled", "9");
      clerk.takes("card_issued", year + 60, "number", "10." + ceremony.getYear());
      assertThat(clerk.way())
          .contains("Đảng viên chính thức", "10." + ceremony.getYear())
          .doesNotContain(due);
      assertThat(visit.troubles()).isEmpty();
    }
  }

  /// Goes from link to link and types; a form that comes back with something wrong ends it.
  private record Clerk(Visit visit, String name, LocalDate since) {

    private LocalDate ceremony() {
      return since.plusMonths(6);
    }

    static String typed(LocalDate day) {
      return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    void lists() {
      visit.open("/candidates");
      visit.page().locator("a[href^='/entry/candidates/new']").first().click();
      fill("name", name);
      fill("born", typed(since.minusYears(25)));
      fill("cell", CELL.id().toString());
      fill("since", typed(since));
      fill("status", "listed");
      send();
      visit.page().locator("main table a", named()).first().click();
    }

    private Page.LocatorOptions named() {
      return new Page.LocatorOptions().setHasText(name);
    }

    /// @param after days after the ceremony
    void takes(String kind, int after, String... typed) {
      visit.page().locator("main a[href$='/steps/" + kind + "']").first().click();
      fill("day", typed(ceremony().plusDays(after)));
      for (int i = 0; i < typed.length; i += 2) {
        fill(typed[i], typed[i + 1]);
      }
      send();
    }

    /// All who have a vote on that day are for it.
    void votes(String kind, int after, String... typed) {
      String entitled = String.valueOf(entitled(ceremony().plusDays(after)));
      String[] all = new String[typed.length + 4];
      System.arraycopy(typed, 0, all, 4, typed.length);
      all[0] = "inFavour";
      all[1] = entitled;
      all[2] = "entitled";
      all[3] = entitled;
      takes(kind, after, all);
    }

    private static int entitled(LocalDate day) {
      JdbcClient jdbc = DATABASE.ownerJdbc();
      return Objects.requireNonNull(
          jdbc.sql(
                  """
                  select count(*)::int from member_state
                  where cell_id = ? and standing = 'official' and period @> cast(? as date)
                  """)
              .params(CELL.id(), day)
              .query(Integer.class)
              .single());
    }

    String way() {
      return visit.page().locator("main").innerText();
    }

    private void fill(String field, String value) {
      if (value.matches("\\d+/\\d+/\\d+")) {
        String[] parts = value.split("/", -1);
        input(field + ".day").fill(parts[0]);
        input(field + ".month").fill(parts[1]);
        input(field + ".year").fill(parts[2]);
        return;
      }
      Locator input = input(field);
      if ("SELECT".equals(input.evaluate("input => input.tagName"))) {
        input.selectOption(value);
      } else {
        input.fill(value);
      }
    }

    private Locator input(String field) {
      return visit.page().locator("[name='f." + field + "']");
    }

    private void send() {
      visit.page().locator("main form.entry .btn.primary").first().click();
      visit.page().locator(".notice").first().waitFor();
      assertThat(visit.page().locator("#problems").allInnerTexts()).isEmpty();
    }
  }
}
