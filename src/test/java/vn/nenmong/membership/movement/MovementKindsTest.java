package vn.nenmong.membership.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;

/// How each way to come and to go is told.
class MovementKindsTest {

  private static final ReportPeriod YEAR = ReportPeriod.year(2016);
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final JdbcClient OWNER = DATABASE.ownerJdbc();
  private static final MovementRepository REPOSITORY =
      new MovementRepository(JdbcClient.create(DATABASE.dataSource(DATABASE.app())));

  private final TestCommune commune =
      new TestCommune(DATABASE, "X" + UUID.randomUUID().toString().substring(0, 8));
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Một");
  private final TestCommune.Unit other = commune.cell("CB02", "Chi bộ Hai");
  private final UUID person = commune.member("Lò Văn Pâng", cell);

  private static void run(String sql, Object... values) {
    JdbcClient.StatementSpec statement = OWNER.sql(sql);
    for (Object value : values) {
      statement = statement.param(value);
    }
    statement.update();
  }

  /// What is told of a unit, and that it adds up.
  private Map<MovementKind, Long> of(TestCommune.Unit unit) {
    return told(unit).counts();
  }

  private Movements told(TestCommune.Unit unit) {
    var of = new MovementRepository.Extent(false, List.of(unit.id()));
    Movements movements =
        new Movements(
            REPOSITORY.count(Scope.ALL, of, LocalDate.of(2015, 12, 31)),
            REPOSITORY.movements(Scope.ALL, of, YEAR),
            REPOSITORY.count(Scope.ALL, of, LocalDate.of(2016, 12, 31)));
    assertThat(movements).matches(Movements::isBalanced);
    return movements;
  }

  private void leaves(String how) {
    leaves(person, how);
  }

  private static void leaves(UUID person, String how) {
    run(
        "update member_state set period = daterange(lower(period), '2016-05-04') where person_id = ?",
        person);
    run(
        "update membership set period = daterange(lower(period), '2016-05-04') where person_id = ?",
        person);
    if (!how.isEmpty()) {
      run("update membership set left_by = ? where person_id = ?", how, person);
    }
  }

  @Test
  void whoMovesToAnotherCellStaysInTheCommune() {
    OWNER
        .sql("select cast(cut_state(?, '2016-05-04') as text)")
        .param(person)
        .query((row, n) -> "")
        .list();
    run(
        "update member_state set cell_id = ? where person_id = ? and lower(period) = '2016-05-04'",
        other.id(),
        person);
    assertThat(of(cell)).isEqualTo(Map.of(MovementKind.MOVED_OUT, 1L));
    assertThat(of(other)).isEqualTo(Map.of(MovementKind.MOVED_IN, 1L));
    assertThat(of(commune.root())).isEmpty();
  }

  @Test
  void whoDiesLeavesTheCellAndTheCommune() {
    leaves("death");
    assertThat(of(cell)).isEqualTo(Map.of(MovementKind.DEATH, 1L));
    assertThat(of(commune.root())).isEqualTo(Map.of(MovementKind.DEATH, 1L));
  }

  @Test
  void whoLeftAsTheRegisterTellsIsCountedToo() {
    leaves("");
    assertThat(of(cell)).isEqualTo(Map.of(MovementKind.LEFT, 1L));
  }

  @Test
  void whoGoesAndComesBackIsCountedTwice() {
    leaves("transfer_out");
    run(
        """
        insert into membership (person_id, commune_id, admitted, recognised, period, begun_by)
        select person_id, commune_id, admitted, recognised, '[2016-09-01,)', 'transfer_in'
        from membership where person_id = ?
        """,
        person);
    run(
        """
        insert into member_state (person_id, period, commune_id, cell_id, standing, exempt)
        values (?, '[2016-09-01,)', ?, ?, 'official', false)
        """,
        person,
        commune.root().id(),
        cell.id());
    assertThat(of(cell))
        .isEqualTo(Map.of(MovementKind.TRANSFER_OUT, 1L, MovementKind.TRANSFER_IN, 1L));
  }

  @Test
  void transfersAreToldByTheKindOfPlaceAndAddUp() {
    leaves("transfer_out");
    UUID second = commune.member("Lò Văn Pánh", cell);
    leaves(second, "transfer_out");
    run(
        """
        insert into step (commune_id, person_id, kind, day, form, account, at, taken_back, taken_back_by)
        select p.commune_id, p.id, 'transfer_out', '2016-05-04', v.form, 'x', now(), v.why, v.why
        from person p, (values ('army_police', null), ('abroad', 'sai')) as v (form, why)
        where p.id = ?
        """,
        person);
    assertThat(told(cell).places(MovementKind.TRANSFER_OUT))
        .isEqualTo(Map.of("army_police", 1L, "untold", 1L));
    assertThat(told(cell).places(MovementKind.TRANSFER_IN)).isEmpty();
  }

  @Test
  void whoseCellGoesToAnotherCommitteeGoesWithIt() {
    TestCommune.Unit committee =
        commune.unit("BP", "Đảng bộ bộ phận", "sub_committee", commune.root());
    run(
        "update organization_period set period = '[2013-07-01,2016-03-01)' where organization_id = ?",
        cell.id());
    run(
        """
        insert into organization_period
          (organization_id, period, commune_id, name, kind, parent_id, path)
        select organization_id, '[2016-03-01,)', commune_id, name, kind, ?,
          cast(? as ltree) || subpath(path, -1)
        from organization_period where organization_id = ?
        """,
        committee.id(),
        committee.path(),
        cell.id());
    assertThat(of(committee)).isEqualTo(Map.of(MovementKind.REORGANIZED_IN, 1L));
    assertThat(of(commune.root())).isEmpty();
    assertThat(of(cell)).isEmpty();
  }

  @Test
  void aStateThatEndsBeforeTheMembershipIsTold() {
    run(
        "update member_state set period = daterange(lower(period), '2016-05-04') where person_id = ?",
        person);
    assertThat(of(cell)).isEqualTo(Map.of(MovementKind.UNRECORDED, 1L));
  }
}
