package vn.nenmong.activity.example;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Values;

/// Enters what members undertake in a year, and at its end what came of it.
@Component
record PledgeForm(RowRepository rows) implements TableForm {

  private static final RowTable TABLE =
      RowTable.of("example_pledge", RowTable.person("r.person_id") + " || ' ' || r.year")
          .id("person", "person_id")
          .integer("year", "year")
          .text("text", "text")
          .text("result", "result")
          .text("note", "note");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "examples";
  }

  @Override
  public String title() {
    return "activity.pledge.entry";
  }

  @Override
  public String page() {
    return "/examples";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("person", "activity.kept.person", Kind.PERSON).needed(),
        Field.of("year", "activity.frame.year", Kind.YEAR).needed().dittoed(),
        Field.of("text", "activity.pledge.text", Kind.LONG_TEXT).needed(),
        Field.choice(
            "result",
            "activity.pledge.result",
            Stream.of("well", "done", "partly", "not")
                .map(result -> Choice.word(result, "activity.pledge.result." + result))
                .toList()),
        Field.of("note", "activity.pledge.note", Kind.TEXT));
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfPerson(scope, UUID.fromString(values.needed("person")));
  }
}
