package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.time.Today;

/// The second factor, phones with a PIN, shared machines, and what becomes of a form whose session
/// has run out.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "nenmong.demo=true")
class SignInTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String PHRASE = "núi xa ruộng bậc thang mười hai";
  private static final Pattern RECOVERY = Pattern.compile("<li class=\"code\">([^<]+)</li>");
  private static final Pattern CODE = Pattern.compile("<strong class=\"code\">(\\d{4} \\d{4})<");

  /// How much later than the machine's clock the program believes it is.
  private static volatile Duration later = Duration.ZERO;

  @TestConfiguration
  static class LaterClock {
    @Bean
    @Primary
    Today todayWithLaterClock() {
      InstantSource source = () -> Instant.now().plus(later);
      return new Today(source.withZone(ZoneOffset.UTC), LocalDate.of(2016, 12, 31));
    }
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private DemoAccounts demo;
  @Autowired private AccessTable table;
  @LocalServerPort private int port;

  @BeforeEach
  void accounts() {
    later = Duration.ZERO;
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
  }

  private Client demo(String username) {
    return new Client(port).signIn(username, DemoAccounts.PASSWORD);
  }

  private static String location(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]*", "");
  }

  /// @return the page of the new account, as the administrator sees it
  private String invite(Client administrator, String username, String role, String part) {
    String page =
        location(
            administrator.post(
                "/accounts/new",
                "/accounts",
                Map.of("username", username, "displayName", username, "role", role, "part", part)));
    Matcher code = CODE.matcher(Client.text(administrator.get(page)));
    assertThat(code.find()).isTrue();
    new Client(port)
        .post(
            "/invitation",
            "/invitation",
            Map.of("username", username, "code", code.group(1), "password", PHRASE));
    return page;
  }

  private HttpResponse<byte[]> password(Client client, String username) {
    return client.post("/sign-in", "/sign-in", Map.of("username", username, "password", PHRASE));
  }

  private static HttpResponse<byte[]> code(Client client, String code) {
    return client.post("/sign-in/code", "/sign-in/code", Map.of("code", code));
  }

  @Test
  void officeWorkWaitsForASecondFactorWhoseCodesAreGoodOnce() {
    Client administrator = demo("quantri");
    String account = invite(administrator, "hai-buoc", "clerk", "NATONG");
    Client first = new Client(port).signIn("hai-buoc", PHRASE);
    assertThat(location(first.get("/members"))).isEqualTo("/my-account/second-factor");
    assertThat(first.post("/my-account", "/closing/close", Map.of()).statusCode()).isEqualTo(403);

    String page = "/my-account/second-factor";
    AuthenticatorApp app = new AuthenticatorApp(Client.text(first.get(page)));
    assertThat(Client.text(first.post(page, page, Map.of("code", "000000"))))
        .contains("Mã không đúng");
    String codes = Client.text(first.post(page, page, Map.of("code", app.code(0))));
    List<String> recovery = RECOVERY.matcher(codes).results().map(r -> r.group(1)).toList();
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    assertThat(first.get("/members").statusCode()).isEqualTo(200);

    Client second = new Client(port);
    assertThat(location(password(second, "hai-buoc"))).isEqualTo("/sign-in/code");
    assertThat(location(second.get("/members"))).isEqualTo("/sign-in/code");
    assertThat(Client.text(code(second, app.code(0)))).contains("Mã không đúng hoặc đã dùng");
    code(second, app.code(1));
    assertThat(second.get("/members").statusCode()).isEqualTo(200);

    Client third = new Client(port);
    password(third, "hai-buoc");
    code(third, recovery.getFirst().toUpperCase(java.util.Locale.ROOT));
    assertThat(third.get("/members").statusCode()).isEqualTo(200);
    assertThat(Client.text(third.get("/my-account"))).contains("Còn 9 mã dự phòng");
    Client fourth = new Client(port);
    password(fourth, "hai-buoc");
    assertThat(Client.text(code(fourth, recovery.getFirst()))).contains("Mã không đúng");

    administrator.post(account, account + "/invitation", Map.of());
    Matcher again = CODE.matcher(Client.text(administrator.get(account)));
    assertThat(again.find()).isTrue();
    new Client(port)
        .post(
            "/invitation",
            "/invitation",
            Map.of("username", "hai-buoc", "code", again.group(1), "password", PHRASE));
    assertThat(location(password(new Client(port), "hai-buoc"))).isEqualTo("/home");
  }

  @Test
  void guessingTheCodeWithTheRightPasswordWaitsToo() {
    invite(demo("quantri"), "bi-doan", "inspection", "NATONG");
    new Client(port).signIn("bi-doan", PHRASE).setUpSecondFactor();
    Client guesser = new Client(port);
    for (int i = 0; i < 5; i++) {
      password(guesser, "bi-doan");
      code(guesser, "00000" + i);
    }
    assertThat(location(password(guesser, "bi-doan"))).startsWith("/sign-in?wait=");
  }

  @Test
  void aPhoneIsLetInByACodeAndOpenedByItsPin() {
    Client administrator = demo("quantri");
    String account = invite(administrator, "dien-thoai", "cell_secretary", "NATONG/CB01");
    administrator.post(
        account, account + "/grants", Map.of("role", "clerk", "part", "NATONG/CB01"));
    Client phone = phone(administrator, account, "dien-thoai");
    assertThat(location(phone.get("/members"))).isEqualTo("/device");
    assertThat(Client.text(phone.post("/device", "/device", Map.of("pin", "111222"))))
        .contains("Mã PIN không đúng");
    assertThat(location(phone.post("/device", "/device", Map.of("pin", "271828"))))
        .startsWith("/members");
    assertThat(phone.get("/members").statusCode()).isEqualTo(200);
    assertThat(phone.get("/import").statusCode()).as("an office's role").isEqualTo(403);
    assertThat(
            DATABASE
                .ownerJdbc()
                .sql(
                    "select max_inactive_interval from spring_session where principal_name = 'dien-thoai'")
                .query(Integer.class)
                .single())
        .isEqualTo(300);

    Client newPhone = phone(administrator, account, "dien-thoai");
    assertThat(location(newPhone.post("/device", "/device", Map.of("pin", "271828"))))
        .isEqualTo("/home");
    phone.post("/my-account", "/sign-out", Map.of());
    assertThat(location(phone.get("/device"))).isEqualTo("/device/new");

    administrator.post(account, account + "/device/end", Map.of());
    assertThat(newPhone.get("/members").statusCode()).isEqualTo(302);
    assertThat(location(newPhone.get("/device"))).isEqualTo("/device/new");
  }

  private Client phone(Client administrator, String account, String username) {
    administrator.post(account, account + "/device", Map.of());
    String shown = Client.text(administrator.get(account));
    Matcher code = CODE.matcher(shown);
    assertThat(code.find()).isTrue();
    assertThat(shown).contains("<svg class=\"qr\"");
    Client phone = new Client(port);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("username", username);
    form.put("code", code.group(1));
    form.put("pin", "123456");
    form.put("again", "123456");
    assertThat(Client.text(phone.post("/device/new", "/device/new", form))).contains("dễ đoán");
    form.put("pin", "271828");
    assertThat(Client.text(phone.post("/device/new", "/device/new", form)))
        .contains("không giống nhau");
    form.put("again", "271828");
    assertThat(location(phone.post("/device/new", "/device/new", form))).isEqualTo("/device");
    assertThat(Client.text(new Client(port).post("/device/new", "/device/new", form)))
        .contains("mã đã hết hạn");
    return phone;
  }

  @Test
  void aFormWhoseSessionHasRunOutIsThereAfterSigningIn() {
    Client clerk = demo("vanphong");
    String form = "/entry/villages/new";
    assertThat(clerk.get(form).statusCode()).isEqualTo(200);
    expire("vanphong");
    Map<String, String> typed =
        Map.of("f.name", "Bản Mới <Tinh> & \"Xa\"", "form-of", "vanphong", "_csrf", "cũ");
    HttpResponse<byte[]> expired = clerk.send(form, "same-origin", typed);
    assertThat(location(expired)).isEqualTo("/sign-in?expired");
    assertThat(Pages.words(Client.text(clerk.get("/sign-in?expired")))).contains("được giữ lại");
    clerk.post("/sign-in", "/sign-in", Map.of("username", "vanphong", "password", "sai"));
    HttpResponse<byte[]> in =
        clerk.post(
            "/sign-in",
            "/sign-in",
            Map.of("username", "vanphong", "password", DemoAccounts.PASSWORD));
    assertThat(location(in)).isEqualTo("/sign-in/kept");
    String kept = Client.text(clerk.get("/sign-in/kept"));
    assertThat(kept).contains("action=\"" + form + "\"");
    Map<String, String> fields = new LinkedHashMap<>();
    Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
        .matcher(kept)
        .results()
        .filter(field -> !field.group(1).equals("_csrf"))
        .forEach(field ->
            fields.put(
                field.group(1), org.jsoup.parser.Parser.unescapeEntities(field.group(2), true)));
    String opened = Client.text(clerk.post("/sign-in/kept", form, fields));
    assertThat(org.jsoup.Jsoup.parse(opened).select("[name=f.name]").val())
        .isEqualTo("Bản Mới <Tinh> & \"Xa\"");
    assertThat(villagesNamed("Bản Mới%")).isZero();
  }

  private static HttpResponse<byte[]> signIn(Client browser, String username) {
    return browser.post(
        "/sign-in", "/sign-in", Map.of("username", username, "password", DemoAccounts.PASSWORD));
  }

  @Test
  void everyFormTellsWhoseItIsAndIsKept() {
    Client clerk = demo("vanphong");
    assertThat(
            org.jsoup.Jsoup.parse(Client.text(clerk.get("/entry/villages/new")))
                .select("main form[method=post] [name=form-of]")
                .eachAttr("value"))
        .isNotEmpty()
        .containsOnly("vanphong");
    expire("vanphong");
    int kept = 0;
    for (AccessTable.Entry entry : table.entries()) {
      if (entry.method().equals(HttpMethod.POST) && !entry.anyone()) {
        String path =
            entry.path().getPatternString().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        assertThat(location(new Client(port).send(path, "same-origin", Map.of("f.a", "x"))))
            .as(path)
            .isEqualTo("/sign-in?expired");
        kept++;
      }
    }
    assertThat(kept).isGreaterThan(40);
  }

  @Test
  void aFormIsNotGivenToSomebodyElseAtTheSameMachine() {
    String form = "/entry/villages/new";
    Map<String, String> typed =
        Map.of("f.name", "Bản Của Người Khác", "form-of", "vanphong", "_csrf", "cũ");
    Client machine = demo("vanphong");
    machine.post("/", "/sign-out", Map.of("change", "1"));
    assertThat(location(machine.send(form, "same-origin", typed))).isEqualTo("/sign-in?expired");
    assertThat(location(signIn(machine, "quantri"))).doesNotContain("kept");
    assertThat(Client.text(machine.get("/sign-in/kept"))).doesNotContain("Của Người Khác");

    HttpResponse<byte[]> atWork = machine.send(form, "same-origin", typed);
    assertThat(location(atWork)).isEqualTo("/sign-in/kept");
    assertThat(Pages.words(Client.text(machine.get("/sign-in/kept"))))
        .contains("Không có biểu mẫu nào")
        .doesNotContain("Của Người Khác");

    machine.post("/my-account", "/sign-out", Map.of("change", "1"));
    signIn(machine, "vanphong");
    assertThat(location(machine.send(form, "same-origin", typed))).isEqualTo("/sign-in/kept");
    assertThat(Client.text(machine.get("/sign-in/kept"))).contains("Của Người Khác");
    assertThat(villagesNamed("Bản Của%")).isZero();
  }

  @Test
  void aFormSentAfterTheWorkingDayIsKeptToo() {
    Client clerk = demo("vanphong");
    String page = Client.text(clerk.get("/entry/villages/new"));
    String token = org.jsoup.Jsoup.parse(page).select("main [name=_csrf]").val();
    later = Duration.ofHours(13);
    HttpResponse<byte[]> sent =
        clerk.send(
            "/entry/villages/new",
            "same-origin",
            Map.of("f.name", "Bản Muộn", "form-of", "vanphong", "_csrf", token));
    assertThat(location(sent)).isEqualTo("/sign-in?expired");
    assertThat(location(signIn(clerk, "vanphong"))).isEqualTo("/sign-in/kept");
    assertThat(Client.text(clerk.get("/sign-in/kept"))).contains("Bản Muộn");
  }

  @Test
  void whoSentAFileIsLedBackToChooseItAgain() {
    Client clerk = demo("vanphong");
    expire("vanphong");
    HttpResponse<byte[]> sent =
        clerk.sendFile("/import", Map.of("_csrf", "cũ", "form-of", "vanphong"), new byte[1000]);
    assertThat(location(sent)).isEqualTo("/sign-in?expired");
    assertThat(location(signIn(clerk, "vanphong"))).isEqualTo("/sign-in/kept");
    assertThat(Client.text(clerk.get("/sign-in/kept")))
        .contains("chọn lại tệp", "href=\"/import\"");
  }

  @Test
  void aFormOfAnotherSiteIsNotKept() {
    Client clerk = demo("vanphong");
    expire("vanphong");
    HttpResponse<byte[]> sent =
        clerk.send("/entry/villages/new", "cross-site", Map.of("f.name", "Bản Lạ"));
    assertThat(sent.statusCode()).isEqualTo(403);
    HttpResponse<byte[]> in =
        clerk.post(
            "/sign-in",
            "/sign-in",
            Map.of("username", "vanphong", "password", DemoAccounts.PASSWORD));
    assertThat(location(in)).isNotEqualTo("/sign-in/kept");
  }

  private static void expire(String username) {
    DATABASE
        .ownerJdbc()
        .sql("delete from spring_session where principal_name = :username")
        .param("username", username)
        .update();
  }

  private static int villagesNamed(String name) {
    return DATABASE
        .ownerJdbc()
        .sql("select count(*) from village_period where name like :name")
        .param("name", name)
        .query(Integer.class)
        .single();
  }

  @Test
  void aSharedMachineSignsOutSoonerAndForgetsWhatItWasShown() {
    Client own = demo("bithu");
    assertThat(Client.text(own.get("/"))).doesNotContain("class=\"at-work\"");
    assertThat(idle("bithu")).isEqualTo(1800);
    expire("bithu");
    Client shared = new Client(port);
    shared.post(
        "/sign-in",
        "/sign-in",
        Map.of("username", "bithu", "password", DemoAccounts.PASSWORD, "shared", "1"));
    assertThat(idle("bithu")).isEqualTo(900);
    assertThat(Client.text(shared.get("/"))).contains("class=\"at-work\"", "Đổi người dùng");
    HttpResponse<byte[]> out = shared.post("/", "/sign-out", Map.of("change", "1"));
    assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
    assertThat(location(out)).isEqualTo("/sign-in?change");
    assertThat(location(shared.get("/members"))).endsWith("/sign-in");
  }

  private static int idle(String username) {
    return DATABASE
        .ownerJdbc()
        .sql(
            "select max(max_inactive_interval) from spring_session where principal_name = :username")
        .param("username", username)
        .query(Integer.class)
        .single();
  }

  @Test
  void aSessionEndsAfterAWorkingDayHoweverBusy() {
    Client busy = demo("kiemtra");
    later = Duration.ofHours(11);
    assertThat(busy.get("/members").statusCode()).isEqualTo(200);
    later = Duration.ofHours(13);
    HttpResponse<byte[]> over = busy.get("/members");
    assertThat(over.statusCode()).as(Client.text(over)).isEqualTo(302);
  }

  @Test
  void oneSessionIsEndedAndTheOthersGoOn() {
    Client here = demo("captren");
    Client there = demo("captren");
    String shown = Client.text(here.get("/my-account"));
    Matcher end =
        Pattern.compile("action=\"(/my-account/sessions/[0-9a-f-]{36}/end)\"").matcher(shown);
    assertThat(end.find()).isTrue();
    assertThat(here.post("/my-account", end.group(1), Map.of()).statusCode()).isEqualTo(302);
    assertThat(location(there.get("/members"))).endsWith("/sign-in");
    assertThat(here.get("/members").statusCode()).isEqualTo(200);
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
    invite(demo("quantri"), "doi-mat-khau", "cell_secretary", "NATONG/CB02");
    Client here = new Client(port).signIn("doi-mat-khau", PHRASE);
    Client there = new Client(port).signIn("doi-mat-khau", PHRASE);
    here.post(
        "/my-account",
        "/my-account/password",
        Map.of("passwordOld", "không phải", "passwordNew", PHRASE + " mới"));
    assertThat(Client.text(here.get("/my-account"))).contains("Mật khẩu hiện nay không đúng");
    here.post(
        "/my-account",
        "/my-account/password",
        Map.of("passwordOld", PHRASE, "passwordNew", PHRASE + " mới"));
    assertThat(location(there.get("/members"))).endsWith("/sign-in");
    assertThat(here.get("/members").statusCode()).isEqualTo(200);
    new Client(port).signIn("doi-mat-khau", PHRASE + " mới");
  }
}
