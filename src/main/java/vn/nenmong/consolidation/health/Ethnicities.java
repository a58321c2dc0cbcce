package vn.nenmong.consolidation.health;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/// The ethnic groups of a cell's members. Who looks from outside the commune sees none of a group
/// of fewer than five.
///
/// @param within whether who looks sees nothing but the commune
record Ethnicities(List<HealthRepository.People> people, boolean within) {

  private static final int SMALL = 5;

  MessageSourceResolvable ofCell() {
    List<HealthRepository.People> own =
        people.stream().filter(HealthRepository.People::own).toList();
    String groups = groups(own);
    if (groups.isEmpty()) {
      return Line.value(own.isEmpty() ? "nobody" : within ? "unknown.ethnicity" : "ethnicity.few");
    }
    int told = own.stream().mapToInt(of -> of.ethnicity() == null ? 0 : of.members()).sum();
    int shown = counts(own).values().stream().mapToInt(Integer::intValue).sum();
    return shown < told
        ? Line.value("ethnicity.more", groups, told - shown)
        : Line.value("ethnicity", groups);
  }

  /// Of all cells of the commune together; null where there is nothing to tell.
  @Nullable MessageSourceResolvable ofAll() {
    String groups = groups(people);
    return groups.isEmpty() || people.stream().allMatch(HealthRepository.People::own)
        ? null
        : Line.beside("ethnicity", groups);
  }

  /// «Thái 8, Kinh 2», the largest first.
  private String groups(List<HealthRepository.People> of) {
    return counts(of).entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(group -> group.getKey() + " " + group.getValue())
        .collect(Collectors.joining(", "));
  }

  private Map<String, Integer> counts(List<HealthRepository.People> of) {
    Map<String, Integer> counts =
        of.stream()
            .filter(some -> some.ethnicity() != null)
            .collect(
                Collectors.groupingBy(
                    some -> String.valueOf(some.ethnicity()),
                    Collectors.summingInt(HealthRepository.People::members)));
    return counts.entrySet().stream()
        .filter(group -> within || group.getValue() >= SMALL)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
