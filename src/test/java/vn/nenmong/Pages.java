package vn.nenmong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/// The pages as someone sees them, on 31/12/2016 unless the address has another day.
public record Pages(MockMvc web, String username, String role) {

  public String open(String address) {
    MockHttpServletResponse answer = ask(address);
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return text(answer);
  }

  public MockHttpServletResponse ask(String address) {
    String day =
        address.contains("on=") ? "" : (address.contains("?") ? "&" : "?") + "on=2016-12-31";
    try {
      return web.perform(get(URI.create(address + day)).with(user(username).roles(role)))
          .andReturn()
          .getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// A page once nobody works any more on what it shows.
  public String finished(String address) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (System.nanoTime() < end) {
      MockHttpServletResponse answer = ask(address);
      if (answer.getHeader("Refresh") == null) {
        return text(answer);
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("still at work: " + address);
  }

  public static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The words of the links to what lies in a folder: `/members/`.
  public static List<String> links(String page, String folder) {
    return Pattern.compile("<td[^>]*><a href=\"" + folder + "[0-9a-f][^\"]*\">([^<]*)</a>")
        .matcher(page)
        .results()
        .map(result -> HtmlUtils.htmlUnescape(result.group(1)))
        .toList();
  }

  /// Where `next` or `prev` leads to.
  public static Optional<String> follow(String page, String rel) {
    Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]*)\"").matcher(page);
    return link.find() ? Optional.of(HtmlUtils.htmlUnescape(link.group(1))) : Optional.empty();
  }

  /// The text of a page, without its tags and with single spaces.
  public static String words(String page) {
    return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
  }
}
