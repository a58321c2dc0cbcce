package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nenmong.access.AccessTable;
import vn.nenmong.access.Client;
import vn.nenmong.access.DemoAccounts;

/// Every page as it comes over the wire, without a script that would change it.
@InBrowser
class PagesWithoutScriptTest {

  private static final Pattern NOT_FOR_READERS =
      Pattern.compile("\\?\\?\\?|Exception|\\bat vn\\.nenmong\\.|\\bnull\\b|\\{\\d}|@template");

  @LocalServerPort int port;
  @Autowired AccessTable table;

  private final List<String> findings = new ArrayList<>();

  @Test
  void everyPageOpensAndSaysSomething() {
    Client office = new Client(port).signIn("vanphong", DemoAccounts.PASSWORD);
    List<String> start = new ArrayList<>(Places.listed(table));
    start.addFirst("/");
    Set<String> seen = Places.walk(start, address -> look(office, address));
    assertThat(findings).isEmpty();
    assertThat(seen).hasSizeGreaterThan(start.size());
  }

  private List<String> look(Client office, String address) {
    HttpResponse<byte[]> answer = office.follow(address);
    require(answer.statusCode() == 200, address, "answers " + answer.statusCode());
    if (Places.isFile(address) || answer.statusCode() != 200) {
      return List.of();
    }
    Document page = Jsoup.parse(Client.text(answer), answer.uri().toString());
    require(page.select("h1").size() == 1, address, "does not have one h1");
    require(page.title().matches("\\S.* · Nền Móng"), address, "has the title " + page.title());
    String text = page.expectFirst("main").text();
    require(text.length() > 40, address, "says nothing");
    var strange = NOT_FOR_READERS.matcher(text);
    require(!strange.find(), address, "shows what is not for readers");
    return links(page);
  }

  /// Paths and queries of the page's links within the program, without those that only jump.
  private static List<String> links(Document page) {
    URI here = URI.create(page.location());
    return page.select("a[href]").stream()
        .map(anchor -> here.resolve(anchor.attr("href")))
        .filter(to -> Objects.equals(here.getAuthority(), to.getAuthority()))
        .map(to -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()))
        .distinct()
        .toList();
  }

  private void require(boolean holds, String address, String what) {
    if (!holds) {
      findings.add(address + " " + what);
    }
  }
}
