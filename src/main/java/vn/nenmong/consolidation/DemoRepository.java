package vn.nenmong.consolidation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

@Repository
@Unscoped("fills the demo, which is of nobody")
class DemoRepository {

  static final String COMMUNE =
      """
      select o.id from organization o
      where o.code = 'NATONG' and o.id = o.commune_id
        and not exists (select from charge_decision d where d.commune_id = o.id)
        and not exists (select from working_regulation w where w.commune_id = o.id)
      """;

  static final String MERGED =
      """
      select o.id from organization o
      where o.code = 'NUANGAM' and o.id = o.commune_id
        and not exists (select from committee_term t where t.organization_id = o.id)
      """;

  private final JdbcClient jdbc;

  DemoRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The commune of the demo while nothing of this is in it.
  Optional<UUID> commune() {
    return jdbc.sql(COMMUNE).query(UUID.class).optional();
  }

  /// The commune that the demo's became, while none of its terms are told.
  Optional<UUID> merged() {
    return jdbc.sql(MERGED).query(UUID.class).optional();
  }

  /// @param what name of the script
  void fill(String what) {
    try {
      jdbc.sql(
              new ClassPathResource("demo/" + what + ".sql")
                  .getContentAsString(StandardCharsets.UTF_8))
          .update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
