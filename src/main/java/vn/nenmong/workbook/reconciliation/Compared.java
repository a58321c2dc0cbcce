package vn.nenmong.workbook.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.nenmong.workbook.reconciliation.Line.Difference;
import vn.nenmong.workbook.reconciliation.Line.Kind;

/// Both lists of a reconciliation, someone by someone, with what was settled. Each side is the sum
/// of its kinds.
///
/// @param lines who differs, who is on theirs alone, who is on ours alone, and who is the same
/// @param members how many members our registers have on the day
/// @param listed how many lines their list has
/// @param gone those of them on people who have left, and who are no members of ours either
public record Compared(List<Line> lines, int members, int listed, int gone) {

  static final Compared NOTHING = new Compared(List.of(), 0, 0, 0);

  public Compared {
    lines = List.copyOf(lines);
  }

  static Compared of(
      Reconciliation reconciliation,
      Collection<Ours> ours,
      Collection<Theirs> theirs,
      Collection<Settlement> settlements) {
    Map<Settlement.Key, Settlement> settled = HashMap.newHashMap(settlements.size());
    settlements.forEach(settlement -> settled.put(settlement.key(), settlement));
    Pairing pairing = Pairing.of(ours, theirs);
    List<Line> differing = new ArrayList<>();
    List<Line> same = new ArrayList<>();
    Map<Ours, Pairing.Pair> pairs = HashMap.newHashMap(pairing.pairs().size());
    pairing.pairs().forEach(pair -> pairs.put(pair.ours(), pair));
    for (Ours one : ours) {
      Pairing.Pair pair = pairs.get(one);
      if (pair != null) {
        List<Difference> differences = differences(reconciliation, pair, settled);
        (differences.isEmpty() ? same : differing)
            .add(new Line(one, pair.theirs(), pair.by(), differences, List.of(), null));
      }
    }
    int gone = 0;
    List<Line> lines = new ArrayList<>(differing);
    for (Pairing.Unpaired one : pairing.there()) {
      if (one.theirs().hasLeft() && one.perhaps().isEmpty()) {
        gone++;
      } else {
        var key = new Settlement.Key(Settlement.THERE, null, one.theirs().id(), null, null);
        lines.add(
            new Line(
                null,
                one.theirs(),
                null,
                List.of(new Difference(key, settled.get(key))),
                one.perhaps(),
                one.former()));
      }
    }
    for (Ours one : pairing.here()) {
      var key = new Settlement.Key(Settlement.HERE, one.id(), null, null, null);
      lines.add(
          new Line(
              one, null, null, List.of(new Difference(key, settled.get(key))), List.of(), null));
    }
    lines.addAll(same);
    int members = (int) ours.stream().filter(Ours::isMember).count();
    return new Compared(lines, members, theirs.size(), gone);
  }

  private static List<Difference> differences(
      Reconciliation reconciliation, Pairing.Pair pair, Map<Settlement.Key, Settlement> settled) {
    List<Difference> differences = new ArrayList<>();
    for (Item item : Item.values()) {
      if (reconciliation.items().contains(item)
          && !item.isSame(pair.ours().told(), pair.theirs().told(), reconciliation.day())) {
        var key =
            new Settlement.Key(
                item.code(),
                pair.ours().id(),
                pair.theirs().id(),
                item.of(pair.ours().told()),
                item.of(pair.theirs().told()));
        differences.add(new Difference(key, settled.get(key)));
      }
    }
    return differences;
  }

  public int count(Kind kind) {
    return (int) lines.stream().filter(line -> line.kind() == kind).count();
  }

  /// All of our members.
  public int ours() {
    return count(Kind.SAME) + count(Kind.DIFFERS) + count(Kind.HERE);
  }

  /// All of theirs but who have left.
  public int theirs() {
    return count(Kind.SAME) + count(Kind.DIFFERS) + count(Kind.THERE);
  }

  /// Whether each side is the sum of its kinds.
  public boolean agrees() {
    return ours() == members && theirs() + gone == listed;
  }

  int perhaps() {
    return (int)
        lines.stream().filter(line -> !line.perhaps().isEmpty()).filter(Line::isOpen).count();
  }

  Stream<Difference> differences() {
    return lines.stream().flatMap(line -> line.differences().stream());
  }

  public int open() {
    return (int) differences().filter(Difference::isOpen).count();
  }

  int settled() {
    return (int) differences().count() - open();
  }

  /// How many there are on a tab.
  public int on(String tab) {
    return switch (tab) {
      case "perhaps" -> perhaps();
      case "settled" -> settled();
      case "same" -> count(Kind.SAME);
      default -> open();
    };
  }

  /// How many differ in each.
  public Map<Item, Integer> byItem() {
    Map<Item, Integer> counts = new LinkedHashMap<>();
    for (Item item : Item.values()) {
      int number =
          (int)
              differences()
                  .filter(difference -> difference.key().item().equals(item.code()))
                  .count();
      if (number > 0) {
        counts.put(item, number);
      }
    }
    return counts;
  }
}
