package vn.nenmong.membership.calendar;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// The addresses of calendars, one an account.
@Repository
public class CalendarAddressRepository {

  /// @param account its name
  record Owned(UUID id, String account) {}

  /// @param lastUsed when a phone asked last
  public record Known(OffsetDateTime made, @Nullable OffsetDateTime lastUsed) {}

  @Unscoped("asked before it is known who comes: by the digest of a secret")
  static final String FIND =
      """
      select c.id, a.username as account
      from calendar_address c
      join account a on a.id = c.account_id
      where c.secret_digest = :digest
      """;

  @Unscoped("an account's own")
  static final String OF =
      """
      select c.made_at as made, c.last_used
      from calendar_address c
      join account a on a.id = c.account_id
      where a.username = :account
      """;

  static final String PUT =
      """
      insert into calendar_address (account_id, id, secret_digest, made_at)
      select id, :id, :digest, :now from account where username = :account
      on conflict (account_id) do update
      set id = excluded.id, secret_digest = excluded.secret_digest, made_at = excluded.made_at,
        last_used = null
      """;

  static final String REMOVE =
      """
      delete from calendar_address
      where account_id = (select id from account where username = :account)
      """;

  static final String USED = "update calendar_address set last_used = :now where id = :id";

  private final JdbcClient jdbc;

  CalendarAddressRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Owned> find(String digest) {
    return jdbc.sql(FIND).param("digest", digest).query(Owned.class).optional();
  }

  Optional<Known> of(String account) {
    return jdbc.sql(OF).param("account", account).query(Known.class).optional();
  }

  /// In place of the account's earlier one.
  void put(UUID id, String account, String digest, Instant now) {
    jdbc.sql(PUT)
        .param("id", id)
        .param("account", account)
        .param("digest", digest)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// @return whether there was one
  boolean remove(String account) {
    return jdbc.sql(REMOVE).param("account", account).update() == 1;
  }

  void used(UUID id, Instant now) {
    jdbc.sql(USED).param("id", id).param("now", Timestamp.from(now)).update();
  }
}
