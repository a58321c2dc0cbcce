package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.RuleValue;

/// Who belongs to a meeting on its day, and who has a vote in it.
///
/// @param people each once
public record Roster(List<Attendee> people) {

  public Roster {
    people = List.copyOf(people);
  }

  /// @param all also those who came later or left before
  static Roster on(LocalDate day, List<Attendee> all) {
    return new Roster(all.stream().filter(person -> person.isThereOn(day)).toList());
  }

  /// Who is expected: whoever meets elsewhere is not, and of the exempt those who came are.
  List<Attendee> due(Set<UUID> absent) {
    return people.stream()
        .filter(person -> !person.away())
        .filter(person -> !(person.exempt() && absent.contains(person.id())))
        .toList();
  }

  List<Attendee> present(Set<UUID> absent) {
    return due(absent).stream().filter(person -> !absent.contains(person.id())).toList();
  }

  /// How many votes a majority is counted from.
  ///
  /// @param excludes the rule on who is left out, or null where none is known for the day: then
  ///   nobody is
  public int entitled(Set<UUID> absent, @Nullable RuleValue excludes) {
    boolean withoutAway = isWithoutAway(excludes);
    boolean withoutExempt = isWithoutExempt(excludes);
    return (int)
        people.stream()
            .filter(person -> person.isOfficial() && !person.guest())
            .filter(person -> !(withoutAway && person.away()))
            .filter(person -> !(withoutExempt && person.exempt() && absent.contains(person.id())))
            .count();
  }

  static boolean isWithoutAway(@Nullable RuleValue excludes) {
    return excludes != null && excludes.says("TEMPORARILY_OUT");
  }

  static boolean isWithoutExempt(@Nullable RuleValue excludes) {
    return excludes != null && excludes.says("EXEMPT_ABSENT");
  }

  /// How many can give a vote: they are there.
  public int voters(Set<UUID> absent) {
    return (int)
        people.stream()
            .filter(person -> person.isOfficial() && !person.guest() && !person.away())
            .filter(person -> !absent.contains(person.id()))
            .count();
  }
}
