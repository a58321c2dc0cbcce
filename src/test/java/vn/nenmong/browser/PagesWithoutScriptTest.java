package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nenmong.access.AccessTable;

/// Every page with JavaScript off.
@InBrowser
class PagesWithoutScriptTest {

  private static final Pattern NOT_FOR_READERS =
      Pattern.compile("\\?\\?\\?|Exception|\\bat vn\\.nenmong\\.|\\bnull\\b|\\{\\d}|@template");

  @LocalServerPort int port;
  @Autowired AccessTable table;

  private final List<String> findings = new ArrayList<>();

  @Test
  void everyPageOpensAndSaysSomething() {
    try (Visit visit = Visit.signedIn(port, Chromium.DESK, false)) {
      List<String> start = new ArrayList<>(Places.listed(table));
      start.addFirst("/");
      Set<String> seen = Places.walk(visit, start, address -> look(visit, address));
      assertThat(findings).isEmpty();
      assertThat(visit.troubles()).isEmpty();
      assertThat(seen).hasSizeGreaterThan(start.size());
    }
  }

  private boolean look(Visit visit, String address) {
    if (Places.isFile(address)) {
      require(visit.status(address) == 200, address, "is not there");
      return false;
    }
    int status = visit.open(address);
    require(status == 200, address, "answers " + status);
    Page page = visit.page();
    require(page.querySelectorAll("h1").size() == 1, address, "does not have one h1");
    require(page.title().matches("\\S.* · Nền Móng"), address, "has the title " + page.title());
    String text = page.innerText("main");
    require(text.length() > 40, address, "says nothing");
    var strange = NOT_FOR_READERS.matcher(text);
    require(!strange.find(), address, "shows what is not for readers");
    return status == 200;
  }

  private void require(boolean holds, String address, String what) {
    if (!holds) {
      findings.add(address + " " + what);
    }
  }
}
