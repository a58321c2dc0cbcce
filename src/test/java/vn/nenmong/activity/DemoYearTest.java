package vn.nenmong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.workbook.intake.ImportFile;

/// A year of the demo's sixteen cells, kept meeting by meeting as phones do it: the figures that
/// the list of meetings gave come out of them, and no row of the list counts any more.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
@BesideOthers
class DemoYearTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;
  @Autowired private ImportFile imports;
  @Autowired private DemoAccounts demo;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();
  private final JsonMapper json = JsonMapper.builder().build();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  private record Listed(
      UUID cellId, LocalDate month, LocalDate heldOn, String kind, @Nullable Integer missing) {}

  @Test
  void theFiguresOfAYearComeOutOfKeptMeetings() throws Exception {
    load();
    Map<String, String> before = figures();
    assertThat(before).containsEntry("meetings.held_rate", "99.0");
    List<Listed> listed =
        jdbc.sql(
                """
                select cell_id, month, min(held_on) as held_on, kind,
                  max(due - present) as missing
                from meeting group by cell_id, month, kind order by month, cell_id, kind
                """)
            .query(Listed.class)
            .list();
    assertThat(listed.stream().filter(meeting -> meeting.kind().equals("regular"))).hasSize(190);

    for (Listed meeting : listed) {
      keep(meeting);
    }

    assertThat(figures()).isEqualTo(before);
    assertThat(count("meeting where kept_id is null and replaced_by is null")).isZero();
    assertThat(count("counted_meeting")).isEqualTo(listed.size());
    assertThat(count("counted_meeting where kind = 'regular' and present <= due")).isEqualTo(190);
  }

  private void load() {
    imports.loadDemo();
    String path =
        jdbc.sql(
                """
                select cast(path as text) from organization_period
                where organization_id = commune_id and kind = 'grassroots_committee'
                """)
            .query(String.class)
            .single();
    demo.make(path, path);
  }

  private int count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
  }

  private Map<String, String> figures() throws Exception {
    String answer =
        web.perform(
                get("/api/figures?organization=NATONG&year=2016")
                    .with(user("vanphong").roles("CLERK")))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    Map<String, String> figures = new HashMap<>();
    json.readTree(answer)
        .forEach(figure ->
            figures.put(figure.path("code").asString(), figure.path("value").asString("")));
    return figures;
  }

  private void keep(Listed meeting) throws Exception {
    List<Map<String, Object>> changes = new ArrayList<>();
    changes.add(change(meeting, "heldOn", meeting.heldOn().toString()));
    people(meeting).stream()
        .limit(meeting.missing() == null ? 0 : meeting.missing())
        .forEach(person ->
            changes.add(
                change(meeting, "absent/" + person, Map.of("reason", "away", "leave", true))));
    changes.add(change(meeting, "state", "approved"));
    String answer =
        web.perform(
                post("/api/phone/changes")
                    .with(user("chibo").roles("CELL_SECRETARY"))
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(
                        json.writeValueAsString(
                            Map.of("phone", UUID.randomUUID(), "changes", changes))))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(json.readTree(answer).path("outcomes").valueStream().map(DemoYearTest::outcome))
        .as(answer)
        .containsOnly("applied");
  }

  private static String outcome(JsonNode answer) {
    return answer.path("outcome").asString();
  }

  private List<UUID> people(Listed meeting) {
    return jdbc.sql(
            """
            select person_id from member_state
            where cell_id = :cell and period @> cast(:day as date) and not exempt
            order by person_id
            """)
        .param("cell", meeting.cellId())
        .param("day", meeting.heldOn())
        .query(UUID.class)
        .list();
  }

  private static Map<String, Object> change(Listed meeting, String field, Object value) {
    return Map.of(
        "id",
        UUID.randomUUID(),
        "cell",
        meeting.cellId(),
        "month",
        meeting.month().toString().substring(0, 7),
        "kind",
        meeting.kind(),
        "field",
        field,
        "value",
        value,
        "base",
        0,
        "at",
        "2016-12-05T12:31:05Z");
  }
}
