package vn.nenmong.membership.movement;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nenmong.membership.way.StepKind;

/// All that came and went within a period, and how many there were at its ends.
///
/// @param opening members on the day before the first
/// @param closing members on the last day
/// @param all by name
public record Movements(int opening, List<Movement> all, int closing) {

  static final String UNTOLD = "untold";

  /// Kinds of places, as the step tells them.
  static final List<String> PLACES =
      Stream.concat(StepKind.TRANSFER_OUT.forms().stream(), Stream.of(UNTOLD)).toList();

  public Movements {
    all = List.copyOf(all);
  }

  public long count(MovementKind kind) {
    return all.stream().filter(movement -> movement.kind() == kind).count();
  }

  /// Transfers by the kind of place that they were from or to, in its order; [#UNTOLD] last, where
  /// some do not tell it. They add up to all of the kind.
  public Map<String, Long> places(MovementKind kind) {
    Map<String, Long> counted =
        all.stream()
            .filter(movement -> movement.kind() == kind && kind.isTransfer())
            .collect(Collectors.groupingBy(Movements::place, Collectors.counting()));
    Map<String, Long> places = new LinkedHashMap<>();
    for (String place : PLACES) {
      Long count = counted.get(place);
      if (count != null) {
        places.put(place, count);
      }
    }
    return places;
  }

  static String place(Movement movement) {
    return Objects.requireNonNullElse(movement.place(), UNTOLD);
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
