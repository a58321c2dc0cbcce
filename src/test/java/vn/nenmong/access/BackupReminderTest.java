package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.account.FirstAccount;
import vn.nenmong.workbook.intake.ImportFile;

/// The overview says that there is no good backup, until there is one.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BackupReminderTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String PHRASE = "suối lạnh chảy qua bản Na Tông";

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @LocalServerPort private int port;

  @Test
  void theOverviewSaysThatThereIsNoBackupUntilThereIsOne(
      @Autowired FirstAccount first, @Autowired ImportFile imports) {
    String key = first.key().orElseThrow();
    new Client(port)
        .post(
            "/first-account?key=" + key,
            "/first-account",
            Map.of("key", key, "username", "vanphong", "displayName", "V", "password", PHRASE));
    TwoCommunes.load(DATABASE, imports);
    Client office = new Client(port).signIn("vanphong", PHRASE).setUpSecondFactor();

    assertThat(Client.text(office.get("/?on=2016-12-31"))).contains("Chưa có bản sao lưu nào");
    office.post("/backup", "/backup", Map.of("passwordOfArchive", PHRASE, "passwordAgain", PHRASE));
    assertThat(Client.text(office.get("/?on=2016-12-31"))).doesNotContain("bản sao lưu");

    owner("update backup_run set at = at - interval '8 days'");
    assertThat(Client.text(office.get("/?on=2016-12-31"))).contains("Bản sao lưu tốt gần nhất");
  }

  private static void owner(String sql) {
    JdbcClient.create(DATABASE.dataSource(DATABASE.owner())).sql(sql).update();
  }
}
