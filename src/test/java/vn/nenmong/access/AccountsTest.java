package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;

/// Someone is invited, chooses a password, works, and is ended, each in a browser of their own.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class AccountsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String PHRASE = "núi xa ruộng bậc thang mười hai";

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

  private Client administrator() {
    return new Client(port).signIn("quantri", DemoAccounts.PASSWORD);
  }

  /// @return the page of the account, as the administrator is led to it
  private static String invite(Client administrator, String username, String role, String part) {
    HttpResponse<byte[]> answer =
        administrator.post(
            "/accounts/new",
            "/accounts",
            Map.of(
                "username",
                username,
                "displayName",
                "Người mới " + username,
                "role",
                role,
                "part",
                part));
    assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]*", "");
  }

  private static String code(Client administrator, String page) {
    Matcher code =
        Pattern.compile("<strong class=\"code\">(\\d{4} \\d{4})<")
            .matcher(Client.text(administrator.get(page)));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private HttpResponse<byte[]> choose(
      Client client, String username, String code, String password) {
    return client.post(
        "/invitation",
        "/invitation",
        Map.of("username", username, "code", code, "password", password));
  }

  @Test
  void someoneInvitedChoosesAPasswordAndWorksUntilEnded() {
    Client administrator = administrator();
    String page = invite(administrator, "moi", "cell_secretary", "NATONG/CB02");
    String code = code(administrator, page);
    assertThat(Client.text(administrator.get(page))).doesNotContain("<strong class=\"code\">");

    Client person = new Client(port);
    assertThat(Client.text(choose(person, "moi", code, "ngắn"))).contains("ít nhất 12 ký tự");
    assertThat(Client.text(choose(person, "moi", code, "passwordpassword"))).contains("dễ đoán");
    assertThat(choose(person, "moi", code, PHRASE).statusCode()).isEqualTo(302);
    person.signIn("moi", PHRASE);
    assertThat(Client.text(person.get("/members"))).contains("Chi bộ Pá Kín 2");
    assertThat(Client.text(choose(new Client(port), "moi", code, PHRASE)))
        .contains("không đúng, hoặc mã đã hết hạn");

    String shown = Client.text(administrator.get(page));
    assertThat(Pages.words(shown)).contains("Bí thư chi bộ", "Chi bộ Pá Kín 2", "Từ ");
    Matcher end = Pattern.compile("action=\"(/accounts/[^\"]*/end)\"").matcher(shown);
    assertThat(end.find()).isTrue();
    administrator.post(page, end.group(1), Map.of());
    assertThat(person.get("/members").statusCode()).isEqualTo(403);
    assertThat(Pages.words(Client.text(administrator.get(page)))).contains("đã kết thúc");
  }

  @Test
  void aPasswordTypedDecomposedOpensToo() {
    Client administrator = administrator();
    String code = code(administrator, invite(administrator, "to-hop", "clerk", "NATONG"));
    choose(new Client(port), "to-hop", code, PHRASE);
    new Client(port)
        .signIn("to-hop", java.text.Normalizer.normalize(PHRASE, java.text.Normalizer.Form.NFD));
  }

  @Test
  void aResetEndsSessionsAndTheOldPassword() {
    Client administrator = administrator();
    String page = invite(administrator, "quen", "clerk", "NATONG");
    choose(new Client(port), "quen", code(administrator, page), PHRASE);
    Client person = new Client(port).signIn("quen", PHRASE).setUpSecondFactor();
    assertThat(person.get("/members").statusCode()).isEqualTo(200);
    administrator.post(page, page + "/invitation", Map.of());
    String code = code(administrator, page);
    assertThat(person.get("/members").statusCode()).isEqualTo(302);
    HttpResponse<byte[]> old =
        person.post("/sign-in", "/sign-in", Map.of("username", "quen", "password", PHRASE));
    assertThat(old.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).contains("error"));
    assertThat(choose(new Client(port), "quen", code, PHRASE + " nữa").statusCode()).isEqualTo(302);
  }

  @Test
  void anAdministratorOfAccountsSeesNobodysData() {
    Client administrator = administrator();
    assertThat(administrator.get("/home").headers().firstValue("Location").orElseThrow())
        .endsWith("/accounts");
    for (String path :
        new String[] {"/", "/members", "/figures", "/find?q=a", "/organizations", "/trail"}) {
      assertThat(administrator.get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void nobodyGrantsBeyondTheirPart() {
    Client administrator = administrator();
    Map<String, String> form = new HashMap<>();
    form.put("username", "ngoai");
    form.put("displayName", "Ngoài");
    form.put("role", "clerk");
    for (String part : new String[] {"", "KHAC", "KHAC/CB01"}) {
      form.put("part", part);
      assertThat(Client.text(administrator.post("/accounts/new", "/accounts", form)))
          .as(part)
          .contains("trong phạm vi mình quản trị");
    }
    assertThat(
            new Client(port)
                .signIn("vanphong", DemoAccounts.PASSWORD)
                .get("/accounts")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoKeepsGettingItWrongWaitsWhetherOrNotThereIsSuchAnAccount() {
    for (String name : new String[] {"bithu", "chang-co-ai"}) {
      Client client = new Client(port);
      Map<String, String> wrong = Map.of("username", name, "password", "sai rồi");
      for (int i = 0; i < 5; i++) {
        assertThat(
                client
                    .post("/sign-in", "/sign-in", wrong)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow())
            .endsWith("/sign-in?error");
      }
      String waits =
          client.post("/sign-in", "/sign-in", wrong).headers().firstValue("Location").orElseThrow();
      assertThat(waits).as(name).matches(".*/sign-in\\?wait=\\d+");
      assertThat(Pages.words(Client.text(client.get(waits.replaceAll("^https?://[^/]*", "")))))
          .contains("Xin chờ", "tài khoản không bị khóa");
    }
  }

  @Test
  void anAccountThatReachesBeyondIsNotTakenOverByAReset() {
    Client administrator = administrator();
    String page = invite(administrator, "hai-noi", "cell_secretary", "NATONG/CB03");
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into access_grant (account_id, role, path, valid)
            select id, 'clerk', 'aaaa', '[2016-01-01,)' from account where username = 'hai-noi'
            """)
        .update();
    administrator.post(page, page + "/invitation", Map.of());
    assertThat(Client.text(administrator.get(page)))
        .contains("ngoài phạm vi mình quản trị")
        .doesNotContain("<strong class=\"code\">");
  }

  @Test
  void nobodyGrantsThemselvesARole() {
    Client administrator = administrator();
    String own =
        Client.text(administrator.get("/accounts"))
            .replaceAll("(?s).*<a href=\"(/accounts/[0-9a-f-]{36})\">Quản trị tài khoản<.*", "$1");
    administrator.post(own, own + "/grants", Map.of("role", "clerk", "part", "NATONG"));
    assertThat(Client.text(administrator.get(own)))
        .contains("Không tự giao vai trò cho chính mình");
    assertThat(administrator.get("/members").statusCode()).isEqualTo(403);
  }
}
