package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// Every cell of the access table: whom it lists the program lets in, and nobody else.
@BesideOthers
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class EveryRoleOnEveryRouteTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static final Map<Role, String> ACCOUNTS =
      new EnumMap<>(
          Map.of(
              Role.CLERK, "vanphong",
              Role.SECRETARY, "bithu",
              Role.COMMITTEE_MEMBER, "capuy",
              Role.CELL_SECRETARY, "chibo",
              Role.INSPECTION, "kiemtra",
              Role.BOARD, "captren",
              Role.ADMINISTRATOR, "quantri",
              Role.MEMBER, "dangvien"));

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private DemoAccounts demo;
  @Autowired private AccessTable table;
  @Autowired private MockMvc web;

  @BeforeEach
  void accounts() {
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
  }

  @TestFactory
  Stream<DynamicTest> whoIsListedIsLetInAndNobodyElse() {
    return table.entries().stream()
        .filter(entry -> !entry.anyone())
        .flatMap(entry ->
            Arrays.stream(Role.values())
                .map(role ->
                    DynamicTest.dynamicTest(
                        role + " " + entry.method() + " " + entry.path(),
                        () -> look(entry, role))));
  }

  private void look(AccessTable.Entry entry, Role role) throws Exception {
    int status = ask(entry, ACCOUNTS.get(role)).getStatus();
    if (entry.roles().contains(role)) {
      assertThat(status).isNotIn(401, 403).isLessThan(500);
    } else {
      assertThat(status).isEqualTo(403);
    }
  }

  @Test
  void withoutSigningInNothingButWhatIsForAnyoneIsOpen() throws Exception {
    for (AccessTable.Entry entry : table.entries()) {
      MockHttpServletResponse answer = ask(entry, null);
      boolean turnedAway =
          answer.getStatus() == 401
              || (answer.getStatus() == 302
                  && String.valueOf(answer.getRedirectedUrl()).endsWith("/sign-in"));
      assertThat(turnedAway).as(entry.toString()).isEqualTo(!entry.anyone());
    }
  }

  @Test
  void everyRoleHasAnAccountInTheDemo() {
    assertThat(ACCOUNTS.keySet()).containsExactly(Role.values());
  }

  private MockHttpServletResponse ask(AccessTable.Entry entry, @Nullable String account)
      throws Exception {
    String path =
        entry
            .path()
            .getPatternString()
            .replace("{code}", "members.total")
            .replace("{register}", "members")
            .replace("{deed}", "correct")
            .replaceAll("\\{\\w+\\}", UUID.randomUUID().toString())
            .replace("/**", "/x");
    MockHttpServletRequestBuilder asked = request(entry.method(), URI.create(path)).with(csrf());
    return web.perform(account == null ? asked : asked.with(user(account)))
        .andReturn()
        .getResponse();
  }
}
