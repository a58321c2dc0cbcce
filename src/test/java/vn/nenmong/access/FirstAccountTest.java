package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.account.FirstAccount;

/// A new data folder has no account and no password of its own; whoever can read what the server
/// printed makes the first one, once.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "nenmong.working-day=2016-12-31")
class FirstAccountTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String PHRASE = "suối lạnh chảy qua bản Na Tông";

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private FirstAccount first;
  @LocalServerPort private int port;

  @Test
  void theFirstAccountIsMadeOnceByWhoHasTheKeyAndBringsTheFirstCommuneIn() throws Exception {
    Client nobody = new Client(port);
    assertThat(nobody.get("/first-account").statusCode()).isEqualTo(404);
    assertThat(nobody.get("/first-account?key=1234").statusCode()).isEqualTo(404);
    String page = "/first-account?key=" + first.key().orElseThrow();
    Map<String, String> form =
        Map.of(
            "key",
            first.key().orElseThrow(),
            "username",
            "vanphong",
            "displayName",
            "Văn phòng",
            "password",
            PHRASE);
    assertThat(nobody.post(page, "/first-account", form).statusCode()).isEqualTo(302);
    assertThat(first.key()).isEmpty();
    assertThat(nobody.get(page).headers().firstValue("location").orElse(""))
        .endsWith(":" + port + "/");

    Client office = new Client(port).signIn("vanphong", PHRASE).setUpSecondFactor();
    for (String path : new String[] {"/", "/accounts", "/members", "/organizations", "/trail"}) {
      assertThat(office.get(path).statusCode()).as(path).isEqualTo(200);
    }
    String upload = office.upload("/import", "src/main/resources/demo/na-tong-2016.xlsx");
    assertThat(office.await(upload)).contains("Đảng bộ xã Na Tông");
    assertThat(office.post(upload, upload, Map.of()).statusCode()).isEqualTo(302);
    assertThat(office.await(upload)).contains("Đã nhập sổ năm 2016");
    assertThat(Client.text(office.get("/members"))).contains("112");
  }
}
