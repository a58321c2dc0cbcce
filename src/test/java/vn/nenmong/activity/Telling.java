package vn.nenmong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;

/// A phone on which someone tells of the meetings of a cell.
record Telling(MockMvc web, String account, TestCommune.Unit cell, UUID phone) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Telling of(MockMvc web, String account, TestCommune.Unit cell) {
    return new Telling(web, account, cell, UUID.randomUUID());
  }

  /// @param fieldsAndValues in the order in which they are told
  /// @return the id of the meeting
  UUID tell(String month, String kind, @Nullable Object... fieldsAndValues) throws Exception {
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      Map<String, @Nullable Object> change = new HashMap<>();
      change.put("id", UUID.randomUUID());
      change.put("cell", cell.id());
      change.put("month", month);
      change.put("kind", kind);
      change.put("field", fieldsAndValues[i]);
      change.put("value", fieldsAndValues[i + 1]);
      change.put("base", 0);
      change.put("at", month + "-05T12:31:05Z");
      changes.add(change);
    }
    MockHttpServletResponse answer =
        web.perform(
                post("/api/phone/changes")
                    .with(user(account).roles("CELL_SECRETARY"))
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(JSON.writeValueAsString(Map.of("phone", phone, "changes", changes))))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).as(Pages.text(answer)).isEqualTo(200);
    JsonNode told = JSON.readTree(Pages.text(answer));
    assertThat(told.path("outcomes").valueStream().map(each -> each.path("outcome").asString()))
        .as(told.path("outcomes").toString())
        .doesNotContain("refused");
    return UUID.fromString(told.path("meetings").path(0).path("id").asString());
  }
}
