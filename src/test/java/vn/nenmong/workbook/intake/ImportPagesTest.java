package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;

/// The steps of an import as a browser takes them, without JavaScript.
@SpringBootTest(properties = "nenmong.demo=true")
@AutoConfigureMockMvc
class ImportPagesTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.create().register(properties);
  }

  @Autowired private MockMvc browser;

  @Autowired
  void accounts(DemoAccounts accounts, CommuneRepository communes) {
    String path = communes.roots(Scope.ALL).getFirst().id().toString().replace("-", "");
    accounts.make(path, path);
  }

  @Test
  void aFileIsReadShownConfirmedAndTold() throws Exception {
    String page = receive("na-tong.xlsx", Files.readAllBytes(Intake.DEMO));
    String preview = await(page, "preview");
    assertThat(preview).contains("Đảng bộ xã Na Tông", "Không có gì mới", "KT01");
    assertThat(send(post(page).param("kind.cattle", "KT01")).getStatus()).isEqualTo(302);
    assertThat(await(page, "done")).contains("Đã nhập sổ năm 2016");
    assertThat(send(get("/import")).getContentAsString(StandardCharsets.UTF_8))
        .contains("na-tong.xlsx", "na-tong-2016.xlsx");
  }

  @Test
  void whatIsNoWorkbookIsToldInWords() throws Exception {
    String page = receive("a.xlsx", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    assertThat(await(page, "failed")).contains("PDF");
  }

  @Test
  void aFileIsSeenByItsOwnAccountAlone() throws Exception {
    String page = receive("na-tong.xlsx", Files.readAllBytes(Intake.DEMO));
    assertThat(
            browser
                .perform(get(page).with(user("bithu").roles("CLERK")))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
    await(page, "preview");
    assertThat(send(post(page + "/discard")).getRedirectedUrl()).isEqualTo("/import");
    assertThat(send(get(page)).getStatus()).isEqualTo(404);
  }

  @Test
  void theEmptyWorkbookIsAWorkbook() throws Exception {
    assertThat(send(get("/import/empty.xlsx")).getContentAsByteArray()).startsWith('P', 'K');
  }

  private String receive(String name, byte[] content) throws Exception {
    MockHttpServletResponse response =
        send(multipart("/import").file(new MockMultipartFile("file", name, null, content)));
    return Objects.requireNonNull(response.getRedirectedUrl());
  }

  /// Looks again as long as the page asks for it.
  private String await(String page, String view) throws Exception {
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

  private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    return browser
        .perform(request.with(csrf()).with(user("vanphong").roles("CLERK")))
        .andReturn()
        .getResponse();
  }
}
