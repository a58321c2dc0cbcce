package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Pages with the long names and codes of a merged commune.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nenmong.demo=true",
      "nenmong.demo.scenario=merger",
      "nenmong.working-day=2025-12-31"
    })
@BesideOthers
class MergedDemoInBrowserTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  /// What within a page can be scrolled sideways.
  private static final String CUT =
      """
      () => Array.from(document.querySelectorAll('main :is(.table, .views, fieldset)'))
        .filter(part => part.scrollWidth > part.clientWidth + 1)
        .map(part => part.className + ' ' + part.scrollWidth + '/' + part.clientWidth)
      """;

  @LocalServerPort int port;
  @Autowired private DemoAccounts demo;
  @Autowired private Organizations organizations;
  @Autowired private Today today;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void accounts() {
    OrganizationRef commune =
        Fence.aroundEverything("test")
            .call(() -> organizations.find(Scope.ALL, "NUANGAM", today.date()).orElseThrow());
    demo.make(commune.path(), commune.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/figures",
        "/figures?units=now",
        "/?on=2024-12-31&organization=NUANGAM",
        "/movements?from=2025-01-01&to=2025-06-30&organization=NUANGAM",
        "/reports/annual?year=2016&organization=NUANGAM",
        "/charges/decisions/new",
        "/meetings/sheets"
      })
  void nothingIsCutAtTheEdge(String address) {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, true)) {
      for (String screen : List.of(Chromium.DESK, Chromium.PHONE)) {
        visit.turnTo(screen);
        assertThat(visit.open(address)).isEqualTo(200);
        assertThat(Axe.overflow(visit.page())).as(screen).isZero();
        assertThat((List<?>) visit.page().evaluate(CUT)).as(screen).isEmpty();
      }
    }
  }
}
