package vn.nenmong.workbook.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nenmong.workbook.reading.Problem;

/// Problems of one kind in one column of one sheet.
///
/// @param expected what should stand there, as far as it is the same for all
/// @param shown the first of them
/// @param more how many there are beside those
public record ProblemGroup(
    String sheet, String column, String expected, List<Problem> shown, int more) {

  private static final int SHOWN = 50;

  private record Kind(String sheet, String column, String kind) {}

  static List<ProblemGroup> of(List<Problem> problems) {
    Map<Kind, List<Problem>> kinds = new LinkedHashMap<>();
    for (Problem problem : problems) {
      kinds
          .computeIfAbsent(
              new Kind(problem.sheet(), problem.column(), problem.kind()),
              kind -> new ArrayList<>())
          .add(problem);
    }
    return kinds.entrySet().stream()
        .map(entry -> {
          List<Problem> all = entry.getValue();
          List<Problem> shown = all.subList(0, Math.min(SHOWN, all.size()));
          return new ProblemGroup(
              entry.getKey().sheet(),
              entry.getKey().column(),
              all.stream().map(Problem::expected).distinct().count() == 1
                  ? all.getFirst().expected()
                  : entry.getKey().kind(),
              shown,
              all.size() - shown.size());
        })
        .toList();
  }

  public int count() {
    return shown.size() + more;
  }
}
