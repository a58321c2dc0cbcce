package vn.nenmong.consolidation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.BesideOthers;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The demo's three communes that became one: it has the committee that its decision appointed,
/// from all three of them, and that plans who is in charge of its cells.
@SpringBootTest(
    properties = {
      "nenmong.demo=true",
      "nenmong.demo.scenario=merger",
      "nenmong.working-day=2025-12-31"
    })
@AutoConfigureMockMvc
@BesideOthers
class MergedDemoTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;
  @Autowired private DemoAccounts demo;
  @Autowired private Organizations organizations;
  @Autowired private Today today;

  private Pages pages;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void accounts() {
    pages = new Pages(web, "vanphong", "CLERK");
    OrganizationRef commune =
        Fence.aroundEverything("test")
            .call(() -> organizations.find(Scope.ALL, "NUANGAM", today.date()).orElseThrow());
    demo.make(commune.path(), commune.path());
  }

  private MvcResult send(String address, Map<String, String> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post(address).with(user("vanphong").roles("CLERK")).with(csrf());
    typed.forEach(request::param);
    return web.perform(request).andReturn();
  }

  @Test
  void itsCommitteePlansWhoIsInChargeOfItsCells() throws Exception {
    Map<String, String> typed =
        new HashMap<>(TypedPlan.of(PlanKind.CHARGE, Criterion.weights(PlanKind.CHARGE)).typed());
    typed.put("organization", "NUANGAM");
    MockHttpServletResponse started = send("/plans/charge", typed).getResponse();
    assertThat(started.getStatus()).isEqualTo(302);
    assertThat(Pages.words(pages.finished(Objects.requireNonNull(started.getRedirectedUrl()))))
        .contains("So các phương án", "Phương án 2")
        .contains("Chi bộ Cơ quan xã (NATONG/CB11)", "Chi bộ Cơ quan xã (HEMUONG/CB13)");
  }

  @Test
  void itsCommitteeStandsInTheDecisionOnCharges() {
    List<String> serving =
        Jsoup.parse(pages.open("/charges/decisions/new"))
            .select("select[name^=first.]:first-of-type")
            .select("option[value~=.]")
            .eachText()
            .stream()
            .filter(option -> !option.contains("không còn"))
            .distinct()
            .toList();
    assertThat(serving)
        .hasSize(16)
        .contains("Đỗ Thu Hà – Bí thư Đảng ủy", "Lò A Sơn – Phó Bí thư Đảng ủy");
  }

  @Test
  void cellsOfOneNameAreToldApartWhereOneIsChosen() throws Exception {
    String[] offices = {
      "Chi bộ Cơ quan xã (NATONG/CB11)",
      "Chi bộ Cơ quan xã (HEMUONG/CB13)",
      "Chi bộ Cơ quan xã (NUANGAM2016/CB14)"
    };
    Document form = Jsoup.parse(pages.open("/charges/decisions/new"));
    assertThat(form.text()).contains(offices).doesNotContain("Chi bộ Pá Kín 1 (");
    assertThat(Jsoup.parse(pages.open("/entry/meetings/new")).select("option").eachText())
        .contains(offices);
    Map<String, String> typed = new HashMap<>();
    form.select("input[type=hidden][name=commune]").forEach(of -> typed.put("commune", of.val()));
    typed.put("f.number", "01-QĐ/ĐU");
    typed.put("f.body", "Ban Thường vụ Đảng ủy");
    typed.put("f.replaces", "cells");
    typed.put("f.day.day", "1");
    typed.put("f.day.month", "8");
    typed.put("f.day.year", "2025");
    for (Element row : form.select("tr:contains(Cơ quan xã)")) {
      row.select("select[name^=first.]")
          .forEach(of -> typed.put(of.attr("name"), of.select("option").get(1).val()));
    }
    Document seen = Jsoup.parse(Pages.text(send("/charges/decisions/new", typed).getResponse()));
    seen.select("input[name=shown]").forEach(of -> typed.put("shown", of.val()));
    typed.put("save", "yes");
    assertThat(send("/charges/decisions/new", typed).getResponse().getStatus()).isEqualTo(302);
    assertThat(Jsoup.parse(pages.open("/visits/new")).select("option").eachText())
        .contains(
            "Chi bộ Cơ quan xã (HEMUONG/CB13) – Đặng Đức An",
            "Chi bộ Cơ quan xã (NATONG/CB11) – Đặng Đức An");
  }
}
