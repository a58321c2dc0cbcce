package vn.nenmong.consolidation.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// Puts units of any depth into a tree, and their counts into sums. A unit whose superior is not
/// among them stands on top.
final class UnitTree {

  /// A unit with what is its own.
  record Unit(
      UUID id,
      String code,
      String name,
      String kind,
      String path,
      @Nullable String ended,
      int official,
      int probationary,
      int villages) {}

  private static final class Branch {
    final Unit unit;
    final List<Branch> below = new ArrayList<>();
    int official;
    int probationary;
    int cells;
    int villages;

    Branch(Unit unit) {
      this.unit = unit;
    }
  }

  private UnitTree() {}

  /// @param units in the order that those of one superior keep
  static List<UnitNode> of(List<Unit> units) {
    Map<String, Branch> byPath = new LinkedHashMap<>();
    units.forEach(unit -> byPath.put(unit.path(), new Branch(unit)));
    List<Branch> tops = new ArrayList<>();
    for (Branch branch : byPath.values()) {
      Branch above = above(branch.unit.path(), byPath);
      (above == null ? tops : above.below).add(branch);
      for (Branch to = branch; to != null; to = above(to.unit.path(), byPath)) {
        to.official += branch.unit.official();
        to.probationary += branch.unit.probationary();
        to.villages += branch.unit.villages();
        to.cells += branch.unit.kind().endsWith("cell") && branch.unit.ended() == null ? 1 : 0;
      }
    }
    List<UnitNode> nodes = new ArrayList<>();
    tops.forEach(top -> add(top, 0, nodes));
    return nodes;
  }

  private static @Nullable Branch above(String path, Map<String, Branch> byPath) {
    int dot = path.lastIndexOf('.');
    while (dot > 0) {
      Branch above = byPath.get(path.substring(0, dot));
      if (above != null) {
        return above;
      }
      dot = path.lastIndexOf('.', dot - 1);
    }
    return null;
  }

  private static void add(Branch branch, int depth, List<UnitNode> nodes) {
    Unit unit = branch.unit;
    nodes.add(
        new UnitNode(
            unit.id(),
            unit.code(),
            unit.name(),
            unit.kind(),
            depth,
            branch.official,
            branch.probationary,
            branch.cells,
            branch.villages,
            unit.ended() == null ? null : PartialDate.parse(unit.ended())));
    branch.below.forEach(below -> add(below, depth + 1, nodes));
  }
}
