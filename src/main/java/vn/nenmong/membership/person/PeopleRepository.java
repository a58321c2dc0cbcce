package vn.nenmong.membership.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.entry.People;
import vn.nenmong.kernel.text.Vietnamese;

/// The people of the communes that a scope reaches. Someone who belongs to a cell or a village is
/// offered where that lies in the scope; who belongs to none, by their commune.
@Repository
class PeopleRepository implements People {

  private static final int OFFERED = 20;

  private static final String KNOWN_FRAGMENT =
      """
      select p.id, p.name,
        p.name || coalesce(' (' || nullif(concat_ws(', ',
          case length(p.born)
            when 4 then p.born
            when 7 then substr(p.born, 6) || '/' || left(p.born, 4)
            else substr(p.born, 9) || '/' || substr(p.born, 6, 2) || '/' || left(p.born, 4) end,
          cell.name), '') || ')', '') as label
      from person p
      left join lateral (
        select op.name, op.path
        from member_state s
        join organization_period op on op.organization_id = s.cell_id
        where s.person_id = p.id
        order by s.period desc, op.period desc
        limit 1) cell on true
      where coalesce(cell.path, (
          select op.path from organization_period op
          where op.organization_id = p.commune_id
          order by op.period desc
          limit 1)) <@ any(cast(:scope as ltree[]))
      """;

  static final String NAMED =
      KNOWN_FRAGMENT
          + """
            and p.folded like :words
          order by p.given_name, p.other_names, p.id
          limit :limit
          """;

  static final String FIND = KNOWN_FRAGMENT + " and p.id = :id";

  private final JdbcClient jdbc;

  PeopleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Known> named(Scope scope, String words) {
    return jdbc.sql(NAMED)
        .param("scope", scope.sql())
        .param("words", "%" + Vietnamese.fold(words).replaceAll("[%_\\\\]", "") + "%")
        .param("limit", OFFERED)
        .query(Known.class)
        .list();
  }

  @Override
  public Optional<Known> find(Scope scope, UUID id) {
    return jdbc.sql(FIND).param("scope", scope.sql()).param("id", id).query(Known.class).optional();
  }
}
