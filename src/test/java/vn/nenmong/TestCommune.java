package vn.nenmong;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A commune founded in July 2013, with what a test puts into it. The day of its tests is
/// 31/12/2016.
public final class TestCommune {

  /// A unit of the commune, with its path in the tree.
  public record Unit(UUID id, String path) {}

  private final JdbcClient jdbc;
  private final Unit root;

  public TestCommune(TestDatabase database, String code) {
    jdbc = database.ownerJdbc();
    UUID id = UUID.randomUUID();
    root = new Unit(id, label(id));
    organization(id, code);
    period(root, "Đảng bộ xã " + code, "grassroots_committee", null);
  }

  public Unit root() {
    return root;
  }

  public Unit cell(String code, String name) {
    return unit(code, name, "cell", root);
  }

  public Unit unit(String code, String name, String kind, Unit above) {
    UUID id = UUID.randomUUID();
    Unit unit = new Unit(id, above.path() + "." + label(id));
    organization(id, code);
    period(unit, name, kind, above.id());
    return unit;
  }

  private void organization(UUID id, String code) {
    run(
        """
        insert into organization (id, commune_id, code, founded, life)
        values (?, ?, ?, '2013-07', '[2013-07-01,)')
        """,
        id,
        root == null ? id : root.id(),
        code);
  }

  private void period(Unit unit, String name, String kind, @Nullable UUID above) {
    run(
        """
        insert into organization_period (organization_id, period, commune_id, name, kind, parent_id, path)
        values (?, '[2013-07-01,)', ?, ?, ?, ?, cast(? as ltree))
        """,
        unit.id(),
        root.id(),
        name,
        kind,
        above,
        unit.path());
  }

  public UUID village(String code, String name, @Nullable Unit cell, @Nullable String form) {
    UUID id = UUID.randomUUID();
    run(
        "insert into village (id, commune_id, code, life) values (?, ?, ?, '[2013-07-01,)')",
        id,
        root.id(),
        code);
    run(
        """
        insert into village_period (village_id, period, commune_id, name, cell_id, meeting_form)
        values (?, '[2013-07-01,)', ?, ?, ?, ?)
        """,
        id,
        root.id(),
        name,
        cell == null ? null : cell.id(),
        form);
    return id;
  }

  /// An official member since before the commune was founded.
  public UUID member(String name, Unit cell) {
    return member(name, cell, "1980-05-03", "male", "Kinh", "2010-01-01", null);
  }

  /// An official member, who is in the cell from admission or from its founding.
  public UUID member(
      String name,
      Unit cell,
      @Nullable String born,
      String sex,
      String ethnicity,
      String admitted,
      @Nullable UUID village) {
    UUID id = UUID.randomUUID();
    run(
        "insert into person (id, commune_id, name, sex, born, ethnicity) values (?, ?, ?, ?, ?, ?)",
        id,
        root.id(),
        name,
        sex,
        born,
        ethnicity);
    run(
        """
        with since as (select greatest(first_day(?), date '2013-07-01') as day),
        m as (
          insert into membership (person_id, commune_id, admitted, recognised, period)
          select ?, ?, ?, ?, daterange(day, null) from since)
        insert into member_state (person_id, period, commune_id, cell_id, standing, exempt, village_id)
        select ?, daterange(day, null), ?, ?, 'official', false, ? from since
        """,
        admitted,
        id,
        root.id(),
        admitted,
        admitted,
        id,
        root.id(),
        cell.id(),
        village);
    return id;
  }

  /// Someone at work with a role on a unit and all below it.
  public void account(String username, String role, Unit unit) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into account (id, username, display_name, password_hash, created_at)
        values (?, ?, ?, '{noop}x', '2016-01-01T00:00Z')
        """,
        id,
        username,
        username);
    run(
        "insert into second_factor (account_id, secret, confirmed_at) values (?, 'A', '2016-01-01')",
        id);
    run(
        """
        insert into access_grant (account_id, role, path, valid)
        values (?, ?, cast(? as ltree), '[2016-01-01,)')
        """,
        id,
        role,
        unit.path());
  }

  private void run(String sql, @Nullable Object... values) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    for (Object value : values) {
      statement.param(value);
    }
    statement.update();
  }

  private static String label(UUID id) {
    return id.toString().replace("-", "");
  }
}
