package vn.nenmong.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// What transactions do to the registers, under one id each: alone in a commune, and to be taken
/// back.
@Repository
public class Changes {

  record Done(UUID change, UUID commune, String action, String subject, boolean undone) {}

  static final String BEGIN = "select set_config('nenmong.change', '', true)";

  static final String CURRENT = "select change_id()";

  @Unscoped("gives no data")
  static final String LOCK =
      """
      select cast(pg_advisory_xact_lock(hashtextextended('import:' || o.code, 0)) as text)
      from organization o
      where o.id = :commune
      """;

  /// What changed something, and is no taking back itself. Steps are taken back with a reason, and
  /// stay.
  static final String FIND =
      """
      select a.change, a.commune_id as commune, a.action, a.subject,
        exists (select from undone_change u where u.change = a.change) as undone
      from audit_line a
      where a.change = :change
        and exists (select from row_change r where r.change = a.change)
        and not exists (select from undone_change u where u.by_change = a.change)
        and not exists (select from row_change r where r.change = a.change and r.register = 'step')
        and exists (
          select from organization_period op
          where op.organization_id = a.commune_id and op.path <@ any(cast(:scope as ltree[])))
      order by a.id desc
      limit 1
      """;

  /// Whether a later change, that still holds, touched a row that this one left.
  @Unscoped("asked of a change that was found in the scope")
  static final String BUILT_UPON =
      """
      select exists (
        select from row_change mine
        join row_change later on later.register = mine.register and later.former_key = mine.key
          and later.id > mine.id and later.change <> mine.change
        where mine.change = :change
          and not exists (
            select from undone_change u where u.change = later.change or u.by_change = later.change))
      """;

  /// In whose records it wrote, whether those are seen or not.
  @Unscoped("asked of a change that was found in the scope")
  static final String COMMUNES =
      "select commune from communes_changed(:change) commune where commune is not null order by 1";

  /// Whether someone has all of some communes, not only a part.
  static final String REACHES =
      """
      select not exists (
        select from unnest(cast(:communes as uuid[])) commune
        where not exists (
          select from organization_period op
          where op.organization_id = commune and op.path <@ any(cast(:scope as ltree[]))))
      """;

  static final String TAKE_BACK = "select cast(take_back(:change) as text)";

  private final JdbcClient jdbc;

  public Changes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What this transaction does from now on is another change than what it did before.
  public void begin() {
    jdbc.sql(BEGIN).query((row, n) -> "").list();
  }

  /// The id of what this transaction does.
  public UUID current() {
    return jdbc.sql(CURRENT).query(UUID.class).single();
  }

  /// Waits until nobody else writes into a commune, and keeps others waiting.
  public void lock(UUID commune) {
    jdbc.sql(LOCK).param("commune", commune).query((row, n) -> "").list();
  }

  Optional<Done> find(Scope scope, UUID change) {
    return jdbc.sql(FIND)
        .param("change", change)
        .param("scope", scope.sql())
        .query(Done.class)
        .optional();
  }

  List<UUID> communes(UUID change) {
    return jdbc.sql(COMMUNES).param("change", change).query(UUID.class).list();
  }

  /// Whether all of some communes is in the scope.
  boolean reaches(Scope scope, List<UUID> communes) {
    return jdbc.sql(REACHES)
        .param("communes", communes.toArray(UUID[]::new))
        .param("scope", scope.sql())
        .query(Boolean.class)
        .single();
  }

  /// Whether a later change, that still holds, touched a row that this one left.
  public boolean isBuiltUpon(UUID change) {
    return jdbc.sql(BUILT_UPON).param("change", change).query(Boolean.class).single();
  }

  /// Puts back what a change did.
  public void takeBack(UUID change) {
    jdbc.sql(TAKE_BACK).param("change", change).query((row, n) -> "").list();
  }
}
