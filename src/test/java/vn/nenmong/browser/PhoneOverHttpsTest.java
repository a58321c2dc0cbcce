package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;

/// The pages of the phone under a name of the office's own, with a certificate of an authority that
/// the phone knows. Chromium is told of the authority by the digest of its key, since the store of
/// authorities of a Linux machine wants a tool that not every machine has.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PhoneOverHttpsTest {

  private static final String NAME = "so.natong.example";
  private static final String PASSWORD = "for-a-test";
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Path FOLDER = folder();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) throws Exception {
    DATABASE.register(properties);
    keytool("-genkeypair", "-alias", "authority", "-dname", "CN=Authority", "-ext", "bc:c");
    keytool("-genkeypair", "-alias", "office", "-dname", "CN=" + NAME);
    Path request = FOLDER.resolve("office.csr");
    Path signed = FOLDER.resolve("office.pem");
    keytool("-certreq", "-alias", "office", "-file", request.toString());
    keytool(
        "-gencert",
        "-alias",
        "authority",
        "-infile",
        request.toString(),
        "-outfile",
        signed.toString(),
        "-rfc",
        "-ext",
        "SAN=dns:" + NAME);
    KeyStore keys = store();
    Path key = FOLDER.resolve("key.pem");
    Files.writeString(
        key, pem("PRIVATE KEY", keys.getKey("office", PASSWORD.toCharArray()).getEncoded()));
    Path chain = FOLDER.resolve("chain.pem");
    Files.writeString(
        chain,
        Files.readString(signed)
            + pem("CERTIFICATE", keys.getCertificate("authority").getEncoded()));
    properties.add("spring.ssl.bundle.pem.office.keystore.certificate", chain::toString);
    properties.add("spring.ssl.bundle.pem.office.keystore.private-key", key::toString);
    properties.add("server.ssl.bundle", () -> "office");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("nenmong-https");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(String... what) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(what));
    if (what[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "30"));
    }
    command.addAll(
        List.of("-keystore", FOLDER.resolve("store.p12").toString(), "-storepass", PASSWORD));
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
  }

  private static KeyStore store() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(FOLDER.resolve("store.p12"))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes));
  }

  @Test
  void theyAreKeptUnderTheNameOfTheOffice() throws Exception {
    Certificate authority = store().getCertificate("authority");
    String known =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256").digest(authority.getPublicKey().getEncoded()));
    try (BrowserContext context =
        Chromium.profile(
            FOLDER.resolve("profile"),
            "--host-resolver-rules=MAP " + NAME + " 127.0.0.1",
            "--ignore-certificate-errors-spki-list=" + known)) {
      Page page = context.newPage();
      page.navigate("https://" + NAME + ":" + port + "/phone/");
      assertThat(page.locator("h1").innerText()).isEqualTo("Mang sổ họp theo máy");
      assertThat(page.evaluate("() => isSecureContext")).isEqualTo(true);
      page.evaluate(
          "async () => { await navigator.serviceWorker.register('/phone/sw.js'); await navigator.serviceWorker.ready }");
      page.waitForFunction("() => Boolean(navigator.serviceWorker.controller)");
      context.setOffline(true);
      page.reload();
      assertThat(page.locator("h1").innerText()).isEqualTo("Mang sổ họp theo máy");
    }
  }
}
