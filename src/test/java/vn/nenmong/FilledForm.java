package vn.nenmong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.nenmong.kernel.web.Notice;

/// A form as a clerk fills it in and sends it.
///
/// @param typed by the names of its inputs
public record FilledForm(Pages pages, String address, Map<String, String> typed) {

  /// What came back: a page that shows what is wrong, or a notice with the way to undo it.
  public record Answer(MockHttpServletResponse response, Notice notice) {

    /// The words of a page that was shown again.
    public String words() {
      return Pages.words(page());
    }

    public String page() {
      assertThat(response.getStatus()).isEqualTo(200);
      return Pages.text(response);
    }

    public String undo() {
      return Objects.requireNonNull(notice.undo());
    }
  }

  /// The form as its page shows it.
  public static FilledForm open(Pages pages, String address) {
    return new FilledForm(pages, address, inputs(pages.open(address)));
  }

  /// @param typed pairs of a field and what is typed; a date as `31/12/2016`
  public FilledForm with(String... typed) {
    Map<String, String> all = new HashMap<>(this.typed);
    for (int i = 0; i < typed.length; i += 2) {
      String input = "f." + typed[i];
      Matcher date = Pattern.compile("(\\d+)/(\\d+)/(\\d+)").matcher(typed[i + 1]);
      if (date.matches()) {
        all.put(input + ".day", date.group(1));
        all.put(input + ".month", date.group(2));
        all.put(input + ".year", date.group(3));
      } else {
        all.put(input, typed[i + 1]);
      }
    }
    return new FilledForm(pages, address, all);
  }

  public Answer send() throws Exception {
    MockHttpServletRequestBuilder request =
        post(address.replaceAll("\\?.*", ""))
            .with(user(pages.username()).roles(pages.role()))
            .with(csrf());
    typed.forEach(request::param);
    MvcResult answer = pages.web().perform(request).andReturn();
    Notice notice = (Notice) answer.getFlashMap().get(Notice.NAME);
    return new Answer(answer.getResponse(), notice == null ? new Notice("", null) : notice);
  }

  /// What a page posts: its hidden and filled inputs.
  public static Map<String, String> inputs(String page) {
    Map<String, String> inputs = new HashMap<>();
    Matcher input =
        Pattern.compile("<input [^>]*name=\"((?:was|f)\\.[^\"]*)\"[^>]*?value=\"([^\"]*)\"[^>]*>")
            .matcher(page);
    while (input.find()) {
      if (!input.group().contains("checkbox") || input.group().contains("checked")) {
        inputs.put(input.group(1), HtmlUtils.htmlUnescape(input.group(2)));
      }
    }
    Matcher area = Pattern.compile("<textarea id=\"(f[^\"]*)\"[^>]*>([^<]*)<").matcher(page);
    while (area.find()) {
      inputs.put(area.group(1), HtmlUtils.htmlUnescape(area.group(2)));
    }
    Matcher select =
        Pattern.compile("<select id=\"(f[^\"]*)\".*?</select>", Pattern.DOTALL).matcher(page);
    while (select.find()) {
      Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group());
      if (chosen.find()) {
        inputs.put(select.group(1), chosen.group(1));
      }
    }
    return inputs;
  }
}
