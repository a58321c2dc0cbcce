package vn.nenmong.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("of one account, whose own it is or that was found in the scope")
class SecondFactorRepository {

  /// @param secret in Base32
  /// @param lastStep time step of the last code that was taken
  record Secret(String secret, boolean confirmed, long lastStep) {}

  private static final String OF_FRAGMENT =
      "account_id = (select id from account where username = :username)";

  static final String FIND =
      "select secret, confirmed_at is not null as confirmed, last_step from second_factor where "
          + OF_FRAGMENT;

  static final String BEGIN =
      """
      insert into second_factor (account_id, secret)
      select id, :secret from account where username = :username
      on conflict (account_id) do update set secret = excluded.secret, last_step = 0
      where second_factor.confirmed_at is null
      """;

  static final String CONFIRM =
      "update second_factor set confirmed_at = :at where confirmed_at is null and " + OF_FRAGMENT;

  /// No row where another request took this step's code first.
  static final String TAKE_STEP =
      "update second_factor set last_step = :step where last_step < :step and " + OF_FRAGMENT;

  static final String TAKE_RECOVERY_CODE =
      "delete from recovery_code where digest = :digest and " + OF_FRAGMENT;

  static final String RECOVERY_CODES_LEFT =
      "select count(*) from recovery_code where " + OF_FRAGMENT;

  static final String ADD_RECOVERY_CODE =
      """
      insert into recovery_code (account_id, digest)
      select id, :digest from account where username = :username
      """;

  static final String FORGET_RECOVERY_CODES = "delete from recovery_code where " + OF_FRAGMENT;
  static final String FORGET = "delete from second_factor where " + OF_FRAGMENT;

  private final JdbcClient jdbc;

  SecondFactorRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Secret> find(String username) {
    return jdbc.sql(FIND).param("username", username).query(Secret.class).optional();
  }

  /// Keeps a new secret, not yet confirmed; one that is confirmed stays.
  void begin(String username, String secret) {
    jdbc.sql(BEGIN).param("username", username).param("secret", secret).update();
  }

  void confirm(String username, Instant at) {
    jdbc.sql(CONFIRM).param("username", username).param("at", Timestamp.from(at)).update();
  }

  /// @return whether it was still to be taken
  boolean takeStep(String username, long step) {
    return jdbc.sql(TAKE_STEP).param("username", username).param("step", step).update() == 1;
  }

  /// @return whether there was such a code
  boolean takeRecoveryCode(String username, String digest) {
    return jdbc.sql(TAKE_RECOVERY_CODE).param("username", username).param("digest", digest).update()
        == 1;
  }

  int recoveryCodesLeft(String username) {
    return jdbc.sql(RECOVERY_CODES_LEFT).param("username", username).query(Integer.class).single();
  }

  void replaceRecoveryCodes(String username, Set<String> digests) {
    jdbc.sql(FORGET_RECOVERY_CODES).param("username", username).update();
    digests.forEach(digest ->
        jdbc.sql(ADD_RECOVERY_CODE).param("username", username).param("digest", digest).update());
  }

  void forget(String username) {
    jdbc.sql(FORGET_RECOVERY_CODES).param("username", username).update();
    jdbc.sql(FORGET).param("username", username).update();
  }
}
