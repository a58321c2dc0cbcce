package vn.nenmong.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup.Finding;

class ChargesCheckupTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestCommune commune = new TestCommune(database, "XA");
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Một");

  private List<Finding> findings() {
    return new ChargesCheckup(new ChargesCheckupRepository(database.jdbc())).findings();
  }

  @Test
  void nameAChargeOfACellThatHasEnded() {
    UUID charge =
        database
            .ownerJdbc()
            .sql(
                """
                insert into charge (commune_id, person_id, cell_id, period)
                values (?, ?, ?, '[2014-01-01,)') returning id
                """)
            .param(commune.root().id())
            .param(commune.member("Lò Văn Ấm", cell))
            .param(cell.id())
            .query(UUID.class)
            .single();
    assertThat(findings()).isEmpty();
    for (String key :
        List.of(
            "charge drop constraint charge_cell_id_period_fkey",
            "member_state drop constraint member_state_cell_id_period_fkey")) {
      database.ownerJdbc().sql("alter table " + key).update();
    }
    end(cell.id());
    assertThat(findings())
        .containsExactly(Finding.of("consolidation.checkup.beyondEnd", charge.toString()));
  }

  /// As if no constraint tied periods to the life of the organization.
  private void end(UUID organization) {
    database
        .ownerJdbc()
        .sql(
            "alter table organization_period drop constraint organization_period_organization_id_period_fkey")
        .update();
    database
        .ownerJdbc()
        .sql("update organization set life = '[2013-07-01,2016-07-01)' where id = ?")
        .param(organization)
        .update();
  }
}
