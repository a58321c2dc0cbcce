package vn.nenmong.trail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// The seals of the trail, which the database makes and checks.
@Repository
@Unscoped("seals and checks every chain, for the worker and for `doctor`")
class TrailRepository {

  /// Something in the trail that is not as it was sealed.
  ///
  /// @param finding `changed`, `rows` (what the line's change did is no longer what it was),
  ///   `removed`, `gap` (a seal is missing) or `inserted`
  /// @param chain the commune
  /// @param number of the seal in its chain
  /// @param commune its code
  record Broken(
      String finding, UUID chain, @Nullable Long number, @Nullable Long lineId, String commune) {}

  static final String SEAL = "select seal_trail()";
  static final String CHECK =
      """
      select c.finding, c.chain, c.number, c.line_id, coalesce(o.code, '–') as commune
      from check_trail() c
      left join organization o on o.id = c.chain
      """;
  static final String UNSEALED = "select unsealed_lines()";
  static final String HEADS =
      """
      select h.chain, h.number, h.hash, coalesce(o.code, '') as commune
      from trail_heads() h
      left join organization o on o.id = h.chain
      where o.id is not null or :all
      order by o.code nulls first, h.chain
      """;
  static final String HAS_SEAL = "select has_seal(:chain, :number, :hash)";

  private final JdbcClient jdbc;

  TrailRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Seals what is not yet.
  ///
  /// @return how many lines it sealed
  int seal() {
    return jdbc.sql(SEAL).query(Integer.class).single();
  }

  List<Broken> broken() {
    return jdbc.sql(CHECK).query(Broken.class).list();
  }

  long unsealed() {
    return jdbc.sql(UNSEALED).query(Long.class).single();
  }

  /// The last seal of each chain that may be seen.
  ///
  /// @param all the chain of lines that concern no commune too
  List<Head> heads(boolean all) {
    return jdbc.sql(HEADS).param("all", all).query(Head.class).list();
  }

  boolean has(Head head) {
    return jdbc.sql(HAS_SEAL)
        .param("chain", head.chain())
        .param("number", head.number())
        .param("hash", head.hash())
        .query(Boolean.class)
        .single();
  }
}
