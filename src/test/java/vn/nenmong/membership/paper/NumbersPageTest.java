package vn.nenmong.membership.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// Numbers as a clerk meets them: offered in the form, told in the book.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class NumbersPageTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final TestCommune COMMUNE = new TestCommune(DATABASE, "NATONG");
  private static final TestCommune.Unit CELL = COMMUNE.cell("CB01", "Chi bộ Pá Kín");
  private static final UUID FIRST = COMMUNE.member("Lò Văn Một", CELL);
  private static final UUID SECOND = COMMUNE.member("Lò Văn Hai", CELL);
  private static final UUID THIRD = COMMUNE.member("Lò Văn Ba", CELL);

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
    COMMUNE.account("thu", "clerk", COMMUNE.root());
  }

  @Autowired private MockMvc browser;

  private Pages pages() {
    return new Pages(browser, "thu", "CLERK");
  }

  private FilledForm form(UUID person) {
    return FilledForm.open(pages(), "/people/" + person + "/steps/exemption");
  }

  private String way(UUID person) {
    return Pages.words(pages().open("/people/" + person + "/way"));
  }

  private String book() {
    return Pages.words(pages().open("/papers/numbers?organization=" + CELL.id()));
  }

  @Test
  void aNumberIsOfferedGivenOnceAndToldInItsBook() throws Exception {
    FilledForm first = form(FIRST);
    FilledForm second = form(SECOND);
    assertThat(second.typed()).containsEntry("f.number", "01-NQ/CB");

    assertThat(first.with("day", "05/12/2016", "form", "old").send().notice().words())
        .doesNotContain("02-NQ/CB");
    assertThat(second.with("day", "05/12/2016", "form", "old").send().notice().words())
        .contains("02-NQ/CB");
    assertThat(way(FIRST)).contains("số 01-NQ/CB");
    assertThat(way(SECOND)).contains("số 02-NQ/CB");
    FilledForm third = form(THIRD);
    assertThat(third.typed()).containsEntry("f.number", "03-NQ/CB");
    assertThat(third.with("day", "06/12/2016", "form", "old", "number", "2-NQ/CB").send().words())
        .contains("Số 02-NQ/CB đã dùng cho văn bản khác");

    third.with("day", "06/12/2016", "form", "old", "number", "06-NQ/CB").send();
    assertThat(book())
        .contains("Số kế tiếp: 7", "Thiếu số 3–5")
        .contains("1 05/12/2016 Miễn công tác và sinh hoạt đảng Lò Văn Một");

    browser.perform(
        post("/papers/terms")
            .param("organization", CELL.id().toString())
            .param("began", "06/12/2016")
            .with(user("thu").roles("CLERK"))
            .with(csrf()));
    assertThat(book()).contains("NQ, từ 06/12/2016", "Thiếu số 1–5", "Số kế tiếp: 3");
  }

  @Test
  void aCellOfAnotherCommuneIsNotThere() {
    UUID elsewhere = new TestCommune(DATABASE, "MUONGNHA").cell("CB01", "Chi bộ X").id();

    assertThat(pages().ask("/papers/numbers?organization=" + elsewhere).getStatus()).isEqualTo(404);
  }
}
