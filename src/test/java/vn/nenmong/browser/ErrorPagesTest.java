package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nenmong.TestDatabase;

/// What the reader is told when a page can't be shown.
@InBrowser
class ErrorPagesTest {

  private static final long LIMIT = 20L << 20;

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/members?on=2016-02-31",
        "/members?on=abc",
        "/?year=99999",
        "/villages?from=2016-01-01"
      })
  void aDayOrYearThatIsNoneIsToldInWords(String address) {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, false)) {
      assertThat(visit.open(address)).isEqualTo(400);
      assertThat(heading(visit)).isEqualTo("Không hiểu ngày hoặc năm trong địa chỉ");
      assertThat(visit.page().locator("nav").count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {LIMIT + 1, 3 * LIMIT})
  void aFileThatIsTooLargeIsToldInWords(long size) throws IOException {
    Path file = TestDatabase.newFolder().resolve("so.xlsx");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(size);
    }
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, false)) {
      visit.open("/import");
      visit.page().setInputFiles("#file", file);
      Response answer =
          visit
              .page()
              .waitForResponse("**/import", () -> visit.page().click("main button.primary"));
      assertThat(Objects.requireNonNull(answer).status()).isEqualTo(413);
      visit.page().waitForLoadState();
      assertThat(heading(visit)).isEqualTo("Tệp quá lớn");
    }
  }

  @Test
  void anAddressThatLeadsNowhereIsNotAMatterOfRights() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, false, "chibo")) {
      assertThat(visit.open("/nowhere")).isEqualTo(404);
      assertThat(heading(visit)).isEqualTo("Không tìm thấy trang này");
      assertThat(visit.open("/import")).isEqualTo(403);
      assertThat(heading(visit)).isEqualTo("Tài khoản này không được mở trang này");
    }
  }

  @Test
  void beforeSignInEveryAddressLeadsThere() {
    try (Visit visit = Visit.to(port, Chromium.DESK, false)) {
      visit.open("/nowhere");
      assertThat(visit.address()).isEqualTo("/sign-in");
    }
  }

  private static String heading(Visit visit) {
    return visit.page().innerText("h1").strip();
  }
}
