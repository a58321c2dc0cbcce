package vn.nenmong.consolidation.unit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// An organization in the tree with what it and all below it have.
///
/// @param depth how far below the top of the tree
/// @param ended when it was closed, or null while it is open
public record UnitNode(
    UUID id,
    String code,
    String name,
    String kind,
    int depth,
    int official,
    int probationary,
    int cells,
    int villages,
    @Nullable PartialDate ended) {

  public int members() {
    return official + probationary;
  }

  /// The cells of a tree, however many tops it has.
  public static int cells(List<UnitNode> tree) {
    return tree.stream().filter(node -> node.depth() == 0).mapToInt(UnitNode::cells).sum();
  }

  public static int members(List<UnitNode> tree) {
    return tree.stream().filter(node -> node.depth() == 0).mapToInt(UnitNode::members).sum();
  }
}
