package vn.nenmong.command.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// Someone at the office who opens pages: one connection that is kept, cookies, gzip. Follows no
/// redirect by itself.
final class Visitor implements AutoCloseable {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern ASSET =
      Pattern.compile("<(?:link|script|img|use)\\b[^>]*?(?:href|src)=\"(/[^\"#]+)[\"#]");

  /// @param bytes of the body as it came over the wire
  /// @param text unpacked
  /// @param again whether the page asks to be looked at once more
  record Answer(int status, int bytes, String text, String location, boolean again) {}

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private final URI home;

  Visitor(URI home) {
    this.home = home;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /// A page that must be there.
  Answer open(String path) throws IOException, InterruptedException {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new IOException(path + " answered " + answer.status());
    }
    return answer;
  }

  /// Saves a file, and throws it away.
  ///
  /// @return how many bytes it has
  long save(String path) throws IOException, InterruptedException {
    var response =
        client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var body = response.body()) {
      long bytes = body.transferTo(OutputStream.nullOutputStream());
      if (response.statusCode() != 200) {
        throw new IOException(path + " answered " + response.statusCode());
      }
      return bytes;
    }
  }

  Answer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /// Sends what the program's own scripts send.
  ///
  /// @param csrf token of the session
  Answer postJson(String path, String json, String csrf) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", csrf)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// As a request carries them.
  String cookies() {
    return cookies.getCookieStore().get(home).stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /// Hands in a file as a form with one field for it does.
  Answer upload(String path, String csrf, String field, Path file)
      throws IOException, InterruptedException {
    String boundary = "nenmong-" + new UUID(0, file.hashCode());
    String head =
        """
        --%1$s
        Content-Disposition: form-data; name="_csrf"

        %2$s
        --%1$s
        Content-Disposition: form-data; name="%3$s"; filename="%4$s"
        Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet

        """
            .formatted(boundary, csrf, field, file.getFileName())
            .replace("\n", "\r\n");
    var body =
        HttpRequest.BodyPublishers.concat(
            HttpRequest.BodyPublishers.ofString(head),
            HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(file)),
            HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body));
  }

  /// A page that shows how far some work is, once that is done.
  Answer await(String path) throws IOException, InterruptedException {
    return Await.found(
        "the end of " + path, () -> Optional.of(open(path)).filter(page -> !page.again()));
  }

  /// What the form of a page would post to an address as it stands.
  static Map<String, String> form(Answer page, String address) {
    Element form =
        Jsoup.parse(page.text()).expectFirst("form[method=post][action=" + address + "]");
    Map<String, String> fields = new LinkedHashMap<>();
    ((FormElement) form).formData().forEach(field -> fields.put(field.key(), field.value()));
    return fields;
  }

  void signIn(String account, String password) throws IOException, InterruptedException {
    String csrf = csrf(open("/sign-in"));
    Answer answer =
        post("/sign-in", Map.of("username", account, "password", password, "_csrf", csrf));
    if (answer.status() != 302 || answer.location().contains("error")) {
      throw new IOException("cannot sign in as " + account);
    }
  }

  /// The token that the forms of a page carry.
  static String csrf(Answer page) throws IOException {
    Matcher matcher = CSRF.matcher(page.text());
    if (!matcher.find()) {
      throw new IOException("no form on the page");
    }
    return matcher.group(1);
  }

  /// Bytes of a page and of all it loads, as they come to someone who was never here.
  int weight(String path) throws IOException, InterruptedException {
    Answer page = open(path);
    Set<String> assets = new LinkedHashSet<>();
    Matcher matcher = ASSET.matcher(page.text());
    while (matcher.find()) {
      assets.add(matcher.group(1));
    }
    int weight = page.bytes();
    for (String asset : assets) {
      weight += open(asset).bytes();
    }
    return weight;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(home.resolve(path))
        .header("Accept", "text/html,*/*")
        .header("Accept-Encoding", "gzip")
        .timeout(Duration.ofMinutes(10));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    boolean packed = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    byte[] body = response.body();
    return new Answer(
        response.statusCode(),
        body.length,
        new String(packed ? unpack(body) : body, StandardCharsets.UTF_8),
        response.headers().firstValue("Location").orElse(""),
        response.headers().firstValue("Refresh").isPresent());
  }

  private static byte[] unpack(byte[] packed) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
