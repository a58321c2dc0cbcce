package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step with what is told of it.
public final class MadeStep {

  private final StepKind kind;
  private final LocalDate day;
  private @Nullable Votes votes;
  private @Nullable Boolean carried;
  private @Nullable LocalDate received;
  private @Nullable LocalDate effective;
  private @Nullable LocalDate until;
  private @Nullable UUID cell;
  private List<UUID> people = List.of();
  private @Nullable String number;
  private @Nullable String form;
  private @Nullable String place;
  private @Nullable String exception;
  private @Nullable String reason;
  private @Nullable Registered registered;

  MadeStep(StepKind kind, LocalDate day) {
    this.kind = kind;
    this.day = day;
  }

  public MadeStep votes(int inFavour, int entitled) {
    votes = new Votes(inFavour, entitled);
    return this;
  }

  public MadeStep carried(boolean so) {
    carried = so;
    return this;
  }

  public MadeStep received(@Nullable LocalDate on) {
    received = on;
    return this;
  }

  public MadeStep effective(LocalDate on) {
    effective = on;
    return this;
  }

  public MadeStep until(@Nullable LocalDate last) {
    until = last;
    return this;
  }

  public MadeStep cell(UUID id) {
    cell = id;
    return this;
  }

  public MadeStep people(UUID... ids) {
    people = List.of(ids);
    return this;
  }

  public MadeStep number(String of) {
    number = of;
    return this;
  }

  public MadeStep form(@Nullable String word) {
    form = word;
    return this;
  }

  public MadeStep place(String words) {
    place = words;
    return this;
  }

  public MadeStep exception(String paper) {
    exception = paper;
    return this;
  }

  public MadeStep reason(String words) {
    reason = words;
    return this;
  }

  public MadeStep registered(Registered said) {
    registered = said;
    return this;
  }

  public Step step() {
    return new Step(
        UUID.randomUUID(),
        kind,
        day,
        number,
        null,
        votes,
        kind.asks(Ask.OUTCOME) ? carried : null,
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
}
