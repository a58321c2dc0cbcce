package vn.nenmong.access;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

  /// An account that may sign in: demo accounts only where the program runs in demo mode.
  record Account(UUID id, String username, String displayName, String passwordHash) {}

  private record Grant(String role, String path) {}

  static final String BY_NAME =
      """
      select id, username, display_name, password_hash
      from account
      where username = :username and (:demo or not demo)
      """;

  static final String GRANTS =
      """
      select role, path::text as path
      from access_grant
      where account_id = :account and valid @> cast(:day as date)
      """;

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

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String username, boolean demo) {
    return jdbc.sql(BY_NAME)
        .param("username", username)
        .param("demo", demo)
        .query(Account.class)
        .optional();
  }

  /// What the account may be and see on a day, from its grants.
  Viewer viewer(Account account, LocalDate day) {
    List<Grant> grants =
        jdbc.sql(GRANTS).param("account", account.id()).param("day", day).query(Grant.class).list();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    grants.forEach(grant -> roles.add(Role.of(grant.role())));
    return new Viewer(
        account.username(),
        account.displayName(),
        roles,
        new Scope(grants.stream().map(Grant::path).toList()));
  }

  /// Adds an account with one grant, without an end. An account of that name is left as it is.
  void add(NewAccount account, String passwordHash, java.sql.Timestamp at, LocalDate from) {
    jdbc.sql(INSERT_ACCOUNT)
        .param("username", account.username())
        .param("displayName", account.displayName())
        .param("passwordHash", passwordHash)
        .param("demo", account.demo())
        .param("at", at)
        .query(UUID.class)
        .optional()
        .ifPresent(id ->
            jdbc.sql(INSERT_GRANT)
                .param("account", id)
                .param("role", account.role().code())
                .param("path", account.path())
                .param("from", from)
                .update());
  }
}
