package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Someone who signs in over HTTP and asks for addresses, with nothing but what a browser has.
public final class Client {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final int port;
  private final HttpClient http;

  public Client(int port) {
    this(port, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
  }

  private Client(int port, HttpClient http) {
    this.port = port;
    this.http = http;
  }

  /// The same browser at another server.
  public Client at(int other) {
    return new Client(other, http);
  }

  public Client signIn(String username, String password) {
    HttpResponse<byte[]> answer =
        post("/sign-in", "/sign-in", Map.of("username", username, "password", password));
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).doesNotContain("sign-in"));
    return this;
  }

  /// Sets up the second factor that an office's roles ask for.
  Client setUpSecondFactor() {
    AuthenticatorApp app = new AuthenticatorApp(text(get("/my-account/second-factor")));
    String page = "/my-account/second-factor";
    assertThat(text(post(page, page, Map.of("code", app.code(0))))).contains("class=\"codes\"");
    return this;
  }

  /// Sends a form as it stands, with what a browser tells of where it comes from.
  ///
  /// @param site of the page that sent it, as `Sec-Fetch-Site` says it
  HttpResponse<byte[]> send(String address, String site, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(uri(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.ofString(body(form)))
            .build());
  }

  public HttpResponse<byte[]> get(String address) {
    return send(HttpRequest.newBuilder(uri(address)).GET().build());
  }

  /// What is there in the end, where an address leads to another.
  public HttpResponse<byte[]> follow(String address) {
    HttpResponse<byte[]> answer = get(address);
    for (int i = 0; i < 5 && answer.statusCode() / 100 == 3; i++) {
      URI to = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
      answer = send(HttpRequest.newBuilder(to).GET().build());
    }
    return answer;
  }

  /// @param page where the token of the form stands
  public HttpResponse<byte[]> post(String page, String address, Map<String, String> form) {
    Matcher token = TOKEN.matcher(text(get(page)));
    assertThat(token.find()).as("a form on " + page).isTrue();
    Map<String, String> whole = new LinkedHashMap<>(form);
    whole.put("_csrf", token.group(1));
    String body = body(whole);
    return send(
        HttpRequest.newBuilder(uri(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /// Hands a file to the form of a page.
  ///
  /// @return where it leads to
  String upload(String page, String file) throws IOException {
    Matcher token = TOKEN.matcher(text(get(page)));
    assertThat(token.find()).as("a form on " + page).isTrue();
    HttpResponse<byte[]> answer =
        sendFile(page, Map.of("_csrf", token.group(1)), Files.readAllBytes(Path.of(file)));
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]*", "");
  }

  /// Sends a form with a file as it stands.
  HttpResponse<byte[]> sendFile(String address, Map<String, String> form, byte[] file) {
    String boundary = "boundary-of-a-test";
    var body = new ByteArrayOutputStream();
    form.forEach((name, value) ->
        body.writeBytes(
            """
            --%s
            Content-Disposition: form-data; name="%s"

            %s
            """
                .formatted(boundary, name, value)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        """
        --%s
        Content-Disposition: form-data; name="file"; filename="so.xlsx"

        """
            .formatted(boundary)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(uri(address))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  /// Asks for a page as often as it asks to be asked again.
  String await(String page) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end) {
      HttpResponse<byte[]> answer = get(page);
      if (answer.headers().firstValue("Refresh").isEmpty()) {
        return text(answer);
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("still at work: " + page);
  }

  public static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String address) {
    return URI.create("http://localhost:" + port + address);
  }

  private static String body(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
