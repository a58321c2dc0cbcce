package vn.nenmong.access;

import java.util.List;

/// The parts of the tree of organizations that someone may see: the paths of organizations, each
/// with all below it. An argument of every query about people or units, which has it in its
/// `where`: `op.path <@ any(cast(:scope as ltree[]))`.
///
/// @param paths ltree paths; none means nothing may be seen
public record Scope(List<String> paths) {

  /// Everything: the empty path is above all. For the command line, which has the whole data
  /// folder.
  public static final Scope ALL = new Scope(List.of(""));

  public Scope {
    paths = List.copyOf(paths);
  }

  /// Whether a part of the tree is theirs, with all below it.
  ///
  /// @param path of an organization; empty for everything
  public boolean reaches(String path) {
    return paths.stream()
        .anyMatch(own -> own.isEmpty() || path.equals(own) || path.startsWith(own + "."));
  }

  /// As PostgreSQL writes an array, to be bound as `:scope`.
  public String sql() {
    return paths.isEmpty() ? "{}" : "{\"" + String.join("\",\"", paths) + "\"}";
  }
}
