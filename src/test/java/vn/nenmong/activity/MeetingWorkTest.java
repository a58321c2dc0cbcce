package vn.nenmong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// What surrounds the meetings of cells at the office: frames, tasks, attendance by person, pledges
/// and criteria. Each test has a commune of its own; the working day is 31/12/2019.
@SpringBootTest(properties = "nenmong.working-day=2019-12-31")
@AutoConfigureMockMvc
class MeetingWorkTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Map<String, Object> LEAVE = Map.of("reason", "ill", "leave", true);
  private static final UUID PHONE = UUID.randomUUID();
  private static int count;

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  private String code = "";
  private TestCommune commune = new TestCommune(DATABASE, "VIEC" + ++count);
  private TestCommune.Unit cell = commune.root();
  private UUID an = cell.id();
  private UUID binh = cell.id();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void fill() {
    code = "viec" + ++count;
    commune = new TestCommune(DATABASE, code);
    cell = commune.cell("CB01", "Chi bộ Nà Sản");
    an = commune.member("Lò Văn An", cell);
    binh = commune.member("Quàng Thị Bình", cell);
    commune.account(code + "office", "clerk", commune.root());
    commune.account(code + "first", "secretary", commune.root());
    commune.account(code + "cell", "cell_secretary", cell);
    commune.account(code + "far", "cell_secretary", commune.cell("CB02", "Chi bộ Xa"));
  }

  /// Tells on the one phone of the cell.
  private UUID tell(String month, @Nullable Object... fieldsAndValues) throws Exception {
    return new Telling(web, code + "cell", cell, PHONE).tell(month, "regular", fieldsAndValues);
  }

  private Pages office() {
    return new Pages(web, code + "office", "CLERK");
  }

  private Pages first() {
    return new Pages(web, code + "first", "SECRETARY");
  }

  private Pages cellSecretary() {
    return new Pages(web, code + "cell", "CELL_SECRETARY");
  }

  private Pages far() {
    return new Pages(web, code + "far", "CELL_SECRETARY");
  }

  private static MockHttpServletResponse send(Pages pages, String address) throws Exception {
    return pages
        .web()
        .perform(post(address).with(user(pages.username()).roles(pages.role())).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private static String words(Pages pages, String address) {
    return Pages.words(pages.open(address + (address.contains("?") ? "&" : "?") + "on=2019-12-31"));
  }

  /// Sent once by the secretary, it is seen by every cell; its page tells what came back.
  @Test
  void aFrameGoesToAllCellsAndTellsWhatCameBack() throws Exception {
    FilledForm form =
        FilledForm.open(first(), "/meetings/frames/new")
            .with(
                "month",
                "12",
                "year",
                "2019",
                "title",
                "Định hướng tháng 12",
                "agenda",
                "Kiểm điểm cuối năm\n\nThu đảng phí",
                "documents",
                "Chỉ thị 05-CT/TW");
    FilledForm.Answer sent = form.send();
    String address = Objects.requireNonNull(sent.response().getRedirectedUrl());
    assertThat(words(far(), address)).contains("Kiểm điểm cuối năm", "0/1 chi bộ đã họp");
    assertThat(form.send().words()).contains("đã có định hướng");

    UUID meeting =
        tell(
            "2019-12",
            "heldOn",
            "2019-12-05",
            "study/" + UUID.randomUUID(),
            Map.of("document", "Chỉ thị 05-CT/TW", "present", 2),
            "state",
            "minuted");

    assertThat(words(office(), address))
        .contains(
            "1/2 chi bộ đã họp",
            "Chi bộ Nà Sản Biên bản 05/12/2019 2/2 Đã học Chỉ thị 05-CT/TW",
            "Chi bộ Xa Chưa ghi Chưa Chỉ thị 05-CT/TW");
    assertThat(office().open("/meetings/" + meeting)).contains(address);
    assertThat(words(office(), "/meetings/frames"))
        .contains("Tháng 12 Thường kỳ Định hướng tháng 12 2 1 1 2");
    assertThat(send(far(), address + "/remove").getStatus()).isEqualTo(403);
  }

  @Test
  void aFrameIsCorrectedAndWithdrawn() throws Exception {
    String address =
        Objects.requireNonNull(
            FilledForm.open(office(), "/meetings/frames/new")
                .with("title", "Định hướng tháng 1")
                .send()
                .response()
                .getRedirectedUrl());
    assertThat(words(office(), address)).contains("thường kỳ tháng 1/2020");

    FilledForm.open(office(), address + "/correct").with("text", "Họp trước Tết").send();
    assertThat(words(office(), address)).contains("Định hướng tháng 1", "Họp trước Tết");
    assertThat(send(office(), address + "/remove").getRedirectedUrl())
        .isEqualTo("/meetings/frames");
    assertThat(office().ask(address).getStatus()).isEqualTo(404);
  }

  @Test
  void aTaskIsFollowedUntilItIsDone() throws Exception {
    UUID task = UUID.randomUUID();
    tell(
        "2019-11",
        "heldOn",
        "2019-11-05",
        "conclusion/" + task,
        Map.of("text", "Vận động làm đường", "person", an, "due", "2019-12-20"),
        "conclusion/" + UUID.randomUUID(),
        Map.of("text", "Chuẩn bị đại hội", "person", binh, "due", "2020-03-01"),
        "state",
        "held");
    assertThat(words(office(), "/tasks"))
        .contains("Quá hạn: 1 ", "Đang làm: 1 ", "Quá hạn Vận động làm đường Lò Văn An")
        .matches(".*Quá hạn Vận động.*Đang làm Chuẩn bị.*");
    assertThat(words(office(), "/tasks?state=done")).doesNotContain("Vận động làm đường");
    assertThat(far().ask("/tasks/" + task).getStatus()).isEqualTo(404);

    FilledForm done = FilledForm.open(cellSecretary(), "/tasks/" + task);
    FilledForm posted = new FilledForm(cellSecretary(), "/tasks/" + task + "/done", done.typed());
    assertThat(posted.with("on", "1/11/2019", "done", "Xong").send().words())
        .contains("không trước ngày giao (05/11/2019)");
    posted.with("on", "19/12/2019", "done", "Đã xong 300 m").send();
    assertThat(words(office(), "/tasks?state=done"))
        .contains("Vận động làm đường", "19/12/2019 Đã xong 300 m");

    // Told again by the phone, the meeting does not open it.
    tell("2019-11", "place", "Trường học");
    assertThat(words(office(), "/tasks?state=done")).contains("Đã xong 300 m");
    send(office(), "/tasks/" + task + "/reopen");
    assertThat(words(office(), "/tasks?state=overdue")).contains("Vận động làm đường");
    assertThat(office().ask("/tasks/export").getStatus()).isEqualTo(200);
  }

  /// Four absences with leave one after the other are more than the guidance of 2018 bears.
  @Test
  void attendanceIsToldByPersonAndAbsencesInARowAreMarked() throws Exception {
    for (int month = 3; month <= 6; month++) {
      tell(
          "2019-0" + month,
          "heldOn",
          "2019-0" + month + "-05",
          "absent/" + binh,
          LEAVE,
          "state",
          "held");
    }
    tell(
        "2019-07",
        "heldOn",
        "2019-07-05",
        "absent/" + an,
        Map.of("reason", "none", "leave", false),
        "state",
        "held");

    String page = office().open("/meetings/attendance?on=2019-12-31");
    assertThat(Pages.words(page))
        .contains(
            "không quá 3 lần – 12-HD/BTCTW",
            "Lò Văn An Chi bộ Nà Sản 5 4 80,0 % 0 0 1 0",
            "Quàng Thị Bình Chi bộ Nà Sản 5 1 20,0 % 4 0 0 4");
    assertThat(page).contains("<span class=\"tag bad\">4</span>");
    assertThat(
            Pages.links(
                office().open("/meetings/attendance?absent=noReason&on=2019-12-31"), "/members/"))
        .containsExactly("Lò Văn An");
    assertThat(words(far(), "/meetings/attendance")).doesNotContain("Lò Văn An");
  }

  /// What was undertaken at a meeting is judged at the year's end.
  @Test
  void aPledgeIsJudgedAtTheEndOfTheYear() throws Exception {
    UUID meeting =
        tell(
            "2019-01",
            "heldOn",
            "2019-01-05",
            "pledge/" + binh,
            "Giúp hai hộ làm chuồng trại",
            "state",
            "held");
    UUID pledge =
        jdbc.sql("select id from example_pledge where person_id = ?")
            .params(binh)
            .query(UUID.class)
            .single();
    assertThat(words(office(), "/examples"))
        .contains(
            "Quàng Thị Bình Chi bộ Nà Sản Giúp hai hộ làm chuồng trại Biên bản",
            "Chưa đánh giá: 1 ");
    assertThat(office().open("/examples?on=2019-12-31")).contains("/meetings/" + meeting);

    FilledForm.open(office(), "/entry/examples/" + pledge + "/correct")
        .with("result", "well", "note", "Ba hộ", "reason", "Cuối năm")
        .send();
    assertThat(words(office(), "/examples?result=well")).contains("Làm tốt Ba hộ");
    tell("2019-01", "place", "Trường học");
    assertThat(words(office(), "/examples?result=well")).contains("Làm tốt Ba hộ");
  }

  /// Cells score themselves by the commune's own criteria, which should make a hundred.
  @Test
  void criteriaAreTheCommunesOwn() throws Exception {
    assertThat(words(cellSecretary(), "/meetings/criteria")).doesNotContain("Tổng điểm");
    for (List<String> criterion :
        List.of(List.of("1", "Dự họp", "40"), List.of("2", "Chuẩn bị", "50"))) {
      FilledForm.open(office(), "/entry/meetings-criteria/new")
          .with(
              "commune",
              commune.root().id().toString(),
              "position",
              criterion.get(0),
              "text",
              criterion.get(1),
              "most",
              criterion.get(2),
              "since",
              "1/1/2019")
          .send();
    }
    assertThat(words(cellSecretary(), "/meetings/criteria"))
        .contains("Tổng điểm tối đa: 90", "nên là 100", "1 Dự họp 40 01/01/2019");

    UUID criterion =
        jdbc.sql("select id from meeting_criterion where commune_id = ? and position = 1")
            .params(commune.root().id())
            .query(UUID.class)
            .single();
    UUID meeting =
        tell("2019-12", "heldOn", "2019-12-05", "score/" + criterion, 35, "state", "held");
    assertThat(words(office(), "/meetings/" + meeting)).contains("35/90 điểm", "Dự họp 35 40");
    assertThat(words(office(), "/meetings/overview?month=12")).contains("100,0 % 0 35");
  }
}
