package vn.nenmong.finding.view;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;

/// The views that accounts have saved.
@Repository
class SavedViewRepository {

  static final String ALL =
      """
      select v.id, v.name, v.path, v.query, v.shared, who.display_name as owner,
        v.account = :account as own
      from saved_view v
      join account who on who.username = v.account
      where v.account = :account
        or (v.shared and (v.part <@ any(cast(:scope as ltree[]))
          or v.part @> any(cast(:scope as ltree[]))))
      order by v.path, v.name collate vi, v.id
      """;

  static final String SAVE =
      """
      insert into saved_view (account, part, name, path, query, shared, at)
      values (:account, cast(:part as ltree), :name, :path, :query, :shared, :at)
      on conflict (account, path, name)
      do update set query = excluded.query, shared = excluded.shared, at = excluded.at
      """;

  static final String DELETE = "delete from saved_view where id = :id and account = :account";

  private final JdbcClient jdbc;

  SavedViewRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SavedView> all(Scope scope, String account) {
    return jdbc.sql(ALL)
        .param("scope", scope.sql())
        .param("account", account)
        .query(SavedView.class)
        .list();
  }

  /// In the place of one of the same list and name.
  void save(Viewer viewer, String name, ListAddress list, boolean shared, Instant at) {
    jdbc.sql(SAVE)
        .param("account", viewer.account())
        .param("part", viewer.scope().paths().getFirst())
        .param("name", name)
        .param("path", list.path())
        .param("query", list.query())
        .param("shared", shared)
        .param("at", Timestamp.from(at))
        .update();
  }

  void delete(UUID id, String account) {
    jdbc.sql(DELETE).param("id", id).param("account", account).update();
  }
}
