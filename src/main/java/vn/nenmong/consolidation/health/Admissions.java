package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whom the cells of a commune have admitted.
///
/// @param after day after which admissions count
record Admissions(List<HealthRepository.Admitted> days, LocalDate after) {

  /// By a cell, of those that count.
  int of(UUID cell) {
    return days.stream()
        .filter(day -> day.cell().equals(cell) && day.onDay().isAfter(after))
        .mapToInt(HealthRepository.Admitted::admitted)
        .sum();
  }

  /// The day of a cell's last one.
  Optional<LocalDate> last(UUID cell) {
    return days.stream()
        .filter(day -> day.cell().equals(cell))
        .map(HealthRepository.Admitted::onDay)
        .max(Comparator.naturalOrder());
  }

  /// By a cell in a year.
  int of(UUID cell, int year) {
    return days.stream()
        .filter(day -> day.cell().equals(cell) && day.onDay().getYear() == year)
        .mapToInt(HealthRepository.Admitted::admitted)
        .sum();
  }
}
