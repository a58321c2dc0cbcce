package vn.nenmong.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is at work, with what they may be and see today.
///
/// @param account name of the account, for the audit trail
/// @param displayName as shown on the page
/// @param roles all that they may act in
/// @param scope the parts of the tree for which they may take the route that they took
/// @param communes those whose records the scope contains or stands in; of the command line none,
///   for it has all
/// @param onlyCommune the one that the scope lies in or contains today, where it is one alone; it
///   may have the records of several
/// @param origin network address that they work from, or null on the machine itself
/// @param acting codes of the roles by which they may take the route, or null on the machine itself
public record Viewer(
    String account,
    String displayName,
    Set<Role> roles,
    Scope scope,
    List<UUID> communes,
    @Nullable UUID onlyCommune,
    @Nullable String origin,
    @Nullable String acting) {

  /// The person at the command line of the data folder's own machine.
  public static final Viewer COMMAND_LINE =
      new Viewer(
          "command-line",
          "command line",
          Set.of(Role.CLERK),
          Scope.ALL,
          List.of(),
          null,
          null,
          null);

  /// Who has not signed in: may see nothing.
  public static final Viewer NOBODY =
      new Viewer("", "", Set.of(), new Scope(List.of()), List.of(), null, null, null);

  /// Someone who is known by name and may see nothing yet.
  ///
  /// @param origin network address
  public static Viewer atTheDoor(String account, String origin) {
    return new Viewer(
        account, account, Set.of(), new Scope(List.of()), List.of(), null, origin, null);
  }

  public Viewer {
    roles = Set.copyOf(roles);
    communes = List.copyOf(communes);
  }

  /// The same, looking at a part of what they may see.
  ///
  /// @param path of an organization that the scope reaches
  public Viewer within(String path) {
    return within(List.of(path));
  }

  /// @param paths of organizations that the scope reaches
  public Viewer within(List<String> paths) {
    return new Viewer(
        account, displayName, roles, new Scope(paths), communes, onlyCommune, origin, acting);
  }
}
