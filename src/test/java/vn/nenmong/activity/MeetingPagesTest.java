package vn.nenmong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.MultiValueMap;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// What the office sees of the meetings that cells kept. Each test has a commune of its own; the
/// working day is 31/12/2016.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class MeetingPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Map<String, Object> ILL =
      Map.of("reason", "ill", "leave", true, "note", "nằm viện");
  private static final UUID PHONE = UUID.randomUUID();
  private static int count;

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  private String code = "";
  private TestCommune commune = new TestCommune(DATABASE, "BIENBAN" + ++count);
  private TestCommune.Unit cell = commune.root();
  private UUID an = cell.id();
  private UUID binh = cell.id();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void fill() {
    code = "bienban" + ++count;
    commune = new TestCommune(DATABASE, code);
    cell = commune.cell("CB01", "Chi bộ Nà Sản");
    an = commune.member("Lò Văn An", cell);
    binh = commune.member("Quàng Thị Bình", cell);
    commune.member("Vì Văn Cường", cell);
    commune.account(code + "office", "clerk", commune.root());
    commune.account(code + "cell", "cell_secretary", cell);
    commune.account(code + "far", "cell_secretary", commune.cell("CB02", "Chi bộ Xa"));
    commune.account(code + "board", "inspection", commune.root());
  }

  private Pages office() {
    return new Pages(web, code + "office", "CLERK");
  }

  /// The phone on which the cell tells its meetings.
  private Telling phone() {
    return new Telling(web, code + "cell", cell, PHONE);
  }

  private Telling otherPhone() {
    return Telling.of(web, code + "cell", cell);
  }

  private UUID held() throws Exception {
    UUID item = UUID.randomUUID();
    return phone()
        .tell(
            "2016-12",
            "regular",
            "heldOn",
            "2016-12-05",
            "began",
            "19:30",
            "place",
            "Nhà văn hóa",
            "chair",
            an,
            "absent/" + binh,
            ILL,
            "agenda/" + item,
            Map.of("title", "Nghị quyết tháng 12", "matter", "resolution", "order", 1),
            "vote/" + item,
            Map.of("way", "open", "for", 2, "against", 0, "blank", 0, "carried", true),
            "conclusion/" + UUID.randomUUID(),
            Map.of("text", "Vận động làm đường", "person", an, "due", "2016-12-20"),
            "target/" + UUID.randomUUID(),
            Map.of("text", "Thoát nghèo", "amount", 2, "unit", "hộ"),
            "state",
            "held");
  }

  @Test
  void thePageOfAMeetingTellsAllThatWasKept() throws Exception {
    String page = Pages.words(office().open("/meetings/" + held()));

    assertThat(page)
        .contains(
            "Sinh hoạt thường kỳ tháng 12/2016",
            "Đã họp",
            "Họp ngày 05/12/2016, 19:30",
            "có mặt 2/3",
            "Chủ trì: Lò Văn An",
            "ít nhất 2 trên 3",
            "trên 1/2 · Điều lệ Đảng",
            "Vận động làm đường Lò Văn An 20/12/2016 Quá hạn",
            "Thoát nghèo: 2 hộ",
            "Quàng Thị Bình chính thức Vắng ốm, có xin phép, nằm viện",
            "Xã chưa đặt tiêu chí",
            "Điểm danh Quàng Thị Bình : ốm, có xin phép, nằm viện");
    assertThat(
            jdbc.sql(
                    "select count(*) from audit_line where subject = 'cell_meeting' and account = ?")
                .params(code + "office")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anIdOfNothingAndOneOfAnotherCellLeadNowhere() throws Exception {
    UUID meeting = held();
    Pages far = new Pages(web, code + "far", "CELL_SECRETARY");
    assertThat(far.ask("/meetings/" + meeting).getStatus()).isEqualTo(404);
    assertThat(office().ask("/meetings/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    TestCommune other = new TestCommune(DATABASE, "khac" + ++count);
    other.account(code + "stranger", "clerk", other.root());
    Pages stranger = new Pages(web, code + "stranger", "CLERK");
    assertThat(stranger.ask("/meetings/" + meeting).getStatus()).isEqualTo(404);
  }

  /// The list has the kept meeting alone, and the row that it took the place of where one asks.
  @Test
  void theListAndTheGridLeadToTheMinutes() throws Exception {
    jdbc.sql(
            """
            insert into meeting (commune_id, cell_id, month, held_on, kind, due, present)
            values (?, ?, '2016-12-01', '2016-12-07', 'regular', 3, 1)
            """)
        .params(commune.root().id(), cell.id())
        .update();
    UUID meeting = held();

    String list = office().open("/meetings?year=2016");
    assertThat(list).contains("/meetings/" + meeting).doesNotContain("07/12/2016");
    assertThat(Pages.words(list)).contains("Có mặt: 2 ");
    String both = office().open("/meetings?year=2016&rows=with");
    assertThat(both).contains("07/12/2016").contains("05/12/2016");
    assertThat(Pages.words(both)).contains("Có mặt: 2 ").contains("Đã thay");
    assertThat(office().open("/meetings?year=2016&rows=only")).doesNotContain("05/12/2016");
    assertThat(office().open("/meetings/months?year=2016"))
        .contains("<a href=\"/meetings/" + meeting + "?year=2016\">5/12</a>");
    assertThat(Pages.words(office().open("/meetings/" + meeting)))
        .contains("07/12/2016: có mặt 1/3");
  }

  /// What comes of minutes is corrected there, not in the list.
  @Test
  void aRowOfAKeptMeetingHasNoForm() throws Exception {
    UUID meeting = held();
    UUID row =
        jdbc.sql("select id from meeting where kept_id = ?")
            .params(meeting)
            .query(UUID.class)
            .single();

    assertThat(office().ask("/entry/meetings/" + row + "/correct").getStatus()).isEqualTo(404);
    assertThat(office().open("/meetings?year=2016")).doesNotContain(row.toString());
  }

  /// The list finds meetings by what they were about.
  @Test
  void meetingsAreFoundByWhatTheyWereAbout() throws Exception {
    held();
    assertThat(Pages.words(office().open("/meetings?year=2016&q=nghi%20quyet%20thang")))
        .contains("Nghị quyết tháng 12");
    assertThat(office().open("/meetings?year=2016&q=lam%20nha")).doesNotContain("Nghị quyết tháng");
  }

  @Test
  void whereTwoThingsWereToldSomeoneChooses() throws Exception {
    UUID meeting = held();
    otherPhone().tell("2016-12", "regular", "place", "Trường học");
    String page = office().open("/meetings/" + meeting);

    assertThat(Pages.words(page))
        .contains("Hai nơi ghi khác nhau: Địa điểm", "Nhà văn hóa", "Trường học");
    assertThat(new Pages(web, code + "board", "INSPECTION").open("/meetings/" + meeting))
        .doesNotContain("/settle");
    settle(page, meeting, true);
    assertThat(Pages.words(office().open("/meetings/" + meeting)))
        .contains("Địa điểm Trường học")
        .doesNotContain("Nhận nội dung này");
  }

  @Test
  void whatIsProposedAfterApprovalCanBeLeft() throws Exception {
    UUID meeting = held();
    phone().tell("2016-12", "regular", "state", "approved");
    otherPhone().tell("2016-12", "regular", "absent/" + binh, null);
    String page = office().open("/meetings/" + meeting);

    assertThat(Pages.words(page))
        .contains(
            "Đề nghị sửa sau khi thông qua: Điểm danh Quàng Thị Bình",
            "Đang ghi ốm, có xin phép, nằm viện",
            "Đề nghị Có mặt");
    settle(page, meeting, false);
    assertThat(Pages.words(office().open("/meetings/" + meeting)))
        .contains("có mặt 2/3")
        .doesNotContain("Nhận nội dung này");
  }

  @Test
  void approvedMinutesAreChangedWithTheChairsWordAlone() throws Exception {
    UUID meeting = held();
    phone().tell("2016-12", "regular", "state", "approved");
    otherPhone().tell("2016-12", "regular", "absent/" + binh, null);
    String page = office().open("/meetings/" + meeting);

    settle(page, meeting, true);
    assertThat(Pages.words(office().open("/meetings/" + meeting)))
        .contains("có mặt 2/3", "Nhận nội dung này");
    settle(page, meeting, true, "agreed");
    assertThat(Pages.words(office().open("/meetings/" + meeting))).contains("có mặt 3/3");
  }

  /// @param ticked boxes
  private void settle(String page, UUID meeting, boolean take, String... ticked) throws Exception {
    Matcher change = Pattern.compile("name=\"change\" value=\"([^\"]*)\"").matcher(page);
    assertThat(change.find()).isTrue();
    assertThat(
            web.perform(
                    post("/meetings/" + meeting + "/settle")
                        .with(user(code + "office").roles("CLERK"))
                        .with(csrf())
                        .param("change", change.group(1))
                        .param("take", String.valueOf(take))
                        .params(
                            MultiValueMap.fromSingleValue(
                                Arrays.stream(ticked)
                                    .collect(Collectors.toMap(box -> box, _ -> "true")))))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(302);
  }

  @Test
  void aPhotoIsShownWhereItIsWhole() throws Exception {
    UUID meeting = held();
    UUID photo = UUID.randomUUID();
    byte[] bytes = {1, 2, 3, 4};
    web.perform(
        put(URI.create(
                "/api/phone/photos/%s?cell=%s&month=2016-12&kind=regular&size=4&offset=0"
                    .formatted(photo, cell.id())))
            .with(user(code + "cell").roles("CELL_SECRETARY"))
            .with(csrf())
            .contentType(MediaType.IMAGE_JPEG)
            .content(bytes));

    assertThat(office().open("/meetings/" + meeting)).contains("/meetings/photos/" + photo);
    assertThat(office().ask("/meetings/photos/" + photo).getContentAsByteArray()).isEqualTo(bytes);
    Pages far = new Pages(web, code + "far", "CELL_SECRETARY");
    assertThat(far.ask("/meetings/photos/" + photo).getStatus()).isEqualTo(404);
  }

  /// Each month with its state, and what is overdue; narrowed to a month and a state.
  @Test
  void theOverviewTellsWhereEachCellStands() throws Exception {
    UUID december = held();
    UUID november =
        phone().tell("2016-11", "regular", "missedReason", "Đường bị cắt", "state", "missed");
    phone().tell("2016-10", "regular", "plannedOn", "2016-10-06");

    String page = office().open("/meetings/overview?year=2016");
    assertThat(page).contains("/meetings/" + december).contains("/meetings/" + november);
    assertThat(Pages.words(page))
        .contains(
            "6/10 Dự kiến Không họp Đường bị cắt 5/12 Đã họp 66,7 % 1 0 0 0 0",
            "Tháng có họp: 1 ",
            "Tháng không họp, có lý do: 1 ",
            "Việc quá hạn: 1 ",
            "Chưa rõ quy định");
    String missed = office().open("/meetings/overview?year=2016&month=11&state=missed");
    assertThat(Pages.words(missed)).contains("Chi bộ Nà Sản Không họp Đường bị cắt");
    assertThat(Pages.links(missed, "/organizations/")).containsExactly("Chi bộ Nà Sản");
    assertThat(office().ask("/meetings/overview/export?year=2016").getStatus()).isEqualTo(200);
  }

  /// From the day on which a rule asks for thematic meetings, a quarter without one is marked.
  @Test
  void aQuarterWithoutAThematicMeetingIsMarkedWhereARuleAsksForOne() {
    String page = office().open("/meetings/overview?on=2019-06-30");

    assertThat(Pages.words(page)).contains("ít nhất 1 buổi mỗi quý – 12-HD/BTCTW");
    assertThat(page.split("<span class=\"tag bad\">0</span>", -1)).hasSize(5);
  }
}
