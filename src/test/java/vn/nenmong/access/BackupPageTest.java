package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.archive.RestoreArchive;
import vn.nenmong.workbook.intake.ImportFile;

/// A backup of all from the browser is for whoever sees every commune; that of one for whoever sees
/// all of it.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class BackupPageTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Map<String, String> PASSPHRASE =
      Map.of("passwordOfArchive", "mười hai chữ trở lên", "passwordAgain", "mười hai chữ trở lên");

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @LocalServerPort private int port;

  @BeforeAll
  static void accounts(@Autowired DemoAccounts demo) {
    demo.make(
        TwoCommunes.path(DATABASE, "NATONG", "NATONG"),
        TwoCommunes.path(DATABASE, "NATONG", "CB01"));
  }

  @Test
  void whoSeesEveryCommuneTakesAllAndNobodyElse(@Autowired ImportFile imports) throws IOException {
    Client clerk = new Client(port).signIn("vanphong", DemoAccounts.PASSWORD);
    HttpResponse<byte[]> file = clerk.post("/backup", "/backup", PASSPHRASE);
    assertThat(Client.text(file)).startsWith("NENMONG-ARCHIVE 1\n");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", ".nenmong");
    assertThat(Client.text(clerk.get("/backup"))).contains("Các lần gần nhất", "Tốt");
    clerk.post("/backup", "/backup", Map.of("passwordOfArchive", "ngắn", "passwordAgain", "ngắn"));
    assertThat(Client.text(clerk.get("/backup"))).contains("ít nhất 12 ký tự");

    TwoCommunes.load(DATABASE, imports);
    assertThat(Client.text(clerk.get("/backup")))
        .contains("mọi xã", "<option value=\"NATONG\">")
        .doesNotContain("Tất cả các xã", TwoCommunes.OTHER, "Các lần gần nhất");
    assertThat(clerk.post("/backup", "/backup", PASSPHRASE).statusCode()).isEqualTo(403);
    assertThat(clerk.post("/backup", "/backup", of(TwoCommunes.OTHER)).statusCode()).isEqualTo(403);
    HttpResponse<byte[]> own = clerk.post("/backup", "/backup", of("NATONG"));
    assertThat(own.headers().firstValue("Content-Disposition").orElse(""))
        .contains("nen-mong-natong-");
    Path archive = TestDatabase.newFolder().resolve("natong.nenmong");
    Files.write(archive, own.body());
    TestDatabase alone = TestDatabase.create();
    RestoreArchive.run(alone, archive, "mười hai chữ trở lên");
    assertThat(
            alone
                .ownerJdbc()
                .sql("select code from organization where id = commune_id")
                .query(String.class)
                .list())
        .containsExactly("NATONG");
  }

  private static Map<String, String> of(String commune) {
    Map<String, String> form = new HashMap<>(PASSPHRASE);
    form.put("commune", commune);
    return form;
  }
}
