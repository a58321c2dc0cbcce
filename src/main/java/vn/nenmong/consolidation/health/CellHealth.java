package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.Rulebook;

/// A cell on a day, with all that is red about it.
///
/// @param due what is late on the ways of its members and candidates; null for another day than
///   today, of which it is not known
/// @param settings that count for it
public record CellHealth(
    Vitals vitals, Work work, @Nullable Integer due, Settings settings, List<Concern> concerns) {

  static CellHealth of(
      Vitals vitals,
      Work work,
      @Nullable Integer due,
      Settings settings,
      Rulebook rules,
      LocalDate day) {
    List<Concern> concerns = new ArrayList<>(vitals.dangers(day, settings));
    concerns.addAll(Leadership.concerns(vitals.official(), work, rules, day));
    if (work.knows(Work.CANDIDATES) && work.candidates() + probationary(vitals) == 0) {
      concerns.add(Concern.of(Reason.NO_CANDIDATE));
    }
    Integer attendance = work.attendance();
    int least = settings.of(Setting.ATTENDANCE);
    if (attendance != null && attendance < least) {
      concerns.add(Concern.of(Reason.ATTENDANCE, attendance, least));
    }
    if (work.monthsMissed() >= settings.of(Setting.MISSED)) {
      concerns.add(Concern.of(Reason.MEETINGS, work.monthsMissed(), work.monthsDue()));
    }
    int months = settings.of(Setting.RESOLUTION);
    LocalDate bound = day.minusMonths(months);
    if (work.knows(Work.RESOLUTIONS)
        && vitals.wasThere(bound)
        && (work.resolution() == null || !work.resolution().isAfter(bound))) {
      concerns.add(Concern.of(Reason.RESOLUTION, months));
    }
    if (work.knows(Work.CHARGES) && work.charges() == 0) {
      concerns.add(Concern.of(Reason.CHARGE));
    }
    if ("weak".equals(work.grade())) {
      concerns.add(Concern.of(Reason.REVIEW));
    }
    int late = late(work, due);
    if (late > 0) {
      concerns.add(Concern.of(Reason.OVERDUE, late));
    }
    return new CellHealth(vitals, work, due, settings, List.copyOf(concerns));
  }

  /// How much of what was to be done by a day is late, as far as it is known.
  int late() {
    return late(work, due);
  }

  private static int late(Work work, @Nullable Integer due) {
    return work.tasks() + Objects.requireNonNullElse(due, 0);
  }

  private static int probationary(Vitals vitals) {
    return vitals.members() - vitals.official();
  }

  int probationary() {
    return probationary(vitals);
  }

  public List<Reason> reasons() {
    return concerns.stream().map(Concern::reason).distinct().toList();
  }

  public List<Concern> of(Reason reason) {
    return concerns.stream().filter(concern -> concern.reason() == reason).toList();
  }

  /// Of each reason once, however often it is red.
  public int weight() {
    return reasons().stream().mapToInt(settings::weight).sum();
  }
}
