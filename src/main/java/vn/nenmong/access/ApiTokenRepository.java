package vn.nenmong.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokenRepository {

  /// @param maker name of the account with whose grants it acts
  /// @param parts codes, with blanks between
  /// @param good whether it was neither revoked nor ended on the day
  record Token(UUID id, String name, String maker, String path, String parts, boolean good) {

    boolean isFor(ApiPart part) {
      return Arrays.asList(parts.split(" ")).contains(part.code());
    }
  }

  @Unscoped("asked before it is known who comes: by the digest of a secret")
  static final String FIND =
      """
      select t.id, t.name, a.username as maker, t.path::text as path,
        array_to_string(t.parts, ' ') as parts,
        t.revoked_at is null and t.last_day >= cast(:day as date) as good
      from api_token t
      join account a on a.id = t.account_id
      where t.secret_digest = :digest
      """;

  static final String USED =
      "update api_token set last_used = :now, last_origin = :origin where id = :id";

  private final JdbcClient jdbc;

  ApiTokenRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Token> find(String secret, LocalDate day) {
    return jdbc.sql(FIND)
        .param("digest", Secret.digest(secret))
        .param("day", day)
        .query(Token.class)
        .optional();
  }

  void used(UUID token, Instant now, String origin) {
    jdbc.sql(USED)
        .param("id", token)
        .param("now", Timestamp.from(now))
        .param("origin", origin)
        .update();
  }
}
