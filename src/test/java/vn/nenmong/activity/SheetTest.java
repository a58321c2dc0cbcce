package vn.nenmong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// Meetings without a phone: the printed sheet, keyed in by the clerk, and its papers. The working
/// day is 31/12/2016.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class SheetTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String CODE = "CB01-2016-12-TK";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final UUID FORM = UUID.randomUUID();
  private static int count;

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  private String code = "";
  private TestCommune commune = new TestCommune(DATABASE, "PHIEU" + ++count);
  private TestCommune.Unit cell = commune.root();
  private final List<UUID> people = new ArrayList<>();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void fill() {
    code = "phieu" + ++count;
    commune = new TestCommune(DATABASE, code);
    cell = commune.cell("CB01", "Chi bộ Pá Kín");
    people.clear();
    for (String name : List.of("Lò Văn Ấn", "Quàng Thị Bình", "Vàng A Chứ", "Lò Thị Dơ")) {
      people.add(commune.member(name, cell));
    }
    commune.account(code + "office", "clerk", commune.root());
    commune.account(code + "cell", "cell_secretary", cell);
  }

  private Pages clerk() {
    return new Pages(web, code + "office", "CLERK");
  }

  private MockHttpServletResponse keyIn(Map<String, String> typed) {
    try {
      MockHttpServletRequestBuilder request =
          post("/meetings/sheets/enter").with(user(code + "office").roles("CLERK")).with(csrf());
      request.param("code", CODE);
      typed.forEach(request::param);
      return web.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> sheet() {
    Map<String, String> typed = new HashMap<>();
    typed.put("form", UUID.randomUUID().toString());
    typed.put("day", "5/12");
    typed.put("began", "19h30");
    typed.put("ended", "2110");
    typed.put("place", "Nhà văn hóa bản");
    typed.put("chair", people.get(0).toString());
    typed.put("secretary", people.get(1).toString());
    typed.put("absent." + people.get(2), "away");
    typed.put("vote.0.title", "Nghị quyết tháng 12");
    typed.put("vote.0.matter", "resolution");
    typed.put("vote.0.for", "3");
    typed.put("vote.0.carried", "yes");
    typed.put("task.0.text", "Vận động làm đường");
    typed.put("task.0.person", people.get(3).toString());
    typed.put("task.0.due", "20/12/2016");
    typed.put("resolution", "Phấn đấu hai hộ thoát nghèo.");
    typed.put("approved", "yes");
    return typed;
  }

  private List<String> rows(String sql) {
    return jdbc.sql(sql).param("cell", cell.id()).query(String.class).list();
  }

  /// The boxes on paper and the choices on the screen are of the same people in the same order.
  @Test
  void aSheetIsKeyedInInTheOrderInWhichItIsPrinted() {
    String printed = clerk().open("/meetings/sheets/print?month=2016-12&cell=" + cell.id());
    String entered = clerk().open("/meetings/sheets/enter?code=" + CODE);

    List<String> onPaper =
        Jsoup.parse(printed).select(".sheet td:nth-child(2)").eachText().stream()
            .filter(text -> text.contains("chính thức"))
            .toList();
    assertThat(onPaper)
        .hasSize(4)
        .isEqualTo(Jsoup.parse(entered).select(".keyed-people label").eachText());
    assertThat(Jsoup.parse(printed).select(".sheet-code").text()).isEqualTo(CODE);
  }

  @Test
  void whatIsKeyedInStandsInTheRegistersAsEnteredOnBehalf() {
    Map<String, String> sheet = sheet();

    assertThat(keyIn(sheet).getStatus()).isEqualTo(302);
    assertThat(keyIn(sheet).getStatus()).as("sent twice").isEqualTo(302);

    assertThat(
            rows(
                "select present || '/' || due || ' ' || held_on from counted_meeting where cell_id = :cell"))
        .containsExactly("3/4 2016-12-05");
    assertThat(rows("select text || ' ' || due_on from cell_task where cell_id = :cell"))
        .containsExactly("Vận động làm đường 2016-12-20");
    assertThat(rows("select state || ' ' || on_behalf from cell_meeting where cell_id = :cell"))
        .containsExactly("approved " + code + "office");
  }

  /// What was typed wrongly is said, and all that was typed stands there still.
  @Test
  void whatCanNotBeIsSaidAndNothingTypedIsLost() {
    Map<String, String> sheet = sheet();
    sheet.put("vote.0.for", "9");

    MockHttpServletResponse answer = keyIn(sheet);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(Pages.text(answer)).contains("Có 9 phiếu", "Vận động làm đường");
    assertThat(rows("select state from cell_meeting where cell_id = :cell"))
        .as("nothing of it is stored")
        .isEmpty();

    Map<String, String> again = fields(Pages.text(answer));
    again.put("vote.0.for", "3");
    assertThat(keyIn(again).getStatus()).isEqualTo(302);
    assertThat(rows("select state from cell_meeting where cell_id = :cell"))
        .containsExactly("approved");
    assertThat(rows("select text from cell_task where cell_id = :cell")).hasSize(1);

    Map<String, String> wrong = sheet();
    wrong.put("task.0.due", "31/02/2017");
    wrong.put("day", "32");
    wrong.put("began", "25");
    assertThat(Pages.words(Pages.text(keyIn(wrong))))
        .contains("số ngày trong tháng", "như 19:30", "Hạn phải là một ngày có thật");
  }

  /// What a form would send as it stands.
  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new HashMap<>();
    ((FormElement) Jsoup.parse(page).expectFirst("form.keyed"))
        .formData()
        .forEach(field -> fields.put(field.key(), field.value().replace("\n", "\r\n")));
    fields.remove("code");
    fields.remove("_csrf");
    return fields;
  }

  /// The clerk has the form open while the phone tells who was away and where: both are kept where
  /// they differ, and what the sheet is silent on is not taken away.
  @Test
  void aFormThatWasOpenDoesNotOverwriteWhatCameMeanwhile() throws Exception {
    Map<String, String> opened = fields(clerk().open("/meetings/sheets/enter?code=" + CODE));
    tell(
        Map.of(
            "heldOn",
            "2016-12-05",
            "place",
            "Nhà ông Ấn",
            "absent/" + people.get(2),
            Map.of("reason", "ill", "leave", true),
            "state",
            "held"));
    opened.put("day", "5");
    opened.put("summary", "Đã bàn việc tháng 12.");

    assertThat(keyIn(opened).getStatus()).isEqualTo(302);

    assertThat(
            rows(
                """
                select f.name || ' ' || (f.value #>> '{}') from meeting_field f
                join cell_meeting m on m.id = f.meeting_id
                where m.cell_id = :cell and f.name in ('place', 'summary', 'state') order by f.name
                """))
        .containsExactly("place Nhà ông Ấn", "state held", "summary Đã bàn việc tháng 12.");
    assertThat(
            rows(
                """
                select c.field from meeting_change c join cell_meeting m on m.id = c.meeting_id
                where m.cell_id = :cell and c.outcome = 'beside' order by c.field
                """))
        .containsExactly("absent/" + people.get(2), "state");
  }

  /// The form asks for less than a phone tells: saved as it opens, it changes nothing of that.
  @Test
  void whatAPhoneToldIsNotLostByAFormThatDoesNotAskForIt() throws Exception {
    UUID item = UUID.randomUUID();
    tell(
        Map.of(
            "heldOn",
            "2016-12-05",
            "summary",
            "Dòng một\nDòng hai",
            "absent/" + people.get(2),
            Map.of("reason", "ill", "leave", false, "note", "nằm viện"),
            "agenda/" + item,
            Map.of(
                "title",
                "Kết nạp",
                "matter",
                "admission",
                "reporter",
                people.get(0),
                "minutes",
                15),
            "vote/" + item,
            Map.of("way", "ballot", "for", 3, "against", 0, "blank", 0, "carried", true),
            "conclusion/" + UUID.randomUUID(),
            Map.of("text", "Làm đường")));
    tell(Map.of("state", "approved"));
    Map<String, String> opened = fields(clerk().open("/meetings/sheets/enter?code=" + CODE));
    int before =
        rows("select id::text from meeting_change where meeting_id in (select id from cell_meeting where cell_id = :cell)")
            .size();

    assertThat(keyIn(opened).getStatus()).isEqualTo(302);

    assertThat(
            rows(
                "select field from meeting_change where meeting_id in (select id from cell_meeting where cell_id = :cell)"))
        .hasSize(before);
  }

  private void tell(Map<String, Object> fields) throws Exception {
    List<Map<String, Object>> changes =
        fields.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(field ->
                Map.of(
                    "id",
                    UUID.randomUUID(),
                    "cell",
                    cell.id(),
                    "month",
                    "2016-12",
                    "kind",
                    "regular",
                    "field",
                    field.getKey(),
                    "value",
                    field.getValue(),
                    "base",
                    0,
                    "at",
                    "2016-12-05T12:31:05Z"))
            .toList();
    String answer =
        Pages.text(
            web.perform(
                    post("/api/phone/changes")
                        .with(user(code + "cell").roles("CELL_SECRETARY"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(Map.of("changes", changes))))
                .andReturn()
                .getResponse());
    assertThat(answer).doesNotContain("refused");
  }

  /// Founded in the middle of the month, it has a meeting to write down.
  @Test
  void aCellThatWasFoundedWithinTheMonthHasASheet() {
    jdbc.sql("update organization_period set period = '[2016-12-15,)' where organization_id = ?")
        .params(cell.id())
        .update();

    assertThat(clerk().open("/meetings/sheets?month=2016-12")).contains("Chi bộ Pá Kín");
    assertThat(clerk().open("/meetings/sheets?month=2016-11")).doesNotContain("Chi bộ Pá Kín");
  }

  /// What is left of a year is planned for all cells at once; a meeting that there is stays.
  @Test
  void theOfficePlansAYear() throws Exception {
    tell(Map.of("heldOn", "2016-12-05", "state", "held"));
    String page =
        clerk()
            .open("/meetings/year?plan=2017&day=31&at=19:30&thematic=3&thematic=6&thematicDay=20");
    assertThat(Pages.words(page)).contains("Lên lịch 14 kỳ họp", "+ 28", "+ 20 chuyên đề");
    assertThat(Pages.words(clerk().open("/meetings/year?plan=2016")))
        .contains("Lên lịch 0 kỳ họp", "5 đã họp");

    for (int twice = 0; twice < 2; twice++) {
      MockHttpServletResponse answer =
          web.perform(
                  post("/meetings/year")
                      .with(user(code + "office").roles("CLERK"))
                      .with(csrf())
                      .param("plan", "2017")
                      .param("day", "31")
                      .param("at", "19:30")
                      .param("thematic", "3", "6")
                      .param("thematicDay", "20")
                      .param("form", FORM.toString()))
              .andReturn()
              .getResponse();
      assertThat(answer.getRedirectedUrl()).isEqualTo("/meetings/overview?year=2017");
    }

    assertThat(
            rows(
                """
                select m.kind || ' ' || (f.value #>> '{}') || coalesce(m.on_behalf, '')
                from cell_meeting m join meeting_field f on f.meeting_id = m.id
                where m.cell_id = :cell and f.name = 'plannedOn' order by f.value
                """))
        .hasSize(14)
        .contains("regular 2017-02-28", "thematic 2017-03-20", "regular 2017-12-31");
  }

  /// What was put to the vote and failed is no resolution: neither a paper nor a line in the book.
  @Test
  void aResolutionThatFailedIsNone() throws Exception {
    Map<String, String> sheet = sheet();
    sheet.put("vote.0.for", "1");
    sheet.put("vote.0.against", "2");
    sheet.remove("vote.0.carried");
    assertThat(keyIn(sheet).getStatus()).isEqualTo(302);

    String id = rows("select cast(id as text) from cell_meeting where cell_id = :cell").getFirst();
    assertThat(clerk().open("/meetings/" + id)).doesNotContain(id + "/resolution");
    assertThat(clerk().ask("/meetings/" + id + "/resolution").getStatus()).isEqualTo(404);
    assertThat(rows("select number from resolution where organization_id = :cell")).isEmpty();
  }

  @Test
  void aMonthIsTypedAsPeopleWriteIt() {
    assertThat(clerk().open("/meetings/sheets?month=12/2016")).contains("CB01-2016-12-TK");
    assertThat(clerk().ask("/meetings/sheets?month=13/2016").getStatus()).isEqualTo(400);
  }

  @Test
  void aCodeThatIsNoneIsSaid() {
    assertThat(Pages.words(clerk().open("/meetings/sheets?code=CB99-2016-12-TK")))
        .contains("Không có phiếu nào mang mã «CB99-2016-12-TK»");
    assertThat(clerk().ask("/meetings/sheets/enter?code=CB99-2016-12-TK").getStatus())
        .isEqualTo(404);
  }

  @Test
  void minutesAndResolutionAreHandedOutAsWord() throws Exception {
    keyIn(sheet());
    String id = rows("select cast(id as text) from cell_meeting where cell_id = :cell").getFirst();

    assertThat(word("/meetings/" + id + "/minutes"))
        .contains(
            "BIÊN BẢN",
            "Biên bản họp chi bộ thường kỳ tháng 12/2016",
            "Tổng số đảng viên: 4",
            "Vắng có lý do: Vàng A Chứ (đi làm xa, có xin phép)",
            "đồng ý 3",
            "cần ít nhất 3 trên 4",
            "Vận động làm đường – Lò Thị Dơ (hạn 20/12/2016)",
            "CHỦ TRÌ")
        .doesNotContain("{{");
    assertThat(word("/meetings/" + id + "/resolution"))
        .contains("CHI BỘ QUYẾT NGHỊ:", "Phấn đấu hai hộ thoát nghèo.")
        .doesNotContain("{{");
  }

  private String word(String address) throws Exception {
    MockHttpServletResponse answer = clerk().ask(address);
    assertThat(answer.getStatus()).isEqualTo(200);
    try (var document = new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()));
        var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }
}
