package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Refused;

/// HTTPS with a certificate of its own, and whose forwarded headers hold.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TransportTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final char[] PASSWORD = "for-a-test".toCharArray();
  private static final Path FOLDER = folder();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) throws Exception {
    DATABASE.register(properties);
    makeCertificate();
    new Settings(
            Map.of(
                "NENMONG_CERTIFICATE",
                FOLDER.resolve("chain.pem").toString(),
                "NENMONG_CERTIFICATE_KEY",
                FOLDER.resolve("key.pem").toString(),
                "NENMONG_PROXY",
                "192.0.2.7"))
        .transport()
        .forEach((name, value) -> properties.add(name, () -> value));
    properties.add("spring.ssl.bundle.watch.file.quiet-period", () -> "10ms");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("nenmong-transport");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void makeCertificate() throws Exception {
    Path store = FOLDER.resolve("store.p12");
    Files.deleteIfExists(store);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = store();
    Key key = keys.getKey("own", PASSWORD);
    write("key.pem", "PRIVATE KEY", key.getEncoded());
    write("chain.pem", "CERTIFICATE", keys.getCertificate("own").getEncoded());
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(FOLDER.resolve("store.p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static void write(String name, String kind, byte[] bytes) throws IOException {
    Files.writeString(
        FOLDER.resolve(name),
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(bytes)
            + "\n-----END "
            + kind
            + "-----\n");
  }

  private HttpClient client() throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("own", store().getCertificate("own"));
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void overHttpsCookiesAreSecureAndBrowsersStayWithIt() throws Exception {
    HttpResponse<String> answer =
        client()
            .send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/sign-in"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void aNewCertificateHoldsWithoutARestart() throws Exception {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/livez")).build();
    HttpClient before = client();
    assertThat(before.send(ask, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    makeCertificate();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    int status = 0;
    while (status == 0) {
      try (HttpClient trustsTheNewAlone = client()) {
        status = trustsTheNewAlone.send(ask, BodyHandlers.discarding()).statusCode();
      } catch (SSLHandshakeException e) {
        assertThat(System.nanoTime()).as("the old one still holds").isLessThan(deadline);
      }
    }
    assertThat(status).isEqualTo(200);
  }

  @Test
  void forwardedHeadersOfWhoIsNoProxyAreNothing() throws Exception {
    HttpResponse<String> answer =
        client()
            .send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/members"))
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "http")
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .doesNotContain("evil.example");
  }

  @Test
  void halfACertificateIsRefused() {
    Settings half =
        new Settings(Map.of("NENMONG_CERTIFICATE", FOLDER.resolve("chain.pem").toString()));
    assertThatExceptionOfType(Refused.class).isThrownBy(half::transport);
  }
}
