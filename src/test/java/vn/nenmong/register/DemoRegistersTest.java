package vn.nenmong.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.workbook.intake.ImportFile;

/// The registers of the demo's workbook, as the import brings it in.
@SpringBootTest(properties = "nenmong.demo=true")
@AutoConfigureMockMvc
class DemoRegistersTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static boolean filled;

  @Autowired private MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired
  void fill(ImportFile imports, DemoAccounts accounts) {
    if (!filled) {
      imports.loadDemo();
      accounts.make(path("NATONG"), path("CB01"));
      filled = true;
    }
  }

  private static String path(String code) {
    return DATABASE
        .ownerJdbc()
        .sql(
            """
            select op.path::text from organization o
            join organization_period op on op.organization_id = o.id
            where o.code = :code
            """)
        .param("code", code)
        .query(String.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource({
    "/candidates, 9",
    "/charges, 16",
    "/meetings, 254",
    "/meetings/months, 16",
    "/studies, 3",
    "/models, 4",
    "/indicators, 6",
    "/planning, 34",
    "/reviews/members, 104"
  })
  void aRegisterHasTheRowsOfTheSheet(String path, int rows) throws Exception {
    assertThat(page(path + "?year=2016")).contains("Có " + rows + " dòng");
  }

  @Test
  void theMeetingsAgreeWithTheFigure() throws Exception {
    assertThat(page("/meetings/months?year=2016"))
        .containsPattern("Tháng có họp: <b class=\"num\">\\s*190\\s*<")
        .containsPattern("Tháng phải họp: <b class=\"num\">\\s*192\\s*<")
        .contains("99,0 %");
  }

  @Test
  void theStudySessionsAgreeWithTheFigure() throws Exception {
    assertThat(page("/studies?year=2016")).contains("96,5 %");
  }

  private String page(String address) throws Exception {
    return web.perform(get(address).with(user("vanphong").roles("CLERK")))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
