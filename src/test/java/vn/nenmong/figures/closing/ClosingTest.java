package vn.nenmong.figures.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.ImportFile;

/// A year that is closed keeps its figures; what is corrected later shows as a difference.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class ClosingTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String PAGE = "/closing?year=2016";

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void demo(
      @Autowired ImportFile files,
      @Autowired Organizations organizations,
      @Autowired DemoAccounts accounts) {
    files.loadDemo();
    String path = organizations.tops(Scope.ALL, LocalDate.of(2016, 12, 31)).getFirst().path();
    accounts.make(path, path);
  }

  @Test
  void whatIsCorrectedAfterTheClosingShowsBesideWhatWasKept() throws Exception {
    assertThat(words()).contains("Chốt năm 2016").doesNotContain("sổ của năm chưa đủ");
    FilledForm.Answer closed = post("/closing/close", Map.of("note", "Theo báo cáo 12-BC/ĐU"));
    assertThat(words())
        .contains("Theo báo cáo 12-BC/ĐU")
        .contains("Số liệu hiện nay đúng như khi chốt");

    String village =
        jdbc.sql("select id::text from village where code = 'B03'").query(String.class).single();
    FilledForm.Answer added =
        FilledForm.open(new Pages(web, "vanphong", "CLERK"), "/entry/members/new")
            .with("name", "Lò Văn Bổ Sung", "born", "5/3/1980", "sex", "male")
            .with("cell", cell("CB03"), "village", village)
            .with("admitted", "1/9/2016")
            .send();
    assertThat(words())
        .contains("đã khác so với khi chốt")
        .containsPattern("Tổng số đảng viên 112 113|Đảng viên 112 113|112 113")
        .contains("12 13");
    new FilledForm(new Pages(web, "vanphong", "CLERK"), added.undo(), Map.of()).send();
    assertThat(words()).contains("Số liệu hiện nay đúng như khi chốt");

    post("/closing/reopen", Map.of("reason", ""));
    assertThat(words()).contains("Số liệu hiện nay đúng như khi chốt");
    post("/closing/reopen", Map.of("reason", "Chốt nhầm"));
    assertThat(words()).contains("Chốt năm 2016");
    assertThat(closed.response().getStatus()).isEqualTo(302);
  }

  private String cell(String code) {
    return jdbc.sql("select id::text from organization where code = ?")
        .param(code)
        .query(String.class)
        .single();
  }

  private String words() {
    return Pages.words(new Pages(web, "bithu", "SECRETARY").open(PAGE));
  }

  private FilledForm.Answer post(String address, Map<String, String> fields) throws Exception {
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put("organization", "NATONG");
    all.put("year", "2016");
    return new FilledForm(new Pages(web, "bithu", "SECRETARY"), address, all).send();
  }
}
