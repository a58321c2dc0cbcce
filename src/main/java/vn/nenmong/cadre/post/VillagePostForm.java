package vn.nenmong.cadre.post;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.EndingForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Values;

/// Enters who holds a post in a village.
@Component
record VillagePostForm(RowRepository rows) implements TableForm, EndingForm {

  private static final RowTable TABLE =
      RowTable.of("village_post", "r.title || ': ' || " + RowTable.person("r.person_id"))
          .id("village", "village_id")
          .id("person", "person_id")
          .text("title", "title")
          .text("role", "role")
          .date("since", "since")
          .follows(
              "period",
              """
              (select daterange(
                  greatest(first_day(cast(:since as partial_date)), lower(b.life)),
                  least( upper(b.life)))
                from village b where b.id = cast(:village as uuid))
              """);

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "village-posts";
  }

  @Override
  public String title() {
    return "cadre.post.entry";
  }

  @Override
  public String page() {
    return "/village-posts";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("village", "cadre.post.village", rows.villages(viewer.scope(), on)).needed(),
        Field.of("person", "cadre.post.person", Kind.PERSON).needed(),
        Field.of("title", "cadre.post.title", Kind.TEXT).needed().dittoed(),
        choice(
                "role",
                "cadre.post.role.kind",
                Stream.of("village_head", "reputable_person", "front_head", "other")
                    .map(role -> Choice.word(role, "cadre.post.role." + role))
                    .toList())
            .needed()
            .dittoed(),
        Field.of("since", "cadre.post.since", Kind.DATE).dittoed());
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfVillage(scope, UUID.fromString(values.needed("village")));
  }

  @Override
  public void end(UUID id, LocalDate last, String reason) {
    rows.end(TABLE, id, "period", null, last);
  }
}
