package vn.nenmong.activity.minutes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.Rule;

/// What an item of the agenda is about. Discipline and grades are decided in the meeting too and
/// are kept by the office alone, since phones are lost.
enum Matter {
  INFORMATION(false, false, null),
  /// The cell's resolution, and any other decision of the cell.
  RESOLUTION(true, false, Rule.VOTE_RESOLUTION),
  ADMISSION(true, true, Rule.VOTE_ADMIT_CELL),
  RECOGNITION(true, true, Rule.VOTE_RECOGNISE_CELL),
  STUDY(false, false, null),
  DUES(false, false, null);

  private final boolean vote;
  private final boolean person;
  private final @Nullable Rule rule;

  Matter(boolean vote, boolean person, @Nullable Rule rule) {
    this.vote = vote;
    this.person = person;
    this.rule = rule;
  }

  boolean isVotedOn() {
    return vote;
  }

  /// Whether it is about someone.
  boolean isOfPerson() {
    return person;
  }

  /// By which it is carried.
  @Nullable Rule rule() {
    return rule;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Matter> of(@Nullable String code) {
    return Arrays.stream(values()).filter(matter -> matter.code().equals(code)).findFirst();
  }
}
