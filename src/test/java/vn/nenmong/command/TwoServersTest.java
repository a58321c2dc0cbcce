package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nenmong.access.Client.text;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Client;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.TwoCommunes;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.trail.CheckTrail;
import vn.nenmong.trail.SealTrail;
import vn.nenmong.workbook.intake.ImportFile;
import vn.nenmong.workbook.intake.Office;

/// Two servers on one database, behind whatever sends a browser to one or the other.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class TwoServersTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext two;

  @BeforeAll
  static void start() {
    one = server();
    two = server();
    around(() -> {
      one.getBean(ImportFile.class).loadDemo();
      one.getBean(DemoAccounts.class)
          .make(
              TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
              TwoCommunes.path(DATABASE, "NATONG", "CB01"));
    });
  }

  @AfterAll
  static void end() {
    one.close();
    two.close();
  }

  private static ConfigurableApplicationContext server() {
    Map<String, Object> properties = new HashMap<>(DATABASE.properties());
    properties.putAll(new Settings(Map.of("NENMONG_METRICS_PORT", "0")).transport());
    properties.put("nenmong.demo", true);
    properties.put("nenmong.working-day", "2016-12-31");
    properties.put("server.port", 0);
    return new SpringApplicationBuilder(Application.class)
        .initializers(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("server", properties)))
        .run();
  }

  private static void around(Runnable work) {
    Fence.aroundEverything(Viewer.COMMAND_LINE.account())
        .call(() -> {
          work.run();
          return "";
        });
  }

  private static int port(ConfigurableApplicationContext server, String which) {
    return server.getEnvironment().getRequiredProperty("local." + which + ".port", Integer.class);
  }

  private static int port(ConfigurableApplicationContext server) {
    return port(server, "server");
  }

  private static Client office() {
    return new Client(port(one)).signIn("vanphong", DemoAccounts.PASSWORD);
  }

  @Test
  void whoSignedInAtOneIsSignedInAtTheOther() {
    Client atOne = office();
    Client atTwo = atOne.at(port(two));
    assertThat(text(atTwo.get("/"))).contains("Đảng bộ xã Na Tông");
    Map<String, String> closing = Map.of("organization", "NATONG", "year", "2016", "note", "hai");
    assertThat(atTwo.post("/closing?year=2016", "/closing/close", closing).statusCode())
        .isEqualTo(302);
    assertThat(text(atOne.get("/closing?year=2016"))).contains("hai");
  }

  @Test
  void whatOneWritesTheOtherShowsAtOnce() throws IOException {
    Client atTwo = office().at(port(two));
    String figure = "/figures/members.admitted?organization=NATONG&on=2016-12-31";
    assertThat(Pages.words(text(atTwo.get(figure)))).contains("Kết nạp đảng viên mới: 12");
    Office more =
        new Office()
            .put("Đảng viên", 118, "Họ và tên", "Vừ A Thêm")
            .put("Đảng viên", 118, "Giới tính", "Nam")
            .put("Đảng viên", 118, "Ngày sinh", "23/01/1993")
            .put("Đảng viên", 118, "Ngày vào Đảng", "03/12/2016")
            .put("Đảng viên", 118, "Mã chi bộ", "CB07");
    around(() ->
        one.getBean(ImportFile.class)
            .run(Viewer.COMMAND_LINE, more.save(), "so.xlsx", ImportFile.Wish.PLAIN));
    assertThat(Pages.words(text(atTwo.get(figure)))).contains("Kết nạp đảng viên mới: 13");
  }

  @Test
  void mistakesAtEitherCountTogether() {
    Client stranger = new Client(port(one));
    Map<String, String> wrong = Map.of("username", "khong-co-ai", "password", "sai sai sai sai");
    String to = "";
    for (int i = 0; i < 6; i++) {
      to =
          stranger
              .at(port(i % 2 == 0 ? one : two))
              .post("/sign-in", "/sign-in", wrong)
              .headers()
              .firstValue("Location")
              .orElse("");
    }
    assertThat(to).contains("wait=");
  }

  @Test
  void theTrailIsSealedOnceWhoeverSeals() throws Exception {
    Client atOne = office();
    Client atTwo = atOne.at(port(two));
    for (int round = 0; round < 10; round++) {
      List<CompletableFuture<?>> atWork =
          List.of(
              CompletableFuture.runAsync(() -> atOne.get("/members")),
              CompletableFuture.runAsync(() -> atTwo.get("/members")),
              CompletableFuture.runAsync(() -> seal(one)),
              CompletableFuture.runAsync(() -> seal(two)));
      for (CompletableFuture<?> each : atWork) {
        each.get(60, TimeUnit.SECONDS);
      }
    }
    seal(two);
    around(() -> {
      CheckTrail check = one.getBean(CheckTrail.class);
      assertThat(check.findings()).isEmpty();
      assertThat(check.unsealed()).isZero();
    });
  }

  private static void seal(ConfigurableApplicationContext server) {
    around(() -> server.getBean(SealTrail.class).run());
  }

  @Test
  void whereOneIsStoppedWhatRunsIsFinishedAndTheOtherGoesOn() throws Exception {
    ConfigurableApplicationContext leaving = server();
    Client browser = new Client(port(leaving)).signIn("vanphong", DemoAccounts.PASSWORD);
    CompletableFuture<HttpResponse<byte[]>> slow;
    CompletableFuture<Void> stopped;
    try (Connection owner = DATABASE.dataSource(DATABASE.owner()).getConnection();
        Statement lock = owner.createStatement()) {
      owner.setAutoCommit(false);
      lock.execute("lock table membership in access exclusive mode");
      slow = CompletableFuture.supplyAsync(() -> browser.get("/members?on=2016-12-31"));
      await(
          "select exists (select from pg_locks where not granted and relation = 'membership'::regclass)");
      stopped = CompletableFuture.runAsync(leaving::close);
      awaitGone(port(leaving));
      owner.rollback();
    }
    assertThat(slow.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    stopped.get(60, TimeUnit.SECONDS);
    assertThat(browser.at(port(one)).get("/members").statusCode()).isEqualTo(200);
  }

  private static void await(String condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!DATABASE.ownerJdbc().sql(condition).query(Boolean.class).single()) {
      assertThat(System.nanoTime()).as(condition).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /// Until nobody new is let in.
  private static void awaitGone(int port) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    Client stranger = new Client(port);
    try {
      while (stranger.get("/livez").statusCode() < 500) {
        assertThat(System.nanoTime()).as("goes on").isLessThan(deadline);
      }
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void healthAndNumbersTellNothingOfPeople() {
    Client office = office();
    String member = text(office.get("/members"));
    String address = member.replaceAll("(?s).*?href=\"(/members/[0-9a-f-]{36}).*", "$1");
    assertThat(office.get(address).statusCode()).isEqualTo(200);
    assertThat(office.get("/members?q=L%C3%B2+V%C4%83n").statusCode()).isEqualTo(200);

    Client prometheus = new Client(port(one, "management"));
    String numbers = text(prometheus.get("/actuator/prometheus"));
    assertThat(numbers)
        .contains("http_server_requests_seconds_count", "uri=\"/members/{id}\"", "hikaricp_")
        .doesNotContain(URI.create(address).getPath().substring(9), "L%C3", "vanphong", "NATONG");
    assertThat(prometheus.get("/members").statusCode()).isNotEqualTo(200);
    assertThat(prometheus.get("/sign-in").statusCode()).isEqualTo(404);

    Client stranger = new Client(port(one));
    assertThat(text(stranger.get("/livez"))).contains("UP");
    assertThat(text(stranger.get("/readyz"))).contains("UP");
    assertThat(stranger.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/actuator/env").statusCode()).isNotEqualTo(200);
  }
}
