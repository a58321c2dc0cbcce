package vn.nenmong.privacy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// Who sees their own record.
@Repository
class OwnRecordRepository {

  @Unscoped("the grant of the account itself")
  static final String PERSON =
      """
      select g.person_id from access_grant g
      join account a on a.id = g.account_id
      where a.username = :username and g.role = 'member' and g.valid @> cast(:day as date)
      limit 1
      """;

  static final String PATH_OF_COMMUNE =
      """
      select op.path::text from person p
      join organization_period op on op.organization_id = p.commune_id
      where p.id = :id and :scope <> '{}'
      order by op.period desc
      limit 1
      """;

  private final JdbcClient jdbc;

  OwnRecordRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whose record an account may see as its own.
  Optional<UUID> person(String username, LocalDate day) {
    return jdbc.sql(PERSON)
        .param("username", username)
        .param("day", day)
        .query(UUID.class)
        .optional();
  }

  /// @param id of a person that was found in the scope
  String pathOfCommune(Scope scope, UUID id) {
    return jdbc.sql(PATH_OF_COMMUNE)
        .param("id", id)
        .param("scope", scope.sql())
        .query(String.class)
        .single();
  }
}
