package vn.nenmong.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Role;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// Accounts with a grant in the part of the tree that someone administers, and no others.
@Repository
class AccountsRepository {

  record Invitation(UUID account, String codeHash, OffsetDateTime expiresAt, boolean forDevice) {}

  private static final String WITHIN_FRAGMENT =
      """
      exists (
        select from access_grant g
        where g.account_id = a.id and g.path <@ any(cast(:scope as ltree[])))
      """;

  private static final String LINES_FRAGMENT =
      """
      select a.id, a.username, a.display_name,
        (select i.expires_at from account_invitation i
         where i.account_id = a.id and i.expires_at > :now) as invited,
        (select count(*)::int from spring_session s
         where s.principal_name = a.username and s.expiry_time > :millis) as sessions,
        a.last_sign_in as last_seen,
        (select string_agg(distinct g.role, ' ') from access_grant g
         where g.account_id = a.id and g.valid @> cast(:day as date)) as roles
      from account a
      where (:demo or not a.demo) and
      """
          + WITHIN_FRAGMENT;

  static final String LIST = LINES_FRAGMENT + " order by a.display_name collate vi, a.username";

  static final String FIND = LINES_FRAGMENT + " and a.id = :id";

  static final String GRANTS =
      """
      select g.id, g.role, op.name as part, lower(g.valid) as since, upper(g.valid) - 1 as last,
        case when isempty(g.valid) or upper(g.valid) <= :day then 'ended'
          when lower(g.valid) > :day then 'coming' else 'current' end as state
      from access_grant g
      left join lateral (
        select name from organization_period
        where path = g.path order by period desc limit 1) op on true
      where g.account_id = :id and g.path <@ any(cast(:scope as ltree[]))
      order by state, g.role, op.name collate vi, lower(g.valid)
      """;

  static final String REACHES_BEYOND =
      """
      select exists (
        select from access_grant g
        where g.account_id = :id and not g.path <@ any(cast(:scope as ltree[]))
          and not isempty(g.valid) and (upper_inf(g.valid) or upper(g.valid) > :day))
      """;

  @Unscoped("compares the name of an account that was found in the scope")
  static final String IS_NAMED =
      "select exists (select from account where id = :id and username = :username)";

  static final String SESSIONS =
      """
      select trim(s.primary_id) as id, to_timestamp(s.creation_time / 1000) as begun,
        to_timestamp(s.last_access_time / 1000) as seen
      from spring_session s
      join account a on a.username = s.principal_name
      where a.id = :id and s.expiry_time > :millis and
      """
          + WITHIN_FRAGMENT
          + " order by s.last_access_time desc";

  static final String INSERT =
      """
      insert into account (id, username, display_name, password_hash, demo, created_at)
      values (:id, :username, :displayName, :hash, false, :at)
      on conflict (username) do nothing
      """;

  static final String INSERT_GRANT =
      """
      insert into access_grant (account_id, role, path, valid)
      values (:account, :role, cast(:path as ltree),
        daterange(cast(:since as date), cast(:last as date), '[]'))
      """;

  static final String GRANT_OWN_RECORD =
      """
      insert into access_grant (account_id, role, path, valid, person_id)
      values (:account, 'member', cast(:path as ltree), daterange(cast(:since as date), null),
        :person)
      """;

  static final String END_GRANT =
      """
      update access_grant g
      set valid = daterange(lower(g.valid), greatest(lower(g.valid), cast(:day as date)))
      where g.id = :grant and g.account_id = :account
        and g.path <@ any(cast(:scope as ltree[]))
        and (upper_inf(g.valid) or upper(g.valid) > cast(:day as date))
      """;

  static final String INVITE =
      """
      insert into account_invitation (account_id, code_hash, expires_at, by, for_device)
      values (:account, :hash, :expires, :by, :forDevice)
      on conflict (account_id) do update
      set code_hash = excluded.code_hash, expires_at = excluded.expires_at, by = excluded.by,
        for_device = excluded.for_device
      """;

  @Unscoped("asked by whoever holds the code, before they are known")
  static final String INVITATION =
      """
      select i.account_id as account, i.code_hash, i.expires_at, i.for_device
      from account_invitation i
      join account a on a.id = i.account_id
      where a.username = :username and i.expires_at > :now
      """;

  static final String SET_PASSWORD = "update account set password_hash = :hash where id = :id";
  static final String USE_INVITATION = "delete from account_invitation where account_id = :id";

  static final String END_SESSIONS =
      """
      delete from spring_session s using account a
      where a.username = s.principal_name and a.id = :id
      """;

  static final String END_SESSION =
      """
      delete from spring_session s using account a
      where a.username = s.principal_name and a.id = :id and s.primary_id = :session
      """;

  @Unscoped("of an account that was found in the scope")
  static final String NAME_OF = "select username from account where id = :id";

  @Unscoped("of an account that was found in the scope")
  static final String HAS_PHONE_ROLE =
      """
      select exists (
        select from access_grant
        where account_id = :id and role = any(cast(:roles as text[]))
          and valid @> cast(:day as date))
      """;

  /// Accounts that see someone's own record and have nothing else to do, now or later.
  @Unscoped("of a person that was found in the scope")
  static final String ALONE =
      """
      select distinct g.account_id
      from access_grant g
      where g.person_id = :person and not exists (
        select from access_grant o
        where o.account_id = g.account_id and o.person_id is distinct from g.person_id
          and not isempty(o.valid) and (upper_inf(o.valid) or upper(o.valid) > :day))
      """;

  static final String CLOSE = "update account set display_name = :nobody where id = :id";

  static final String FORGET_VISITS =
      "delete from account_visit where account = (select username from account where id = :id)";

  static final String FORGET_VIEWS =
      "delete from saved_view where account = (select username from account where id = :id)";

  static final String END_OWN_RECORD = "delete from access_grant where person_id = :person";

  @Unscoped("whether there is any account at all")
  static final String ANY = "select exists (select from account where :demo or not demo)";

  private final JdbcClient jdbc;

  AccountsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Account> list(Scope scope, LocalDate day, Instant now, boolean demo) {
    return lines(LIST, scope, day, now, demo).query(Account.class).list();
  }

  Optional<Account> find(Scope scope, UUID id, LocalDate day, Instant now, boolean demo) {
    return lines(FIND, scope, day, now, demo).param("id", id).query(Account.class).optional();
  }

  private JdbcClient.StatementSpec lines(
      String sql, Scope scope, LocalDate day, Instant now, boolean demo) {
    return jdbc.sql(sql)
        .param("scope", scope.sql())
        .param("day", day)
        .param("now", Timestamp.from(now))
        .param("millis", now.toEpochMilli())
        .param("demo", demo);
  }

  List<Grant> grants(Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(GRANTS)
        .param("scope", scope.sql())
        .param("id", id)
        .param("day", day)
        .query(Grant.class)
        .list();
  }

  List<Session> sessions(Scope scope, UUID id, Instant now) {
    return jdbc.sql(SESSIONS)
        .param("scope", scope.sql())
        .param("id", id)
        .param("millis", now.toEpochMilli())
        .query(Session.class)
        .list();
  }

  /// Whether it has a grant outside the administrator's part that has not ended.
  boolean reachesBeyond(Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(REACHES_BEYOND)
        .param("scope", scope.sql())
        .param("id", id)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  boolean isNamed(UUID id, String username) {
    return jdbc.sql(IS_NAMED)
        .param("id", id)
        .param("username", username)
        .query(Boolean.class)
        .single();
  }

  /// @return whether the name was free
  boolean insert(UUID id, String username, String displayName, String hash, Instant now) {
    return jdbc.sql(INSERT)
            .param("id", id)
            .param("username", username)
            .param("displayName", displayName)
            .param("hash", hash)
            .param("at", Timestamp.from(now))
            .update()
        == 1;
  }

  void grant(UUID account, NewGrant grant) {
    jdbc.sql(INSERT_GRANT)
        .param("account", account)
        .param("role", grant.role().code())
        .param("path", grant.path())
        .param("since", grant.since())
        .param("last", grant.last())
        .update();
  }

  void grantOwnRecord(UUID account, UUID person, String path, LocalDate since) {
    jdbc.sql(GRANT_OWN_RECORD)
        .param("account", account)
        .param("person", person)
        .param("path", path)
        .param("since", since)
        .update();
  }

  /// @return whether there was such a grant that had not ended
  boolean end(Scope scope, UUID account, UUID grant, LocalDate day) {
    return jdbc.sql(END_GRANT)
            .param("scope", scope.sql())
            .param("account", account)
            .param("grant", grant)
            .param("day", day)
            .update()
        == 1;
  }

  void invite(UUID account, String hash, Instant expires, String by, boolean forDevice) {
    jdbc.sql(INVITE)
        .param("account", account)
        .param("hash", hash)
        .param("expires", Timestamp.from(expires))
        .param("by", by)
        .param("forDevice", forDevice)
        .update();
  }

  Optional<Invitation> invitation(String username, Instant now) {
    return jdbc.sql(INVITATION)
        .param("username", username)
        .param("now", Timestamp.from(now))
        .query(Invitation.class)
        .optional();
  }

  /// The invitation is used by it.
  void setPassword(UUID account, String hash) {
    jdbc.sql(SET_PASSWORD).param("id", account).param("hash", hash).update();
    jdbc.sql(USE_INVITATION).param("id", account).update();
  }

  int endSessions(UUID account) {
    return jdbc.sql(END_SESSIONS).param("id", account).update();
  }

  /// @param session as [Session] tells it
  /// @return whether it was open
  boolean endSession(UUID account, String session) {
    return jdbc.sql(END_SESSION).param("id", account).param("session", session).update() == 1;
  }

  String nameOf(UUID account) {
    return jdbc.sql(NAME_OF).param("id", account).query(String.class).single();
  }

  /// Whether it has a role, on a day, whose work is done on a phone.
  boolean hasPhoneRole(UUID account, LocalDate day) {
    String roles =
        Arrays.stream(Role.values())
            .filter(role -> !role.isOffice())
            .map(Role::code)
            .collect(Collectors.joining(",", "{", "}"));
    return jdbc.sql(HAS_PHONE_ROLE)
        .param("id", account)
        .param("roles", roles)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  List<UUID> alone(UUID person, LocalDate day) {
    return jdbc.sql(ALONE).param("person", person).param("day", day).query(UUID.class).list();
  }

  /// Takes away what it says of its person.
  void close(UUID account, String nobody) {
    jdbc.sql(CLOSE).param("id", account).param("nobody", nobody).update();
    jdbc.sql(FORGET_VISITS).param("id", account).update();
    jdbc.sql(FORGET_VIEWS).param("id", account).update();
  }

  void endOwnRecord(UUID person) {
    jdbc.sql(END_OWN_RECORD).param("person", person).update();
  }

  void useInvitation(UUID account) {
    jdbc.sql(USE_INVITATION).param("id", account).update();
  }

  /// Whether there is an account that could sign in.
  boolean any(boolean demo) {
    return jdbc.sql(ANY).param("demo", demo).query(Boolean.class).single();
  }
}
