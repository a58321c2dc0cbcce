package vn.nenmong.membership.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The numbers of one kind of document in one term.
///
/// @param document abbreviation of the kind of document
/// @param taken the last number first
public record NumberBook(LocalDate term, String document, List<Taken> taken) {

  /// @param kind of step; null for one of the register of resolutions
  /// @param names of those whose steps bear it
  public record Taken(
      String document,
      LocalDate term,
      int number,
      LocalDate day,
      @Nullable String kind,
      List<String> names) {}

  public NumberBook {
    taken = List.copyOf(taken);
  }

  public int last() {
    return taken.getFirst().number();
  }

  /// Numbers below the last that no paper has.
  public List<Integer> gaps() {
    Set<Integer> numbers = taken.stream().map(Taken::number).collect(Collectors.toSet());
    return IntStream.range(1, last()).filter(number -> !numbers.contains(number)).boxed().toList();
  }

  /// Each run of missing numbers as one: «3, 7–9».
  public String gapWords() {
    List<Integer> gaps = gaps();
    StringBuilder words = new StringBuilder();
    int from = 0;
    for (int i = 1; i <= gaps.size(); i++) {
      if (i == gaps.size() || gaps.get(i) != gaps.get(i - 1) + 1) {
        words.append(words.isEmpty() ? "" : ", ").append(gaps.get(from));
        if (i - from > 1) {
          words.append('–').append(gaps.get(i - 1));
        }
        from = i;
      }
    }
    return words.toString();
  }
}
