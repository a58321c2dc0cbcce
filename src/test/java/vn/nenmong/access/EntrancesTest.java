package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;

/// What coming in, going out and being turned away leaves in the trail, and what its page shows.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class EntrancesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private DemoAccounts demo;
  @LocalServerPort private int port;

  @BeforeEach
  void accounts() {
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
  }

  private static List<String> lines(String account) {
    return DATABASE
        .ownerJdbc()
        .sql(
            """
            select concat_ws(' ', action, subject, detail ->> 'path', origin, acting) from audit_line
            where account = :account and commune_id is not null order by id
            """)
        .param("account", account)
        .query(String.class)
        .list();
  }

  @Test
  void eachLeavesALine() {
    Client cell = new Client(port);
    cell.post("/sign-in", "/sign-in", Map.of("username", "chibo", "password", "sai"));
    cell.post("/sign-in", "/sign-in", Map.of("username", "nobody at all", "password", "sai"));
    cell.signIn("chibo", DemoAccounts.PASSWORD);
    assertThat(cell.get("/import").statusCode()).isEqualTo(403);
    cell.post("/", "/sign-out", Map.of());
    assertThat(lines("chibo"))
        .containsExactly(
            "sign_in_failed session 127.0.0.1 cell_secretary",
            "sign_in session 127.0.0.1 cell_secretary",
            "refuse route /import 127.0.0.1 cell_secretary",
            "sign_out session 127.0.0.1 cell_secretary");
    assertThat(lines("nobody at all")).isEmpty();
  }

  @Test
  void whoLookedAtARecordIsToldOnThePageOfTheTrail() {
    Client cell = new Client(port).signIn("chibo", DemoAccounts.PASSWORD);
    String members = Client.text(cell.get("/members"));
    String member = members.replaceAll("(?s).*?<a href=\"/members/([0-9a-f-]{36}).*", "$1");
    assertThat(cell.get("/members/" + member).statusCode()).isEqualTo(200);
    Client secretary = new Client(port).signIn("bithu", DemoAccounts.PASSWORD);
    assertThat(Client.text(secretary.get("/members/" + member))).contains("/trail?did=view");
    assertThat(Pages.words(Client.text(secretary.get("/trail?did=view&of=" + member))))
        .contains("Bí thư chi bộ", "Bí thư Đảng ủy", "Có 2 dòng", "127.0.0.1");
    assertThat(Pages.words(Client.text(secretary.get("/trail?did=view&who=chibo&of=" + member))))
        .contains("Có 1 dòng");
    assertThat(cell.get("/trail").statusCode()).isEqualTo(403);
    assertThat(Client.text(secretary.get("/trail/heads/file")))
        .startsWith("nen-mong trail heads 1");
  }
}
