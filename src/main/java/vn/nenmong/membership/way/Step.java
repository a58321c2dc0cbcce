package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One step on someone's way, as its paper tells it.
///
/// @param day on which it happened
/// @param number of its paper
/// @param body that decided, in words
/// @param carried whether a vote carried it or a body decided for it; null where there was none
/// @param received day on which its paper came
/// @param effective day on which what led to it took effect: of a transfer, the decision to move or
///   the new home
/// @param until day until which it holds, the last one
/// @param cell of the commune
/// @param people members who help or introduce
/// @param form one of the words of its kind
/// @param place or body elsewhere
/// @param exception paper by which a competent body allowed what a rule forbids
/// @param reason why
/// @param registered what the registers said, of a step of kind [StepKind#REGISTERED]
public record Step(
    UUID id,
    StepKind kind,
    LocalDate day,
    @Nullable String number,
    @Nullable String body,
    @Nullable Votes votes,
    @Nullable Boolean carried,
    @Nullable LocalDate received,
    @Nullable LocalDate effective,
    @Nullable LocalDate until,
    @Nullable UUID cell,
    List<UUID> people,
    @Nullable String form,
    @Nullable String place,
    @Nullable String exception,
    @Nullable String reason,
    @Nullable Registered registered) {

  public Step {
    people = List.copyOf(people);
  }

  /// One that tells no more than that it happened.
  public static Step of(UUID id, StepKind kind, LocalDate day) {
    return new Step(
        id, kind, day, null, null, null, null, null, null, null, null, List.of(), null, null, null,
        null, null);
  }

  Step until(LocalDate last) {
    return new Step(
        id,
        kind,
        day,
        number,
        body,
        votes,
        carried,
        received,
        effective,
        last,
        cell,
        people,
        form,
        place,
        exception,
        reason,
        registered);
  }

  /// The same with another number of its paper.
  public Step numbered(@Nullable String other) {
    return new Step(
        id,
        kind,
        day,
        other,
        body,
        votes,
        carried,
        received,
        effective,
        until,
        cell,
        people,
        form,
        place,
        exception,
        reason,
        registered);
  }

  Step voted(Votes cast) {
    return new Step(
        id,
        kind,
        day,
        number,
        body,
        cast,
        carried,
        received,
        effective,
        until,
        cell,
        people,
        form,
        place,
        exception,
        reason,
        registered);
  }

  public boolean isCarried() {
    return Boolean.TRUE.equals(carried);
  }

  public boolean hasForm(String word) {
    return Objects.equals(form, word);
  }
}
