package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.AddAccount;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.NewAccount;
import vn.nenmong.access.Role;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;

/// The steps of an import as a browser takes them, without JavaScript.
@SpringBootTest(properties = "nenmong.demo=true")
@AutoConfigureMockMvc
class ImportPagesTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.create().register(properties);
  }

  @Autowired private MockMvc browser;
  @Autowired private JdbcClient jdbc;

  @Autowired
  void accounts(DemoAccounts accounts, AddAccount add, CommuneRepository communes) {
    String path = communes.roots(Scope.ALL).getFirst().id().toString().replace("-", "");
    accounts.make(path, path);
    add.run(Viewer.COMMAND_LINE, new NewAccount("second", "Second", Role.CLERK, path, true), "x");
  }

  @Test
  void aFileIsReadShownConfirmedAndTold() throws Exception {
    String page = receive("na-tong.xlsx", Files.readAllBytes(Intake.DEMO));
    String preview = await(page, "preview");
    assertThat(preview).contains("Đảng bộ xã Na Tông", "Không có gì mới", "KT01");
    assertThat(send(post(page).param("kind.cattle", "KT01")).getStatus()).isEqualTo(302);
    assertThat(await(page, "done")).contains("Đã nhập sổ năm 2016");
    assertThat(send(get("/import")).getContentAsString(StandardCharsets.UTF_8))
        .contains("na-tong.xlsx", "na-tong-2016.xlsx", ">dòng lệnh</td>")
        .doesNotContain("command-line");
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
            browser.perform(get(page).with(user("second"))).andReturn().getResponse().getStatus())
        .isEqualTo(404);
    await(page, "preview");
    assertThat(send(post(page + "/discard")).getRedirectedUrl()).isEqualTo("/import");
    assertThat(send(get(page)).getStatus()).isEqualTo(404);
  }

  @Test
  void wrongRowsAreDownloadedWithTheirReasons() throws Exception {
    Path file = new Office().put("Thôn bản", 6, "Số hộ", "nhiều").save();
    String page = receive("so.xlsx", Files.readAllBytes(file));
    assertThat(await(page, "preview")).contains("rejected.xlsx");
    Path rejected =
        Files.write(
            TestDatabase.newFolder().resolve("rejected.xlsx"),
            send(get(page + "/rejected.xlsx")).getContentAsByteArray());
    try (Office office = new Office(rejected)) {
      assertThat(office.sheets()).containsExactly("Tổ chức", "Thôn bản");
      assertThat(office.headings("Thôn bản")).endsWith("Lý do");
    }
    send(post(page + "/discard"));
  }

  @Test
  void whoMayBeTheSameStandsBesideTheRow() throws Exception {
    Path file =
        new Office()
            .put("Đảng viên", 18, "Mã chi bộ", "CB03")
            .put("Xếp loại đảng viên", 18, "Mã chi bộ", "CB03")
            .put("Đảng viên", 12, "Số thẻ đảng viên", null)
            .put("Đảng viên", 12, "Mã chi bộ", "CB03")
            .put("Xếp loại đảng viên", 12, "Mã chi bộ", "CB03")
            .save();
    String page = receive("so.xlsx", Files.readAllBytes(file));
    assertThat(await(page, "preview"))
        .contains("Dòng 12 của tệp", "Dòng 18 của tệp", "Người đã có 1", "có thể là: … (2)")
        .containsPattern("<td>\\s*<strong class=\"differs\">[^<]*</strong>")
        .containsPattern("name=\"who\\.18\" value=\"[0-9a-f-]{36}\"");
    send(post(page + "/discard"));
  }

  @Test
  void whatIsAbsentIsAskedAboutAndEndsOnlyWhereTicked() throws Exception {
    Path file = new Office().clear("Đảng viên", 117).clear("Xếp loại đảng viên", 109).save();
    String page = receive("so.xlsx", Files.readAllBytes(file));
    Matcher asked =
        Pattern.compile("ended\\.members\\.([0-9a-f-]+)").matcher(await(page, "preview"));
    assertThat(asked.find()).isTrue();
    String member = asked.group(1);
    send(
        post(page)
            .param("ended.members." + member, "on")
            .param("day.members." + member, "1900-01-15")
            .param("reason.members." + member, "Chuyển sinh hoạt"));
    assertThat(await(page, "preview"))
        .contains("ngày không trước khi bắt đầu", "1900-01-15", "Chuyển sinh hoạt");
    send(
        post(page)
            .param("ended.members", "on")
            .param("day.members", "2016-12-01")
            .param("reason.members", "Chuyển sinh hoạt"));
    assertThat(await(page, "done")).contains("kết thúc 2016-12-01: Chuyển sinh hoạt");
    assertThat(
            jdbc.sql("select upper(period)::text || end_reason from membership where id = :id")
                .param("id", UUID.fromString(member))
                .query(String.class)
                .single())
        .isEqualTo("2016-12-02Chuyển sinh hoạt");
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
