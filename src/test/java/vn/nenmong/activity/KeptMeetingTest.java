package vn.nenmong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// Meetings as phones tell them, and what the registers say then. Each test has a commune of its
/// own; the working day is 31/12/2016.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class KeptMeetingTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final UUID PHONE = UUID.randomUUID();
  private static int count;

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();
  private final JsonMapper json = JsonMapper.builder().build();

  private String code = "";
  private TestCommune commune = new TestCommune(DATABASE, "HOP" + ++count);
  private TestCommune.Unit cell = commune.root();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void fill() {
    code = "hop" + ++count;
    commune = new TestCommune(DATABASE, code);
    cell = commune.cell("CB01", "Chi bộ Nà Sản");
    commune.account(code + "cell", "cell_secretary", cell);
    commune.account(code + "other", "cell_secretary", commune.cell("CB02", "Chi bộ Xa"));
  }

  private record Told(UUID id, String field, @Nullable Object value, int base) {
    static Told of(String field, @Nullable Object value) {
      return new Told(UUID.randomUUID(), field, value, 0);
    }
  }

  private JsonNode tell(String account, UUID phone, List<Told> changes) {
    MockHttpServletResponse answer = ask(account, phone, changes);
    assertThat(answer.getStatus()).isEqualTo(200);
    return json.readTree(Pages.text(answer));
  }

  private MockHttpServletResponse ask(String account, UUID phone, List<Told> changes) {
    return send(account, "/api/phone/changes", body(phone, changes));
  }

  private Map<String, Object> body(UUID phone, List<Told> changes) {
    return Map.of(
        "phone",
        phone,
        "changes",
        changes.stream()
            .map(change -> {
              Map<String, @Nullable Object> written = new java.util.HashMap<>();
              written.put("id", change.id());
              written.put("cell", cell.id());
              written.put("month", "2016-12");
              written.put("kind", "regular");
              written.put("field", change.field());
              written.put("value", change.value());
              written.put("base", change.base());
              written.put("at", "2016-12-05T12:31:05Z");
              return written;
            })
            .toList());
  }

  private MockHttpServletResponse send(String account, String address, Object body) {
    try {
      return web.perform(
              post(address)
                  .with(user(code + account).roles("CELL_SECRETARY"))
                  .with(csrf())
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(json.writeValueAsString(body)))
          .andReturn()
          .getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> outcomes(JsonNode answer) {
    return answer
        .path("outcomes")
        .valueStream()
        .map(each -> each.path("outcome").asString())
        .toList();
  }

  private static String why(JsonNode answer, int which) {
    return answer.path("outcomes").path(which).path("why").asString();
  }

  private List<UUID> members(int official) {
    List<UUID> people = new ArrayList<>();
    for (int i = 0; i < official; i++) {
      people.add(commune.member("Lò Văn " + (char) ('A' + i), cell));
    }
    return people;
  }

  private void state(UUID person, String what) {
    jdbc.sql("update member_state set " + what + " where person_id = ?").params(person).update();
  }

  private static Map<String, Object> vote(int inFavour, int against, boolean carried) {
    return Map.of(
        "way", "ballot", "for", inFavour, "against", against, "blank", 0, "carried", carried);
  }

  private static final Map<String, Object> ILL = Map.of("reason", "ill", "leave", true);

  /// A cell of 3, 8 and 9 official members, all there: two thirds for an admission, more than half
  /// for a resolution.
  @ParameterizedTest
  @CsvSource({
    "admission,3,1,false", "admission,3,2,true",
    "admission,8,5,false", "admission,8,6,true",
    "admission,9,5,false", "admission,9,6,true",
    "recognition,7,4,false", "recognition,7,5,true",
    "resolution,3,1,false", "resolution,3,2,true",
    "resolution,8,4,false", "resolution,8,5,true",
    "resolution,9,4,false", "resolution,9,5,true"
  })
  void aVoteIsCarriedByTheMajorityOfTheDay(
      String matter, int official, int inFavour, boolean carried) {
    members(official);
    UUID item = UUID.randomUUID();

    JsonNode answer =
        tell(
            "cell",
            PHONE,
            List.of(
                Told.of("heldOn", "2016-12-05"),
                Told.of("agenda/" + item, Map.of("title", "Việc cần biểu quyết", "matter", matter)),
                Told.of("vote/" + item, vote(inFavour, official - inFavour, true))));

    assertThat(outcomes(answer).getLast()).isEqualTo(carried ? "applied" : "refused");
    assertThat(why(answer, 2).contains("cần ít nhất")).isEqualTo(!carried);
  }

  /// Of nine official members one is exempt and absent and one meets elsewhere: seven are counted,
  /// so that five are two thirds; with the exempt one there it takes six of eight.
  @Test
  void whoIsExemptAndAbsentOrMeetsElsewhereIsNotCounted() {
    List<UUID> people = members(9);
    state(people.get(0), "exempt = true");
    temporary(people.get(1), "away", null);
    UUID item = UUID.randomUUID();
    List<Told> start =
        List.of(
            Told.of("heldOn", "2016-12-05"),
            Told.of("agenda/" + item, Map.of("title", "Kết nạp", "matter", "admission")));

    tell("cell", PHONE, start);
    assertThat(outcomes(tell("cell", PHONE, List.of(Told.of("vote/" + item, vote(5, 3, true))))))
        .containsExactly("refused");
    tell("cell", PHONE, List.of(Told.of("absent/" + people.get(0), ILL)));
    assertThat(outcomes(tell("cell", PHONE, List.of(Told.of("vote/" + item, vote(5, 2, true))))))
        .containsExactly("applied");
  }

  /// A guest is at the meeting and has no vote; more votes than there are voters are none.
  @Test
  void aGuestHasNoVote() {
    members(3);
    TestCommune.Unit home = commune.cell("CB03", "Chi bộ khác");
    temporary(commune.member("Vàng A Khách", home), "guest", cell.id());
    UUID item = UUID.randomUUID();

    JsonNode answer =
        tell(
            "cell",
            PHONE,
            List.of(
                Told.of("heldOn", "2016-12-05"),
                Told.of("agenda/" + item, Map.of("title", "Nghị quyết", "matter", "resolution")),
                Told.of("vote/" + item, vote(4, 0, true))));

    assertThat(why(answer, 2)).contains("Có 4 phiếu", "chỉ 3");
    tell("cell", PHONE, List.of(Told.of("state", "held")));
    assertThat(counted()).containsExactly("4/4");
  }

  private void temporary(UUID person, String kind, @Nullable UUID at) {
    jdbc.sql(
            """
            insert into temporary_standing (commune_id, person_id, kind, period, cell_id)
            values (:commune, :person, :kind, '[2016-06-01,2017-06-01)', :at)
            """)
        .param("commune", commune.root().id())
        .param("person", person)
        .param("kind", kind)
        .param("at", at)
        .update();
  }

  private List<String> counted() {
    return jdbc.sql("select present || '/' || due from counted_meeting where cell_id = ?")
        .params(cell.id())
        .query(String.class)
        .list();
  }

  @Test
  void aChangeHasItsEffectOnceHoweverOftenItComes() {
    List<UUID> people = members(4);
    List<Told> changes =
        List.of(
            Told.of("heldOn", "2016-12-05"),
            Told.of("absent/" + people.get(0), ILL),
            Told.of("state", "held"));

    tell("cell", PHONE, changes);
    tell("cell", PHONE, changes);
    JsonNode again = tell("cell", PHONE, changes);

    assertThat(outcomes(again)).containsOnly("applied");
    assertThat(again.path("meetings").path(0).path("version").asInt()).isEqualTo(3);
    assertThat(counted()).containsExactly("3/4");
    Told other = new Told(changes.getFirst().id(), "heldOn", "2016-12-06", 0);
    assertThat(ask("cell", PHONE, List.of(other)).getStatus()).isEqualTo(422);
  }

  /// Two phones: what each set alone stands; of what both set, both are kept and someone chooses.
  @Test
  void twoPhonesAreMergedByFieldAndWhereTheyDifferSomeoneChooses() {
    List<UUID> people = members(4);
    UUID second = UUID.randomUUID();
    tell(
        "cell",
        PHONE,
        List.of(Told.of("absent/" + people.get(0), ILL), Told.of("place", "Nhà văn hóa")));

    JsonNode answer =
        tell(
            "cell",
            second,
            List.of(Told.of("absent/" + people.get(1), ILL), Told.of("place", "Trường học")));

    assertThat(outcomes(answer)).containsExactly("applied", "beside");
    JsonNode meeting = answer.path("meetings").path(0);
    assertThat(meeting.path("fields").path("place").path("value").asString())
        .isEqualTo("Nhà văn hóa");
    JsonNode beside = meeting.path("beside").path(0);
    assertThat(beside.path("value").asString()).isEqualTo("Trường học");

    JsonNode chosen =
        json.readTree(
            Pages.text(
                send(
                    "cell",
                    "/api/phone/settle",
                    Map.of("change", beside.path("id").asString(), "take", true))));
    assertThat(chosen.path("fields").path("place").path("value").asString())
        .isEqualTo("Trường học");
    assertThat(chosen.path("beside").isEmpty()).isTrue();
  }

  /// What one phone set before, without having seen the answer, it sets again.
  @Test
  void aPhoneIsNotBesideItself() {
    tell("cell", PHONE, List.of(Told.of("place", "Nhà văn hóa")));
    assertThat(outcomes(tell("cell", PHONE, List.of(Told.of("place", "Trường học")))))
        .containsExactly("applied");
  }

  @Test
  void whatComesAfterTheMinutesWereApprovedIsProposed() {
    members(3);
    tell(
        "cell",
        PHONE,
        List.of(
            Told.of("heldOn", "2016-12-05"),
            Told.of("summary", "Họp như thường lệ."),
            Told.of("state", "approved")));

    JsonNode answer =
        tell("cell", UUID.randomUUID(), List.of(Told.of("summary", "Có thêm ý kiến.")));

    assertThat(outcomes(answer)).containsExactly("proposed");
    assertThat(answer.path("meetings").path(0).path("proposed").size()).isEqualTo(1);
  }

  /// The row of the list stays, marked, and counts no more; a list that comes later stands behind
  /// too.
  @Test
  void aKeptMeetingTakesThePlaceOfTheRowOfTheList() {
    List<UUID> people = members(4);
    listed("2016-12-06", 4, 4);
    tell(
        "cell",
        PHONE,
        List.of(
            Told.of("heldOn", "2016-12-05"),
            Told.of("absent/" + people.get(0), Map.of("reason", "none", "leave", false)),
            Told.of("state", "held")));
    listed("2016-12-07", 4, 2);

    assertThat(counted()).containsExactly("3/4");
    assertThat(
            jdbc.sql("select count(*) from meeting where cell_id = ? and replaced_by is not null")
                .params(cell.id())
                .query(Integer.class)
                .single())
        .isEqualTo(2);

    tell("cell", PHONE, List.of(Told.of("state", "planned")));
    assertThat(counted()).containsExactlyInAnyOrder("4/4", "2/4");
  }

  private void listed(String day, int due, int present) {
    jdbc.sql(
            """
            insert into meeting (commune_id, cell_id, month, held_on, kind, due, present)
            values (?, ?, '2016-12-01', cast(? as date), 'regular', ?, ?)
            """)
        .params(commune.root().id(), cell.id(), day, due, present)
        .update();
  }

  /// What was concluded for someone is their task, until a later meeting says that it was done.
  @Test
  void conclusionsBecomeTasksAndTasksAreDone() {
    List<UUID> people = members(3);
    UUID task = UUID.randomUUID();
    tell(
        "cell",
        PHONE,
        List.of(
            Told.of("heldOn", "2016-12-05"),
            Told.of(
                "conclusion/" + task,
                Map.of("text", "Vận động làm đường", "person", people.get(0), "due", "2016-12-20")),
            Told.of(
                "target/" + UUID.randomUUID(),
                Map.of("text", "Thoát nghèo", "amount", 2, "unit", "hộ")),
            Told.of("pledge/" + people.get(1), "Giúp hai hộ làm chuồng trại"),
            Told.of("study/" + UUID.randomUUID(), Map.of("document", "Chỉ thị 05-CT/TW")),
            Told.of("state", "held")));

    assertThat(bag().path("cells").path(0).path("tasks").path(0).path("text").asString())
        .isEqualTo("Vận động làm đường");
    assertThat(texts("select text from example_pledge where person_id = ?", people.get(1)))
        .containsExactly("Giúp hai hộ làm chuồng trại");
    assertThat(
            texts(
                "select document || ' ' || present from study_session where organization_id = ?",
                cell.id()))
        .containsExactly("Chỉ thị 05-CT/TW 3");
    assertThat(
            texts(
                "select number || ' ' || subject from resolution where organization_id = ?",
                cell.id()))
        .containsExactly("12/2016 Thoát nghèo");

    jdbc.sql("update example_pledge set text = 'Giúp ba hộ' where person_id = ?")
        .params(people.get(1))
        .update();
    tell(
        "cell",
        PHONE,
        List.of(Told.of("done/" + task, Map.of("on", "2016-12-19", "what", "Đã xong 300 m"))));
    assertThat(texts("select text from example_pledge where person_id = ?", people.get(1)))
        .as("what was corrected in the register stays")
        .containsExactly("Giúp ba hộ");
    assertThat(bag().path("cells").path(0).path("tasks").path(0).path("done").asBoolean())
        .as("what was done stands in the minutes that are read out")
        .isTrue();

    // The office finds that it was not done; what is told of the meeting later leaves that alone.
    jdbc.sql("update cell_task set done_on = null, done = null where id = ?").params(task).update();
    tell("cell", PHONE, List.of(Told.of("summary", "Chi bộ đoàn kết")));
    assertThat(bag().path("cells").path(0).path("tasks").path(0).path("done").asBoolean())
        .isFalse();
    tell("cell", PHONE, List.of(Told.of("pledge/" + people.get(1), null)));
    assertThat(texts("select text from example_pledge where person_id = ?", people.get(1)))
        .isEmpty();
  }

  /// A task that a cell left behind when it was merged is done in a meeting of the one it came to.
  @Test
  void aTaskThatWasInheritedIsDone() {
    List<UUID> people = members(1);
    UUID before = commune.cell("CB09", "Chi bộ Cũ").id();
    UUID task = UUID.randomUUID();
    jdbc.sql(
            """
            with before as (
              insert into cell_meeting (commune_id, cell_id, month, kind, state)
              values (:commune, :cell, '2016-10-01', 'regular', 'approved')
              returning id)
            insert into cell_task (id, commune_id, cell_id, meeting_id, text, person_id, given_on)
            select :task, :commune, :cell, id, 'Làm đường', :person, '2016-10-01' from before
            """)
        .param("task", task)
        .param("commune", commune.root().id())
        .param("cell", before)
        .param("person", people.getFirst())
        .update();
    jdbc.sql(
            """
            with event as (
              insert into reorganization (commune_id, kind, day, decision_number, decision_body,
                decided, event, account, at)
              values (:commune, 'merge', '2016-11-15', '1-QĐ', 'Đảng ủy', '2016-11-10', '{}', 'a', now())
              returning id)
            insert into succession
            select id, :commune, :before, :cell, '2016-11-15', true from event
            """)
        .param("commune", commune.root().id())
        .param("before", before)
        .param("cell", cell.id())
        .update();

    tell(
        "cell",
        PHONE,
        List.of(
            Told.of("heldOn", "2016-12-05"),
            Told.of("done/" + task, Map.of("on", "2016-12-05", "what", "Xong")),
            Told.of("state", "held")));

    assertThat(texts("select done || ' ' || done_on from cell_task where id = ?", task))
        .containsExactly("Xong 2016-12-05");
  }

  /// Said to be carried first and told what it is about afterwards, it needs its majority as well.
  @Test
  void aVoteNeedsItsMajorityWhateverIsToldFirst() {
    members(4);
    UUID item = UUID.randomUUID();
    Told vote =
        Told.of(
            "vote/" + item,
            Map.of("way", "open", "for", 2, "against", 2, "blank", 0, "carried", true));
    JsonNode answer =
        tell(
            "cell",
            PHONE,
            List.of(
                Told.of("heldOn", "2016-12-05"),
                vote,
                Told.of(
                    "agenda/" + item,
                    Map.of("order", 1, "title", "Nghị quyết", "matter", "resolution"))));

    assertThat(outcomes(answer)).containsExactly("applied", "applied", "refused");
    assertThat(why(answer, 2)).contains("2");
  }

  @Test
  void aDayFarFromTheMonthIsRefused() {
    assertThat(outcomes(tell("cell", PHONE, List.of(Told.of("heldOn", "2016-02-05")))))
        .containsExactly("refused");
    assertThat(outcomes(tell("cell", PHONE, List.of(Told.of("heldOn", "2016-11-30")))))
        .containsExactly("applied");
  }

  private List<String> texts(String sql, UUID of) {
    return jdbc.sql(sql).params(of).query(String.class).list();
  }

  private JsonNode bag() {
    try {
      return json.readTree(
          Pages.text(
              web.perform(get("/api/phone/bag").with(user(code + "cell").roles("CELL_SECRETARY")))
                  .andReturn()
                  .getResponse()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Nobody's identity, grade or discipline goes onto a phone, nor anything of another cell.
  @Test
  void theBagHasOnesOwnCellAndNothingThatMustNotBeLost() {
    UUID person = members(3).getFirst();
    jdbc.sql("update membership set card_number = '12345678' where person_id = ?")
        .params(person)
        .update();

    JsonNode bag = bag();

    assertThat(bag.path("cells").size()).isEqualTo(1);
    assertThat(bag.path("cells").path(0).path("roster").size()).isEqualTo(3);
    assertThat(bag.path("cells").path(0).path("roster").path(0).propertyNames())
        .containsExactlyInAnyOrder(
            "id", "name", "standing", "exempt", "guest", "away", "office", "from", "to");
    assertThat(bag.toString()).doesNotContain("12345678").doesNotContain("Chi bộ Xa");
  }

  @Test
  void anotherCellIsRefusedAndNothingIsStored() {
    JsonNode answer = tell("other", PHONE, List.of(Told.of("place", "Ở đâu")));

    assertThat(outcomes(answer)).containsExactly("refused");
    assertThat(answer.path("meetings").isEmpty()).isTrue();
    assertThat(
            jdbc.sql("select count(*) from cell_meeting where cell_id = ?")
                .params(cell.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "state,gone",
    "heldOn,2016-02-31",
    "plannedAt,25:00",
    "absent/not-an-id,ill",
    "card,123",
    "place,''"
  })
  void whatIsNoFieldIsRefused(String field, String value) {
    assertThat(outcomes(tell("cell", PHONE, List.of(Told.of(field, value)))))
        .containsExactly("refused");
  }

  @Test
  void aMeetingThatIsHeldHasADayAndOneThatWasMissedAReason() {
    assertThat(
            outcomes(
                tell("cell", PHONE, List.of(Told.of("state", "held"), Told.of("state", "missed")))))
        .containsExactly("refused", "refused");
    assertThat(
            outcomes(
                tell(
                    "cell",
                    PHONE,
                    List.of(
                        Told.of("missedReason", "Mưa lũ, đường bị cắt"),
                        Told.of("state", "missed")))))
        .containsExactly("applied", "applied");
    assertThat(counted()).isEmpty();
  }

  /// It comes in pieces, and goes on where it stopped.
  @Test
  void aPhotoComesInPieces() {
    byte[] photo = new byte[20_000];
    UUID id = UUID.randomUUID();

    assertThat(piece(id, photo, 0, 16_000).getStatus()).isEqualTo(200);
    assertThat(piece(id, photo, 0, 16_000).getStatus()).isEqualTo(409);
    assertThat(Pages.text(piece(id, photo, 16_000, 4_000))).contains("\"received\":20000");
  }

  /// What another cell has begun is nobody else's to go on with.
  @Test
  void aPhotoOfAnotherCellIsNotThere() {
    byte[] photo = new byte[20_000];
    UUID id = UUID.randomUUID();
    piece(id, photo, 0, 16_000);
    TestCommune.Unit ours = cell;
    cell = commune.cell("CB05", "Chi bộ Năm");
    commune.account(code + "fifth", "cell_secretary", cell);

    assertThat(piece("fifth", id, photo, 16_000, 4_000).getStatus()).isEqualTo(404);

    cell = ours;
    assertThat(Pages.text(piece(id, photo, 16_000, 4_000))).contains("\"received\":20000");
  }

  /// One request that has a change twice has it once.
  @Test
  void aChangeThatStandsTwiceInARequestHasItsEffectOnce() {
    Told told = Told.of("place", "Nhà văn hóa");

    assertThat(outcomes(tell("cell", PHONE, List.of(told, told))))
        .containsExactly("applied", "applied");
  }

  private MockHttpServletResponse piece(UUID id, byte[] photo, int offset, int length) {
    return piece("cell", id, photo, offset, length);
  }

  private MockHttpServletResponse piece(
      String account, UUID id, byte[] photo, int offset, int length) {
    String address =
        "/api/phone/photos/%s?cell=%s&month=2016-12&kind=regular&size=%d&offset=%d"
            .formatted(id, cell.id(), photo.length, offset);
    try {
      return web.perform(
              put(URI.create(address))
                  .with(user(code + account).roles("CELL_SECRETARY"))
                  .with(csrf())
                  .contentType(MediaType.IMAGE_JPEG)
                  .content(java.util.Arrays.copyOfRange(photo, offset, offset + length)))
          .andReturn()
          .getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// A member who moved meanwhile is on the roster of the cell on the meeting's day.
  @Test
  void theRosterIsThatOfTheMeetingsDay() {
    List<UUID> people = members(4);
    TestCommune.Unit to = commune.cell("CB04", "Chi bộ mới");
    UUID moved = Objects.requireNonNull(people.get(0));
    state(moved, "period = daterange(lower(period), '2016-12-10')");
    jdbc.sql(
            """
            insert into member_state (person_id, period, commune_id, cell_id, standing, exempt)
            values (?, '[2016-12-10,)', ?, ?, 'official', false)
            """)
        .params(moved, commune.root().id(), to.id())
        .update();

    tell("cell", PHONE, List.of(Told.of("heldOn", "2016-12-05"), Told.of("state", "held")));
    assertThat(counted()).containsExactly("4/4");
    tell("cell", PHONE, List.of(Told.of("heldOn", "2016-12-15")));
    assertThat(counted()).containsExactly("3/3");
  }
}
