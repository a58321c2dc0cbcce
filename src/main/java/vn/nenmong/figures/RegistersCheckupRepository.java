package vn.nenmong.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Looks at the whole data folder, for the command `doctor` alone: no one's scope narrows it.
@Repository
@Unscoped("looks over the whole database, for `doctor`")
class RegistersCheckupRepository {

  static final String NOT_HANDED_IN =
      """
      with told (commune_id, register, year) as (
        select commune_id, 'villages', year from village_year
        union
        select commune_id, 'organization_reviews', year from organization_review
        union
        select commune_id, 'member_reviews', year from member_review
        union
        select i.commune_id, 'indicators', y.year
        from indicator_year y join indicator i on i.id = y.indicator_id
        union
        select m.commune_id, 'models', y.year
        from economic_model_year y join economic_model m on m.id = y.model_id
      ),
      t as materialized (
        select commune_id, register, year, heir_on(commune_id, make_date(year, 12, 31)) as heir_id
        from told)
      select o.code as commune, t.register, t.year::text as year
      from t
      join organization o on o.id = t.commune_id
      where not exists (
        select from register_year r
        where r.commune_id in (t.commune_id, t.heir_id)
          and r.register = t.register and r.year = t.year)
      order by 1, 2, 3
      """;

  static final String EMPTY =
      """
      select o.code as commune, r.register, r.year::text as year
      from register_year r
      join organization o on o.id = r.commune_id
      cross join lateral (
        select daterange(make_date(r.year, 1, 1), make_date(r.year + 1, 1, 1)) as days) y
      where r.register = 'members' and not exists (
          select from membership m where m.commune_id = r.commune_id and m.period && y.days)
          and not exists (
            select from organization_period op
            join member_state s on s.cell_id = op.organization_id and s.period && y.days
            where op.path ~ cast('*.' || replace(cast(r.commune_id as text), '-', '') || '.*' as lquery)
              and op.period && y.days)
        or r.register = 'villages' and not exists (
          select from village v where v.commune_id = r.commune_id and v.life && y.days)
          and not exists (
            select from village_period vp
            where vp.commune_id = r.commune_id and vp.period && y.days)
        or r.register = 'organizations' and not exists (
          select from organization u where u.commune_id = r.commune_id and u.life && y.days)
      order by 1, 2, 3
      """;

  /// @param commune its code
  record OfYear(String commune, String register, String year) {}

  private final JdbcClient jdbc;

  RegistersCheckupRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Years that have rows of a register that counts as not handed in, so that no figure shows them.
  List<OfYear> notHandedIn() {
    return jdbc.sql(NOT_HANDED_IN).query(OfYear.class).list();
  }

  /// Years for which a register counts as handed in and nothing of it is there.
  List<OfYear> empty() {
    return jdbc.sql(EMPTY).query(OfYear.class).list();
  }
}
