package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.rule.Rulebooks;

/// Finds what a meeting may record: the rules of its day, and the roster of its cell then.
@Component
class FindRules {

  private final MinutesRepository minutes;
  private final Rulebooks rulebooks;

  FindRules(MinutesRepository minutes, Rulebooks rulebooks) {
    this.minutes = minutes;
    this.rulebooks = rulebooks;
  }

  MeetingRules of(Minutes told) {
    LocalDate day = told.day();
    UUID cell = told.meeting().key().cell();
    return new MeetingRules(
        rulebooks.of(told.meeting().communeId()),
        day,
        Roster.on(day, minutes.roster(List.of(cell), day, day).getOrDefault(cell, List.of())));
  }
}
