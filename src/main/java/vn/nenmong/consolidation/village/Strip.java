package vn.nenmong.consolidation.village;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.web.Page;

/// How a village was covered year by year: at the end of each, and in the last as of the day.
///
/// @param first year
/// @param states one a year; null where the village was not there
public record Strip(int first, List<@Nullable Coverage> states) {

  /// So many years are shown.
  public static final int YEARS = 15;

  /// Years without a change.
  public record Run(int first, int last, @Nullable Coverage state) {

    /// `2016`, or `2013–2016`.
    public String years() {
      return first == last ? String.valueOf(first) : first + "–" + last;
    }

    public String words(Page page) {
      return page.t(state == null ? "coverage.absent" : "consolidation.coverage." + state.code());
    }
  }

  /// @param states by the year, as registers tell them
  static Strip until(int last, IntFunction<@Nullable Coverage> states) {
    int first = last - YEARS + 1;
    List<@Nullable Coverage> all = new ArrayList<>();
    IntStream.rangeClosed(first, last).forEach(year -> all.add(states.apply(year)));
    return new Strip(first, all);
  }

  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      Coverage state = states.get(i);
      Run before = runs.isEmpty() ? null : runs.getLast();
      if (before != null && Objects.equals(before.state(), state)) {
        runs.set(runs.size() - 1, new Run(before.first(), first + i, state));
      } else {
        runs.add(new Run(first + i, first + i, state));
      }
    }
    return runs;
  }

  /// For those who do not see it: `2013–2015: Sinh hoạt ghép; 2016: Chi bộ riêng`.
  public String words(Page page) {
    return runs().stream()
        .filter(run -> run.state() != null)
        .map(run -> run.years() + ": " + run.words(page))
        .collect(Collectors.joining("; "));
  }
}
