package vn.nenmong.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// What someone sees of their own account.
@Repository
public class MyAccountRepository {

  record Own(UUID id, String passwordHash) {}

  @Unscoped("the account itself")
  static final String FIND = "select id, password_hash from account where username = :username";

  @Unscoped("grants of the account itself, with the names of their parts")
  static final String ROLES =
      """
      select g.id, g.role, op.name as part, lower(g.valid) as since, upper(g.valid) - 1 as last,
        'current' as state
      from access_grant g
      join account a on a.id = g.account_id
      left join lateral (
        select name from organization_period
        where path = g.path order by period desc limit 1) op on true
      where a.username = :username and g.valid @> cast(:day as date)
      order by g.role, op.name collate vi
      """;

  static final String SESSIONS =
      """
      select trim(primary_id) as id, to_timestamp(creation_time / 1000) as begun,
        to_timestamp(last_access_time / 1000) as seen
      from spring_session
      where principal_name = :username and expiry_time > :millis and session_id <> :own
      order by last_access_time desc
      """;

  /// Lines about communes that the account does not see any more are left out by the fence.
  @Unscoped("lines of the account itself")
  static final String ENTRANCES =
      """
      select at, action, origin from audit_line
      where account = :username and action in ('sign_in', 'sign_in_failed')
      order by id desc
      limit :limit
      """;

  static final String END_OTHER_SESSIONS =
      "delete from spring_session where principal_name = :username and session_id <> :own";

  static final String END_SESSION =
      "delete from spring_session where principal_name = :username and primary_id = :session";

  private final JdbcClient jdbc;

  MyAccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Own find(String username) {
    return jdbc.sql(FIND).param("username", username).query(Own.class).single();
  }

  List<Grant> roles(String username, LocalDate day) {
    return jdbc.sql(ROLES).param("username", username).param("day", day).query(Grant.class).list();
  }

  /// @param own id of the session that asks, which is left out
  List<Session> otherSessions(String username, String own, Instant now) {
    return jdbc.sql(SESSIONS)
        .param("username", username)
        .param("own", own)
        .param("millis", now.toEpochMilli())
        .query(Session.class)
        .list();
  }

  /// A sign-in, or an attempt at one.
  ///
  /// @param origin network address
  public record Entrance(OffsetDateTime at, String action, @Nullable String origin) {}

  List<Entrance> entrances(String username, int limit) {
    return jdbc.sql(ENTRANCES)
        .param("username", username)
        .param("limit", limit)
        .query(Entrance.class)
        .list();
  }

  void endOtherSessions(String username, String own) {
    jdbc.sql(END_OTHER_SESSIONS).param("username", username).param("own", own).update();
  }

  void endSession(String username, String session) {
    jdbc.sql(END_SESSION).param("username", username).param("session", session).update();
  }
}
