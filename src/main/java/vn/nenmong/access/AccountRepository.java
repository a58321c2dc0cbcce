package vn.nenmong.access;

import static java.util.stream.Collectors.joining;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.kernel.time.Today;

@Repository
@Unscoped("asked before it is known who is at work")
class AccountRepository {

  /// An account that may sign in: demo accounts only where the program runs in demo mode.
  ///
  /// @param secondFactor whether it has one
  record Account(
      UUID id,
      String username,
      String displayName,
      String passwordHash,
      boolean demo,
      boolean secondFactor) {}

  private record Grant(String role, String path) {}

  static final String BY_NAME =
      """
      select id, username, display_name, password_hash, demo,
        has_second_factor(id) as second_factor
      from account
      where username = :username and (:demo or not demo)
      """;

  static final String GRANTS =
      """
      select g.role, place::text as path
      from access_grant g
      cross join lateral through_time(array[g.path]) place
      where g.account_id = :account and g.valid @> cast(:day as date)
      """;

  static final String COMMUNES =
      """
      select array(select communes_of(cast(:scope as ltree[]))) as communes,
        only_commune(cast(:scope as ltree[]), cast(:day as date)) as only
      """;

  static final String IS_TAKEN = "select exists (select from account where username = :username)";

  static final String SIGNED_IN =
      "update account set last_sign_in = :at where username = :username";

  static final String INSERT_ACCOUNT =
      """
      insert into account (username, display_name, password_hash, demo, created_at)
      values (:username, :displayName, :passwordHash, :demo, :at)
      on conflict (username) do nothing
      returning id
      """;

  static final String INSERT_GRANT =
      """
      insert into access_grant (account_id, role, path, valid)
      values (:account, :role, cast(:path as ltree), daterange(cast(:from as date), null))
      """;

  /// Someone of a cell sees their own record, in the demo.
  static final String INSERT_OWN_RECORD =
      """
      insert into access_grant (account_id, role, path, valid, person_id)
      select a.id, 'member', cast(:path as ltree), daterange(cast(:from as date), null), s.person_id
      from account a
      cross join member_state s
      join organization_period op on op.organization_id = s.cell_id
      where a.username = :username and op.path = cast(:cell as ltree) and upper_inf(s.period)
        and not exists (select from access_grant g where g.account_id = a.id)
      order by s.person_id
      limit 1
      """;

  private final JdbcClient jdbc;
  private final Today today;
  private final boolean demo;

  AccountRepository(JdbcClient jdbc, Today today, @Value("${nenmong.demo:false}") boolean demo) {
    this.jdbc = jdbc;
    this.today = today;
    this.demo = demo;
  }

  Optional<Account> find(String username) {
    return jdbc.sql(BY_NAME)
        .param("username", username)
        .param("demo", demo)
        .query(Account.class)
        .optional();
  }

  /// Who an account is today, on a route: its parts of the tree are those of the roles that may
  /// take it.
  ///
  /// @param route the line of the access table; none for a route that is not listed
  /// @param origin network address that the request came from
  /// @param byDevice whether they are known by the PIN of a phone alone: an office's roles then
  ///   don't count
  Optional<Viewer> viewer(
      String username,
      Optional<AccessTable.Entry> route,
      @Nullable String origin,
      boolean byDevice) {
    return find(username)
        .map(account -> {
          List<Grant> grants =
              jdbc
                  .sql(GRANTS)
                  .param("account", account.id())
                  .param("day", today.realDate())
                  .query(Grant.class)
                  .list()
                  .stream()
                  .filter(grant -> !byDevice || !Role.of(grant.role()).isOffice())
                  .toList();
          Set<Role> roles = EnumSet.noneOf(Role.class);
          grants.forEach(grant -> roles.add(Role.of(grant.role())));
          List<Grant> acting =
              grants.stream()
                  .filter(grant -> route.isEmpty() || route.get().isFor(Role.of(grant.role())))
                  .toList();
          Scope scope = new Scope(acting.stream().map(Grant::path).distinct().toList());
          Communes communes = communes(scope);
          return new Viewer(
              account.username(),
              account.displayName(),
              roles,
              scope,
              communes.all(),
              communes.only(),
              origin,
              acting.stream().map(Grant::role).distinct().sorted().collect(joining(" ")));
        });
  }

  /// The same, reaching no further than a part of what they may see.
  Viewer narrowed(Viewer viewer, String path) {
    Viewer within = viewer.within(path);
    Communes communes = communes(within.scope());
    return new Viewer(
        viewer.account(),
        viewer.displayName(),
        viewer.roles(),
        within.scope(),
        communes.all(),
        communes.only(),
        viewer.origin(),
        viewer.acting());
  }

  private record Communes(List<UUID> all, @Nullable UUID only) {}

  /// Of what ended before today there is still the one whose records it is.
  private Communes communes(Scope scope) {
    if (scope.paths().isEmpty()) {
      return new Communes(List.of(), null);
    }
    return jdbc.sql(COMMUNES)
        .param("scope", scope.sql())
        .param("day", today.date())
        .query((row, _) -> {
          List<UUID> all = List.of((UUID[]) row.getArray("communes").getArray());
          UUID only = row.getObject("only", UUID.class);
          return new Communes(all, only == null && all.size() == 1 ? all.getFirst() : only);
        })
        .single();
  }

  void signedIn(String username) {
    jdbc.sql(SIGNED_IN)
        .param("username", username)
        .param("at", Timestamp.from(today.now()))
        .update();
  }

  boolean isTaken(String username) {
    return jdbc.sql(IS_TAKEN).param("username", username).query(Boolean.class).single();
  }

  /// Adds an account with one grant, without an end. An account of that name is left as it is.
  void add(NewAccount account, String passwordHash, Timestamp at, LocalDate from) {
    jdbc.sql(INSERT_ACCOUNT)
        .param("username", account.username())
        .param("displayName", account.displayName())
        .param("passwordHash", passwordHash)
        .param("demo", account.demo())
        .param("at", at)
        .query(UUID.class)
        .optional()
        .filter(id -> account.role() != Role.MEMBER)
        .ifPresent(id ->
            jdbc.sql(INSERT_GRANT)
                .param("account", id)
                .param("role", account.role().code())
                .param("path", account.path())
                .param("from", from)
                .update());
  }

  /// Lets an account of the demo without a grant see the record of someone of a cell.
  void grantOwnRecord(String username, String path, String cell, LocalDate from) {
    jdbc.sql(INSERT_OWN_RECORD)
        .param("username", username)
        .param("path", path)
        .param("cell", cell)
        .param("from", from)
        .update();
  }
}
