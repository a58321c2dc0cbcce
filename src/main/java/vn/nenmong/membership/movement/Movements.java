package vn.nenmong.membership.movement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All that came and went within a period, and how many there were at its ends.
///
/// @param opening members on the day before the first
/// @param closing members on the last day
/// @param all by name
public record Movements(int opening, List<Movement> all, int closing) {

  public Movements {
    all = List.copyOf(all);
  }

  public long count(MovementKind kind) {
    return all.stream().filter(movement -> movement.kind() == kind).count();
  }

  public Map<MovementKind, Long> counts() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Movement::kind, () -> new EnumMap<>(MovementKind.class), Collectors.counting()));
  }

  /// The kinds of one direction that occur, in their order.
  public List<MovementKind> kinds(boolean in) {
    return counts().keySet().stream().filter(kind -> kind.isIn() == in).toList();
  }

  public long sum(boolean in) {
    return all.stream().filter(movement -> movement.kind().isIn() == in).count();
  }

  /// Whether what was there, what came and what went give what is there.
  public boolean isBalanced() {
    return opening + sum(true) - sum(false) == closing;
  }
}
