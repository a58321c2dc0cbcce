package vn.nenmong.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.ImportFile;

/// Entering, correcting and taking back, by the pages, on the demo's commune.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class EntryTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  private Pages pages() {
    return new Pages(web, "vanphong", "CLERK");
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void demo(
      @Autowired ImportFile files,
      @Autowired Organizations organizations,
      @Autowired DemoAccounts accounts) {
    files.loadDemo();
    String path =
        organizations.tops(Scope.ALL, java.time.LocalDate.of(2016, 12, 31)).getFirst().path();
    accounts.make(path, path);
  }

  private MvcResult send(String address, Map<String, String> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post(address).with(user("vanphong").roles("CLERK")).with(csrf());
    typed.forEach(request::param);
    return web.perform(request).andReturn();
  }

  private Map<String, String> resolution(String number) {
    Map<String, String> typed = new HashMap<>();
    typed.put("f.number", number);
    typed.put("f.issuedOn.day", "5");
    typed.put("f.issuedOn.month", "3");
    typed.put("f.issuedOn.year", "2016");
    typed.put("f.kind", "Nghị quyết");
    typed.put("f.subject", "Về nâng cao chất lượng sinh hoạt chi bộ");
    typed.put("f.organization", unit("CB01").toString());
    return typed;
  }

  private UUID unit(String code) {
    return jdbc.sql("select id from organization where code = ?")
        .param(code)
        .query(UUID.class)
        .single();
  }

  private static Notice notice(MvcResult answer) {
    return (Notice) Objects.requireNonNull(answer.getFlashMap().get(Notice.NAME));
  }

  private static String undo(MvcResult answer) {
    return Objects.requireNonNull(notice(answer).undo());
  }

  private UUID id(String number) {
    return jdbc.sql("select id from resolution where number = ?")
        .param(number)
        .query(UUID.class)
        .single();
  }

  /// What a page posts: its hidden and filled inputs.
  static Map<String, String> inputs(String page) {
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
      Matcher chosen =
          Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group());
      if (chosen.find()) {
        inputs.put(select.group(1), chosen.group(1));
      }
    }
    return inputs;
  }

  @Test
  void aNewRecordStandsInItsRegisterAndCanBeTakenBack() throws Exception {
    MvcResult answer = send("/entry/resolutions/new", resolution("77-NQ/CB"));
    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/resolutions");
    assertThat(pages().open("/resolutions?q=77-nq")).contains("77-NQ/CB");
    assertThat(
            jdbc.sql("select account from audit_line where action = 'add' and subject_id = ?")
                .param(id("77-NQ/CB"))
                .query(String.class)
                .single())
        .isEqualTo("vanphong");

    String undo = undo(answer);
    assertThat(notice(send(undo, Map.of())).words()).isEqualTo("Đã hoàn tác.");
    assertThat(pages().open("/resolutions?q=77-nq")).doesNotContain("77-NQ/CB");
    assertThat(notice(send(undo, Map.of())).words()).contains("đã được hoàn tác rồi");
  }

  @Test
  void theNextNewRecordBeginsWithWhatRepeats() throws Exception {
    Map<String, String> typed = resolution("78-NQ/CB");
    typed.put("another", "yes");
    String next =
        Objects.requireNonNull(
            send("/entry/resolutions/new", typed).getResponse().getRedirectedUrl());
    assertThat(inputs(pages().open(next)))
        .containsEntry("f.kind", "Nghị quyết")
        .containsEntry("f.issuedOn.year", "2016")
        .containsEntry("f.organization", unit("CB01").toString())
        .containsEntry("f.number", "");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() throws Exception {
    Map<String, String> typed = resolution("");
    typed.put("f.issuedOn.day", "31");
    typed.put("f.issuedOn.month", "2");
    String page = Pages.text(send("/entry/resolutions/new", typed).getResponse());
    assertThat(Pages.words(page))
        .contains("Số, ký hiệu: chưa điền")
        .contains("«31/2/2016» không phải là ngày");
    assertThat(inputs(page))
        .containsEntry("f.issuedOn.day", "31")
        .containsEntry("f.subject", "Về nâng cao chất lượng sinh hoạt chi bộ");
  }

  @Test
  void aUnitOutsideTheScopeIsNoChoice() throws Exception {
    Map<String, String> typed = resolution("79-NQ/CB");
    typed.put("f.organization", UUID.randomUUID().toString());
    assertThat(Pages.text(send("/entry/resolutions/new", typed).getResponse()))
        .contains("trong danh sách");
  }

  @Test
  void aCorrectionNeedsItsReasonAndKeepsWhatWasOnTheTrail() throws Exception {
    send("/entry/resolutions/new", resolution("80-NQ/CB"));
    UUID id = id("80-NQ/CB");
    String address = "/entry/resolutions/" + id + "/correct";
    Map<String, String> typed = inputs(pages().open(address));
    typed.put("f.number", "81-NQ/CB");
    assertThat(Pages.words(Pages.text(send(address, typed).getResponse())))
        .contains("Lý do: chưa điền");
    typed.put("f.reason", "Gõ nhầm số");
    assertThat(notice(send(address, typed)).words()).isEqualTo("Đã lưu bản sửa.");
    assertThat(
            jdbc.sql(
                    "select before ->> 'number' || ' ' || (after ->> 'number') from row_change where before ->> 'number' = '80-NQ/CB'")
                .query(String.class)
                .single())
        .isEqualTo("80-NQ/CB 81-NQ/CB");
  }

  @Test
  void theSecondOfTwoSeesWhatTheFirstChanged() throws Exception {
    send("/entry/resolutions/new", resolution("82-NQ/CB"));
    String address = "/entry/resolutions/" + id("82-NQ/CB") + "/correct";
    Map<String, String> first = inputs(pages().open(address));
    Map<String, String> second = new HashMap<>(first);
    first.put("f.kind", "Chương trình");
    first.put("f.reason", "Sai loại");
    second.put("f.subject", "Về công tác phát triển đảng viên");
    second.put("f.reason", "Sai trích yếu");
    assertThat(notice(send(address, first)).words()).isEqualTo("Đã lưu bản sửa.");

    String page = Pages.text(send(address, second).getResponse());
    assertThat(Pages.words(page)).contains("từ «Nghị quyết» thành «Chương trình»");
    Map<String, String> again = inputs(page);
    assertThat(again).containsEntry("f.subject", "Về công tác phát triển đảng viên");
    again.put("f.kind", "Chương trình");
    assertThat(notice(send(address, again)).words()).isEqualTo("Đã lưu bản sửa.");
  }

  @Test
  void whatALaterChangeStandsOnCannotBeTakenBackBeforeIt() throws Exception {
    String add = undo(send("/entry/resolutions/new", resolution("83-NQ/CB")));
    String address = "/entry/resolutions/" + id("83-NQ/CB") + "/correct";
    Map<String, String> typed = inputs(pages().open(address));
    typed.put("f.kind", "Kế hoạch");
    typed.put("f.reason", "Sai loại");
    String correct = undo(send(address, typed));
    assertThat(notice(send(add, Map.of())).words()).contains("đã có việc khác làm tiếp");
    assertThat(notice(send(correct, Map.of())).words()).isEqualTo("Đã hoàn tác.");
    assertThat(notice(send(add, Map.of())).words()).isEqualTo("Đã hoàn tác.");
  }

  @Test
  void pastedRowsComeInTogetherOrNotAtAll() throws Exception {
    String good = "90-NQ/CB\t05/03/2016\tNghị quyết\tVề giảm nghèo\t" + unit("CB02") + "\tx";
    String bad = "91-NQ/CB\t31/02/2016\tNghị quyết\tVề văn hóa\t" + unit("CB02") + "\t";
    Map<String, String> typed = new HashMap<>(Map.of("rows", good + "\n" + bad, "save", "yes"));
    assertThat(Pages.words(Pages.text(send("/entry/resolutions/many", typed).getResponse())))
        .contains("Chưa lưu dòng nào")
        .contains("«31/02/2016» không phải là ngày");
    typed.put("rows", good + "\r\n" + bad.replace("31/02", "28/02"));
    MvcResult saved = send("/entry/resolutions/many", typed);
    assertThat(notice(saved).words()).isEqualTo("Đã thêm 2 dòng.");
    assertThat(notice(send(undo(saved), Map.of())).words()).isEqualTo("Đã hoàn tác.");
  }

  @Test
  void aCellsHistoryTellsWhoChangedWhatAndWhy() throws Exception {
    send("/entry/resolutions/new", resolution("85-NQ/CB"));
    String address = "/entry/resolutions/" + id("85-NQ/CB") + "/correct";
    Map<String, String> typed = inputs(pages().open(address));
    typed.put("f.number", "86-NQ/CB");
    typed.put("f.reason", "Gõ nhầm số văn bản");
    send(address, typed);
    assertThat(Pages.words(pages().open("/history/" + unit("CB01"))))
        .contains("Sửa chỗ sai · Văn phòng Đảng ủy")
        .contains("Gõ nhầm số văn bản")
        .contains("Số: 85-NQ/CB → 86-NQ/CB");
    assertThat(pages().ask("/history/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
  }

  @Test
  void anImportIsTakenBackFromTheListOfImports() throws Exception {
    String page = pages().open("/import");
    Matcher undo = Pattern.compile("/entry/undo/[0-9a-f-]{36}").matcher(page);
    assertThat(undo.find()).isTrue();
    assertThat(Pages.words(pages().open(undo.group()))).contains("Người: 1");
    send("/entry/resolutions/new", resolution("87-NQ/CB"));
    assertThat(notice(send(undo.group(), Map.of())).words()).contains("đã có việc khác làm tiếp");
  }

  @Test
  void everyRegisterTableKeepsItsChanges() {
    assertThat(
            jdbc.sql(
                    """
                    select distinct c.table_name
                    from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                      and c.column_name in ('commune_id', 'person_id', 'organization_id', 'village_id')
                      and c.table_name not in ('audit_line', 'import_run', 'paper_template', 'row_change',
                        'access_grant', 'kept_person', 'person_key', 'taken_in',
                        'committee_term', 'paper_number', 'reconciliation', 'reconciliation_row',
                        'reconciliation_count', 'plan_run', 'cell_meeting', 'meeting_field',
                        'meeting_change', 'meeting_attendance', 'meeting_score', 'meeting_photo')
                      and (select count(*) from pg_trigger g
                           where g.tgrelid = c.table_name::regclass
                             and g.tgname in ('keep_row', 'keep_new_rows')) <> 2
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    jdbc.sql("select distinct tgrelid::regclass::text from pg_trigger where tgname = 'keep_row'")
        .query(String.class)
        .list()
        .forEach(table ->
            contents.put(
                table,
                jdbc.sql(
                        "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                            + table
                            + " t")
                    .query(String.class)
                    .single()));
    return contents;
  }

  @Test
  void takingBackGivesBackEveryRowAsItWas() throws Exception {
    Map<String, String> before = contents();
    assertThat(before).hasSizeGreaterThan(20);
    send("/entry/resolutions/new", resolution("84-NQ/CB"));
    assertThat(contents()).isNotEqualTo(before);
    UUID last =
        jdbc.sql("select change from audit_line where action = 'add' order by id desc limit 1")
            .query(UUID.class)
            .single();
    send("/entry/undo/" + last, Map.of());
    assertThat(contents()).isEqualTo(before);
  }
}
