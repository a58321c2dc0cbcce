package vn.nenmong.account.token;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.ApiPart;
import vn.nenmong.access.Scope;

/// Tokens for parts of the tree that someone has, and no others.
@Repository
class TokensRepository {

  static final String LIST =
      """
      select t.id, t.name, a.display_name as maker, op.name as organization,
        array_to_string(t.parts, ' ') as parts, t.last_day, t.revoked_at as revoked, t.last_used,
        t.last_origin
      from api_token t
      join account a on a.id = t.account_id
      left join lateral (
        select name from organization_period
        where path = t.path order by period desc limit 1) op on true
      where t.path <@ any(cast(:scope as ltree[]))
      order by t.revoked_at is not null, t.last_day desc, t.name collate vi, t.id
      """;

  static final String INSERT =
      """
      insert into api_token (id, name, secret_digest, account_id, path, parts, made_at, last_day)
      select :id, :name, :digest, id, cast(:path as ltree), cast(:parts as text[]), :now,
        cast(:last as date)
      from account where username = :username
      """;

  static final String REVOKE =
      """
      update api_token set revoked_at = :now, revoked_by = :username
      where id = :id and revoked_at is null and path <@ any(cast(:scope as ltree[]))
      returning name
      """;

  private final JdbcClient jdbc;

  TokensRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Token> list(Scope scope) {
    return jdbc.sql(LIST).param("scope", scope.sql()).query(Token.class).list();
  }

  void insert(UUID id, String username, NewToken token, String digest, Instant now) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("username", username)
        .param("name", token.name())
        .param("digest", digest)
        .param("path", token.path())
        .param(
            "parts",
            token.parts().stream().map(ApiPart::code).collect(Collectors.joining(",", "{", "}")))
        .param("now", Timestamp.from(now))
        .param("last", token.lastDay())
        .update();
  }

  /// @return its name, if there is one of the scope that was not revoked yet
  Optional<String> revoke(Scope scope, UUID id, String username, Instant now) {
    return jdbc.sql(REVOKE)
        .param("scope", scope.sql())
        .param("id", id)
        .param("username", username)
        .param("now", Timestamp.from(now))
        .query(String.class)
        .optional();
  }
}
