package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a cell lives by, on a day.
///
/// @param since last day on which it may have been founded, or the oldest cell that it came of;
///   null where that is not known
/// @param youngest last day on which the youngest of those whose birth is known may have been born
/// @param unborn members whose birth is not known
/// @param admitted day of the last admission of it or a cell that it came of, of those years that
///   can count
/// @param told first day from which on the register of members tells of it and of the cells that it
///   came of; null where it tells nothing
/// @param toldLast last year of which it tells; 0 where it tells nothing
/// @param secretary whether it is known who holds the office, and whether they are there
public record Vitals(
    UUID id,
    UUID commune,
    String path,
    String code,
    String name,
    @Nullable LocalDate since,
    int members,
    int official,
    int women,
    @Nullable LocalDate youngest,
    int unborn,
    @Nullable LocalDate admitted,
    @Nullable LocalDate told,
    int toldLast,
    Secretary secretary) {

  public enum Secretary {
    /// Nobody's offices in the cells of the commune were ever entered.
    UNKNOWN,
    HERE,
    VACANT,
    AWAY,
    SUSPENDED
  }

  /// What endangers it.
  List<Concern> dangers(LocalDate day, Settings settings) {
    List<Concern> dangers = new ArrayList<>();
    int least = settings.of(Setting.OFFICIAL);
    if (official < least) {
      dangers.add(Concern.of(Reason.FEW_OFFICIAL, official, least));
    }
    switch (secretary) {
      case VACANT -> dangers.add(away("secretary_vacant"));
      case AWAY -> dangers.add(away("secretary_away"));
      case SUSPENDED -> dangers.add(away("secretary_suspended"));
      case HERE, UNKNOWN -> {}
    }
    int young = settings.of(Setting.YOUNG);
    Integer age = ageOfYoungest(day);
    if (age != null && age >= young) {
      dangers.add(Concern.of(Reason.NOBODY_YOUNG, age, young));
    }
    int years = settings.of(Setting.ADMISSION);
    LocalDate bound = day.minusYears(years);
    if (wasThere(bound) && tells(bound, day) && (admitted == null || !admitted.isAfter(bound))) {
      dangers.add(Concern.of(Reason.NO_ADMISSION, years));
    }
    return dangers;
  }

  /// Whether it is not known to be younger than a day.
  boolean wasThere(LocalDate day) {
    return since == null || !since.isAfter(day);
  }

  /// Whether it would be known if someone was admitted after a day and by another: the list of
  /// members is there from then on, and still was in one of the last two years.
  boolean tells(LocalDate after, LocalDate by) {
    return begins(after) && toldLast >= by.getYear() - 2;
  }

  /// Whether the list of members begins before the day after one.
  boolean begins(LocalDate after) {
    return told != null && !told.isAfter(after.plusDays(1));
  }

  private static Concern away(String word) {
    return new Concern(Reason.SECRETARY_AWAY, word, List.of());
  }

  /// In full years, at the least; null where there is nobody or someone's birth is not known.
  @Nullable Integer ageOfYoungest(LocalDate day) {
    return youngest == null || unborn > 0 ? null : youngest.until(day).getYears();
  }
}
