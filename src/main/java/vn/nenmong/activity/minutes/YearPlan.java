package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.RuleValue;

/// The meetings of all cells in a year: those that there are, and those that would be planned.
///
/// @param rule on thematic meetings, where one is known for the year
public record YearPlan(Wish wish, List<Row> rows, @Nullable RuleValue rule) {

  /// What the office wishes.
  ///
  /// @param day of the month on which cells meet
  /// @param at time of day, or null
  /// @param thematicDay of the months in which there is a thematic meeting too
  public record Wish(
      int year, int day, @Nullable String at, List<Integer> thematicMonths, int thematicDay) {

    public Wish {
      thematicMonths = List.copyOf(thematicMonths);
    }

    LocalDate on(YearMonth month, MeetingKind kind) {
      int wished = kind == MeetingKind.REGULAR ? day : thematicDay;
      return month.atDay(Math.min(wished, month.lengthOfMonth()));
    }
  }

  public record Row(UUID id, String name, String commune, Map<MeetingKey, Entry> meetings) {

    public @Nullable Entry entry(YearMonth month, String kind) {
      return meetings.get(new MeetingKey(id, month, MeetingKind.of(kind)));
    }
  }

  /// @param state of a meeting that there is; null for one that would be planned
  public record Entry(@Nullable LocalDate day, @Nullable String state) {}

  public long toPlan() {
    return rows.stream()
        .flatMap(row -> row.meetings().values().stream())
        .filter(entry -> entry.state() == null)
        .count();
  }
}
