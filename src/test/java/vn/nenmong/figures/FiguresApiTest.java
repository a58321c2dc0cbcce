package vn.nenmong.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.access.AddAccount;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.NewAccount;
import vn.nenmong.access.Role;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.organization.Organizations;

/// The API as another program sees it.
@OnDemo
class FiguresApiTest {

  @Autowired private MockMvc mvc;

  private static final String SECRETARY = "bithu06";

  /// Other classes make the accounts of the demo on the same database, each for a cell of its own.
  @BeforeEach
  void accounts(
      @Autowired DemoAccounts accounts,
      @Autowired AddAccount addAccount,
      @Autowired Organizations organizations) {
    String cell = path(organizations, "NATONG/CB06");
    accounts.make(path(organizations, "NATONG"), cell);
    addAccount.run(
        Viewer.COMMAND_LINE,
        new NewAccount(SECRETARY, "Bí thư chi bộ", Role.CELL_SECRETARY, cell, true),
        DemoAccounts.PASSWORD);
  }

  private static String path(Organizations organizations, String code) {
    return organizations.find(Scope.ALL, code, LocalDate.of(2016, 12, 31)).orElseThrow().path();
  }

  private ResultActions as(String account, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(user(account).roles("VIEWER", "CLERK")));
  }

  private ResultActions ask(String address) throws Exception {
    return as("vanphong", get(address));
  }

  @Test
  void numbersAreNumbersAndDatesAreText() throws Exception {
    String json =
        ask("/api/figures?organization=NATONG&year=2016")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$", hasSize(35)))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(json)
        .startsWith(
            """
            [{"code":"members.total","name":"Tổng số đảng viên","value":112,"unit":"members",\
            "organization":"NATONG","period":"2016"},\
            """)
        .contains(
            """
            {"code":"poverty.multidimensional_rate","name":"Tỷ lệ hộ nghèo đa chiều","value":66.0,\
            """)
        .contains("\"value\":510,")
        .contains("\"value\":\"2013-07\"");
  }

  @Test
  void whatIsNotKnownIsThereAsNull() throws Exception {
    String json =
        ask("/api/figures?organization=NATONG&year=2015")
            .andExpect(jsonPath("$[0].atLeast").value(true))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(json).contains("\"value\":null,\"unit\":\"%\"");
  }

  @Test
  void theRowsOfAFigureAreAsManyAsItCounts() throws Exception {
    ask("/api/figures/members.admitted/rows?organization=NATONG&year=2016")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.figure.value").value(12))
        .andExpect(jsonPath("$.rows", hasSize(12)))
        .andExpect(jsonPath("$.rows[0].values.name").isString());
  }

  @Test
  void indicatorsHavePlanAndYearBefore() throws Exception {
    ask("/api/indicators?organization=NATONG&year=2016")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$", hasSize(6)))
        .andExpect(jsonPath("$[0].code").value("KT01"))
        .andExpect(jsonPath("$[0].percentOfPlan").value(100.5))
        .andExpect(jsonPath("$[0].growth").value(4.5));
  }

  @Test
  void anUnknownOrganizationIsNotFoundAndSaysSo() throws Exception {
    ask("/api/figures?organization=NOWHERE&year=2016")
        .andExpect(status().isNotFound())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", containsString("NOWHERE")));
  }

  @Test
  void anOrganizationOfAnotherTimeIsNotFound() throws Exception {
    ask("/api/figures?organization=NATONG&year=2010").andExpect(status().isNotFound());
    ask("/api/figures?organization=NATONG/CB17&year=2016").andExpect(status().isNotFound());
    ask("/api/figures?organization=NATONG/CB17&year=2014").andExpect(status().isOk());
  }

  @Test
  void aBadPeriodIsRefusedInTheLanguageOfTheRequest() throws Exception {
    for (String period :
        java.util.List.of("year=abc", "year=99999", "on=2016-02-31", "from=2016-01-01", "to=x")) {
      ask("/api/figures?organization=NATONG&" + period)
          .andExpect(status().isBadRequest())
          .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.title").value("Không hiểu ngày hoặc năm trong địa chỉ"));
    }
    as(
            "vanphong",
            get("/api/figures?organization=NATONG&from=2016-05-01&to=2016-01-01")
                .cookie(new Cookie("nenmong-language", "en")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.title").value("The date or year in the address is not understood"));
  }

  @Test
  void aMissingOrganizationIsABadRequest() throws Exception {
    ask("/api/figures?year=2016")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", containsString("organization")));
  }

  @Test
  void aFigureThatIsNoneIsNotFound() throws Exception {
    ask("/api/figures/members.happy/rows?organization=NATONG&year=2016")
        .andExpect(status().isNotFound());
  }

  @Test
  void theSecretaryOfACellSeesItsFiguresAndNoOther() throws Exception {
    as(SECRETARY, get("/api/figures?organization=NATONG/CB06&year=2016"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].value").value(7));
    as(SECRETARY, get("/api/figures?organization=NATONG&year=2016"))
        .andExpect(status().isNotFound());
    as(SECRETARY, get("/api/figures/members.total/rows?organization=NATONG/CB05&year=2016"))
        .andExpect(status().isNotFound());
  }
}
