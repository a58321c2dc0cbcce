package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/// A clerk who brings lists in.
record ListVisitor(MockMvc browser) {

  /// The page before anything is written, of a list that is read as the program understands it.
  String readAsGuessed(String page) throws Exception {
    await(page, "failed");
    Map<String, String> form = form(open(page + "/mapping"));
    form.put("read", "yes");
    send(posted(page + "/mapping", form));
    return await(page, "preview");
  }

  String open(String address) throws Exception {
    MockHttpServletResponse answer = send(get(address));
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  /// What the page would post as it stands.
  static Map<String, String> form(String page) {
    Map<String, String> form = new HashMap<>();
    String inside = page.substring(page.lastIndexOf("<form class=\"stack-gap\""));
    Matcher input = Pattern.compile("<input ([^>]*)>").matcher(inside);
    while (input.find()) {
      String attributes = input.group(1);
      boolean box = attributes.contains("checkbox");
      if (attribute(attributes, "name") != null
          && (!box || Pattern.compile("\\bchecked\\b").matcher(attributes).find())) {
        form.put(
            Objects.requireNonNull(attribute(attributes, "name")),
            Objects.requireNonNullElse(attribute(attributes, "value"), ""));
      }
    }
    Matcher select =
        Pattern.compile("<select [^>]*name=\"([^\"]*)\".*?</select>", Pattern.DOTALL)
            .matcher(inside);
    while (select.find()) {
      Matcher chosen =
          Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group());
      form.put(select.group(1), chosen.find() ? HtmlUtils.htmlUnescape(chosen.group(1)) : "");
    }
    return form;
  }

  private static @Nullable String attribute(String attributes, String name) {
    Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
    return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : null;
  }

  String receive(String name, byte[] content) throws Exception {
    MockHttpServletResponse response =
        send(multipart("/import").file(new MockMultipartFile("file", name, null, content)));
    return Objects.requireNonNull(response.getRedirectedUrl());
  }

  static AbstractMockHttpServletRequestBuilder<?> posted(String address, Map<String, String> form) {
    var request = post(address);
    form.forEach(request::param);
    return request;
  }

  MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return browser
        .perform(request.with(user("vanphong").roles("CLERK")).with(csrf()))
        .andReturn()
        .getResponse();
  }

  /// Looks again as long as the page asks for it.
  String await(String page, String view) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end) {
      MockHttpServletResponse response = send(get(page));
      if (response.getHeader("Refresh") == null) {
        return response.getContentAsString(StandardCharsets.UTF_8);
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("still no " + view);
  }
}
