package vn.nenmong.access;

import java.util.List;
import java.util.Set;

/// Who is at work, with what they may be and see today.
///
/// @param account name of the account, for the audit trail
/// @param displayName as shown on the page
public record Viewer(String account, String displayName, Set<Role> roles, Scope scope) {

  /// The person at the command line of the data folder's own machine.
  public static final Viewer COMMAND_LINE =
      new Viewer("command-line", "command line", Set.of(Role.CLERK), Scope.ALL);

  public Viewer {
    roles = Set.copyOf(roles);
  }

  /// The same, looking at a part of what they may see.
  ///
  /// @param path of an organization that the scope reaches
  public Viewer within(String path) {
    return new Viewer(account, displayName, roles, new Scope(List.of(path)));
  }
}
