package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;

/// A proxy that is known says for whom it asks and that they came over HTTPS.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "server.forward-headers-strategy=native",
      "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1"
    })
class BehindProxyTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @LocalServerPort private int port;

  @Test
  void whatItSaysHolds() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/members"))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Proto", "https")
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("https://");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
  }
}
