package vn.nenmong.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("of one account, whose own it is or that was found in the scope")
class DeviceRepository {

  record Known(UUID id, String username, String displayName, String tokenDigest, String pinHash) {}

  static final String FIND =
      """
      select id, username, display_name, token_digest, pin_hash
      from known_device(:id, cast(:now as timestamptz))
      """;

  static final String END_OF = "select end_of_device(:token)";

  static final String OF =
      """
      select d.id, a.username, d.name, d.since, d.last_used
      from device d
      join account a on a.id = d.account_id
      where a.username = :username and d.good_until > :now
      """;

  static final String PUT =
      """
      insert into device
        (id, account_id, token_digest, pin_hash, name, since, last_used, good_until)
      select :id, id, :token, :pin, :name, :now, :now, :until from account where username = :username
      on conflict (account_id) do update
      set id = excluded.id, token_digest = excluded.token_digest, pin_hash = excluded.pin_hash,
        name = excluded.name, since = excluded.since, last_used = excluded.last_used,
        good_until = excluded.good_until
      """;

  static final String USED =
      "update device set last_used = :now, good_until = :until where id = :id";

  static final String END =
      "delete from device where account_id = (select id from account where username = :username)";

  private final JdbcClient jdbc;

  DeviceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Known> find(UUID id, Instant now) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(Known.class)
        .optional();
  }

  /// How a phone that was let in once came to be no more, if it did.
  Optional<Devices.Standing> end(String tokenDigest) {
    return jdbc.sql(END_OF)
        .param("token", tokenDigest)
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .single()
        .map(end -> Devices.Standing.valueOf(end.toUpperCase(Locale.ROOT)));
  }

  Optional<Device> of(String username, Instant now) {
    return jdbc.sql(OF)
        .param("username", username)
        .param("now", Timestamp.from(now))
        .query(Device.class)
        .optional();
  }

  /// In place of the account's earlier one.
  void put(
      UUID id,
      String username,
      String tokenDigest,
      String pinHash,
      String name,
      Instant now,
      Instant until) {
    jdbc.sql(PUT)
        .param("id", id)
        .param("username", username)
        .param("token", tokenDigest)
        .param("pin", pinHash)
        .param("name", name)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .update();
  }

  void used(UUID id, Instant now, Instant until) {
    jdbc.sql(USED)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .update();
  }

  /// @return whether there was one
  boolean forget(String username) {
    return jdbc.sql(END).param("username", username).update() == 1;
  }
}
