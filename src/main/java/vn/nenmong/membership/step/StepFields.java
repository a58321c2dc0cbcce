package vn.nenmong.membership.step;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.membership.way.Ask;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Votes;
import vn.nenmong.rule.Rulebook;

/// What the form of a kind of step asks for, and the step that it tells.
@Component
class StepFields {

  private static final Set<StepKind> NEED_CELL =
      Set.of(StepKind.TRANSFER_WITHIN, StepKind.TRANSFER_IN, StepKind.GUEST_IN);

  private static final Set<StepKind> NEED_UNTIL = Set.of(StepKind.TEMPORARY_OUT, StepKind.GUEST_IN);

  private static final Set<StepKind> NEED_PLACE =
      Set.of(StepKind.TRANSFER_OUT, StepKind.TEMPORARY_OUT, StepKind.GUEST_IN);

  private static final Set<StepKind> NEED_VOTES =
      Set.of(
          StepKind.CELL_RESOLUTION,
          StepKind.COMMITTEE_RESOLUTION,
          StepKind.RECOGNITION_CELL,
          StepKind.RECOGNITION_COMMITTEE,
          StepKind.STRIKE_CELL,
          StepKind.STRIKE_COMMITTEE,
          StepKind.DISCIPLINE_CELL);

  private final Units units;

  StepFields(Units units) {
    this.units = units;
  }

  /// @param rules of those whose step it is
  List<Field> of(StepKind kind, Viewer viewer, LocalDate on, Rulebook rules) {
    List<Field> fields = new ArrayList<>();
    fields.add(field("day", Field.Kind.DAY).needed());
    add(fields, kind, Ask.NUMBER, field("number", Field.Kind.TEXT), kind == StepKind.CARD_ISSUED);
    List<String> forms = kind.forms(rules);
    if (!forms.isEmpty()) {
      fields.add(
          choice(
                  "form",
                  "way.form.of." + kind.code(),
                  forms.stream()
                      .map(word ->
                          kind.isBadge()
                              ? Field.Choice.of(word, word)
                              : Field.Choice.word(word, "way.form." + word))
                      .toList())
              .needed());
    }
    add(fields, kind, Ask.BODY, field("body", Field.Kind.TEXT), false);
    if (kind.asks(Ask.PEOPLE)) {
      fields.add(field("first", Field.Kind.PERSON).needed());
      fields.add(field("second", Field.Kind.PERSON));
    }
    add(fields, kind, Ask.VOTES, field("inFavour", Field.Kind.INTEGER), NEED_VOTES.contains(kind));
    add(fields, kind, Ask.VOTES, field("entitled", Field.Kind.INTEGER), NEED_VOTES.contains(kind));
    if (kind.asks(Ask.OUTCOME)) {
      fields.add(
          choice(
                  "outcome",
                  "membership.step.field.outcome",
                  List.of(
                      Field.Choice.word("carried", "way.outcome.carried"),
                      Field.Choice.word("failed", "way.outcome.failed")))
              .needed());
    }
    add(fields, kind, Ask.RECEIVED, field("received", Field.Kind.DAY), false);
    add(fields, kind, Ask.EFFECTIVE, field("effective", Field.Kind.DAY), false);
    if (kind.asks(Ask.CELL)) {
      Field cell = choice("cell", "membership.step.field.cell", units.cells(viewer.scope(), on));
      fields.add(NEED_CELL.contains(kind) ? cell.needed() : cell);
    }
    add(fields, kind, Ask.PLACE, field("place", Field.Kind.TEXT), NEED_PLACE.contains(kind));
    add(fields, kind, Ask.UNTIL, field("until", Field.Kind.DAY), NEED_UNTIL.contains(kind));
    add(fields, kind, Ask.REASON, field("reason", Field.Kind.LONG_TEXT), false);
    fields.add(field("exception", Field.Kind.TEXT));
    return fields;
  }

  private static void add(List<Field> fields, StepKind kind, Ask ask, Field field, boolean needed) {
    if (kind.asks(ask)) {
      fields.add(needed ? field.needed() : field);
    }
  }

  private static Field field(String name, Field.Kind kind) {
    return Field.of(name, "membership.step.field." + name, kind);
  }

  static Step step(StepKind kind, Values values) {
    Integer inFavour = values.integer("inFavour");
    Integer entitled = values.integer("entitled");
    String outcome = values.text("outcome");
    return new Step(
        new UUID(0, 0),
        kind,
        Objects.requireNonNull(values.day("day")),
        values.text("number"),
        values.text("body"),
        inFavour == null || entitled == null ? null : new Votes(inFavour, entitled),
        outcome == null ? null : Boolean.valueOf(outcome.equals("carried")),
        values.day("received"),
        values.day("effective"),
        values.day("until"),
        values.id("cell"),
        Stream.<@Nullable UUID>of(values.id("first"), values.id("second"))
            .filter(Objects::nonNull)
            .toList(),
        values.text("form"),
        values.text("place"),
        values.text("exception"),
        values.text("reason"),
        null);
  }

  /// What stands in the inputs for a step that is there.
  static Map<String, String> typed(Step step, Map<UUID, String> labels) {
    Map<String, String> typed = new HashMap<>();
    day(typed, "day", step.day());
    day(typed, "received", step.received());
    day(typed, "effective", step.effective());
    day(typed, "until", step.until());
    put(typed, "number", step.number());
    put(typed, "form", step.form());
    put(typed, "body", step.body());
    put(typed, "place", step.place());
    put(typed, "reason", step.reason());
    put(typed, "exception", step.exception());
    put(typed, "cell", step.cell());
    if (step.votes() != null) {
      put(typed, "inFavour", step.votes().inFavour());
      put(typed, "entitled", step.votes().entitled());
    }
    if (step.carried() != null) {
      put(typed, "outcome", step.isCarried() ? "carried" : "failed");
    }
    if (!step.people().isEmpty()) {
      put(typed, "first", labels.get(step.people().getFirst()));
    }
    if (step.people().size() > 1) {
      put(typed, "second", labels.get(step.people().get(1)));
    }
    return typed;
  }

  private static void put(Map<String, String> typed, String field, @Nullable Object value) {
    if (value != null) {
      typed.put("f." + field, value.toString());
    }
  }

  static void day(Map<String, String> typed, String field, @Nullable LocalDate day) {
    if (day != null) {
      typed.put("f." + field + ".day", String.valueOf(day.getDayOfMonth()));
      typed.put("f." + field + ".month", String.valueOf(day.getMonthValue()));
      typed.put("f." + field + ".year", String.valueOf(day.getYear()));
    }
  }
}
