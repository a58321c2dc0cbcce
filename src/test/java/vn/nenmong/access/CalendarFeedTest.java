package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.TestDatabase;
import vn.nenmong.workbook.intake.ImportFile;

/// The calendar of what is due, as someone gets its address and a phone asks for it.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class CalendarFeedTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Pattern ADDRESS = Pattern.compile("(/calendar/[\\w-]{43}\\.ics)<");
  private static final Pattern COUNT = Pattern.compile("(?m)^SUMMARY:(\\d+) việc đến hạn: ");
  private static boolean filled;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private ImportFile imports;
  @Autowired private DemoAccounts demo;
  @LocalServerPort private int port;

  @BeforeEach
  void fill() {
    if (filled) {
      return;
    }
    TwoCommunes.load(DATABASE, imports);
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
    filled = true;
  }

  private Client signIn(String username) {
    return new Client(port).signIn(username, DemoAccounts.PASSWORD);
  }

  private static String address(Client client) {
    client.post("/calendar", "/calendar", Map.of());
    Matcher address = ADDRESS.matcher(Client.text(client.get("/calendar")));
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  private HttpResponse<byte[]> fetch(String address) {
    return new Client(port).get(address);
  }

  private static int counted(HttpResponse<byte[]> feed) {
    return COUNT
        .matcher(Client.text(feed).replace("\r\n ", ""))
        .results()
        .mapToInt(count -> Integer.parseInt(count.group(1)))
        .sum();
  }

  private static int due(Client client) {
    JsonNode items =
        JsonMapper.builder()
            .build()
            .readTree(Client.text(client.get("/api/due?days=366&limit=1000")))
            .get("due");
    return (int) items.valueStream().filter(item -> !item.get("day").isNull()).count();
  }

  @Test
  void aPhoneGetsTheCountsOfWhatItsOwnerSeesAndNoName() {
    Client clerk = signIn("vanphong");
    HttpResponse<byte[]> feed = fetch(address(clerk));
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo("text/calendar;charset=UTF-8");
    assertThat(feed.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(counted(feed)).isPositive().isEqualTo(due(clerk));
    String text = Client.text(feed).replace("\r\n ", "");
    assertThat(text)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("URL:http://localhost:" + port + "/due?horizon=366&what=");
    for (String name :
        DATABASE.ownerJdbc().sql("select name from person").query(String.class).list()) {
      assertThat(text).doesNotContain(name);
    }
    assertThat(clerk.get(text.replaceAll("(?s).*?URL:http://[^/]*([^\r]*).*", "$1")).statusCode())
        .isEqualTo(200);
    assertThat(Client.text(clerk.get("/calendar"))).doesNotContain("chưa lần nào", ".ics");
  }

  @Test
  void whoSeesACellGetsWhatIsDueThere() {
    Client cell = signIn("chibo");
    int ofCell = counted(fetch(address(cell)));
    assertThat(ofCell).isEqualTo(due(cell)).isLessThan(due(signIn("vanphong")));
  }

  @Test
  void anAddressThatWasRevokedOrReplacedIsNotThere() {
    Client secretary = signIn("bithu");
    String first = address(secretary);
    assertThat(fetch(first).statusCode()).isEqualTo(200);
    String second = address(secretary);
    assertThat(fetch(first).statusCode()).isEqualTo(404);
    assertThat(fetch(second).statusCode()).isEqualTo(200);
    secretary.post("/calendar", "/calendar/revoke", Map.of());
    HttpResponse<byte[]> revoked = fetch(second);
    assertThat(revoked.statusCode()).isEqualTo(404);
    assertThat(revoked.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(Client.text(revoked)).isEqualTo(Client.text(fetch("/calendar/khong-co.ics")));
  }

  @Test
  void whenTheGrantsEndTheAddressIsNotThere() {
    String address = address(signIn("kiemtra"));
    assertThat(fetch(address).statusCode()).isEqualTo(200);
    String grant =
        "update access_grant set valid = %s where account_id = (select id from account where username = 'kiemtra')";
    DATABASE.ownerJdbc().sql(grant.formatted("'empty'")).update();
    assertThat(fetch(address).statusCode()).isEqualTo(404);
    DATABASE.ownerJdbc().sql(grant.formatted("daterange(current_date - 5, null)")).update();
    assertThat(fetch(address).statusCode()).isEqualTo(200);
  }
}
