package vn.nenmong.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A form as its page shows it.
///
/// @param id of the record, or null for a new one
/// @param kept the record, or null for a new one
/// @param typed what stands in the inputs, by their names
/// @param labels what stands for the ids of people
/// @param now the record as someone else made it meanwhile, or null
/// @param back address to go to afterwards
public record EntryPage(
    EntryForm form,
    Deed deed,
    @Nullable UUID id,
    @Nullable Kept kept,
    List<Field> fields,
    Map<String, String> typed,
    Map<String, String> labels,
    List<Problem> problems,
    @Nullable Kept now,
    String back)
    implements Inputs {

  @Override
  public String typed(String input) {
    return typed.getOrDefault(input, "");
  }

  @Override
  public @Nullable Problem problem(String field) {
    return problems.stream()
        .filter(problem -> field.equals(problem.field()))
        .findFirst()
        .orElse(null);
  }

  /// Where the form goes.
  public String action() {
    return id == null
        ? "/entry/" + form.register() + "/new"
        : "/entry/" + form.register() + "/" + id + "/" + deed.code();
  }

  public boolean asksForFields() {
    return deed.asksForFields();
  }

  @Override
  public @Nullable Meanwhile meanwhile(Field field) {
    return isChangedMeanwhile(field)
        ? new Meanwhile(
            shown(field, Objects.requireNonNull(kept)), shown(field, Objects.requireNonNull(now)))
        : null;
  }

  /// What someone else changed meanwhile, as it was when the form was opened.
  private boolean isChangedMeanwhile(Field field) {
    return now != null
        && kept != null
        && !now.values()
            .getOrDefault(field.name(), "")
            .equals(kept.values().getOrDefault(field.name(), ""));
  }

  /// A value as it is shown: an id by what it stands for.
  private String shown(Field field, Kept record) {
    String value = record.values().getOrDefault(field.name(), "");
    return switch (field.kind()) {
      case PERSON -> labels.getOrDefault(value, value);
      case DAY, DATE -> value.isEmpty() ? "" : PartialDate.parse(value).toVietnamese();
      default -> value;
    };
  }
}
