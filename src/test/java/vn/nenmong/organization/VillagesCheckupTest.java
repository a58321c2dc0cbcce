package vn.nenmong.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup.Finding;

class VillagesCheckupTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestCommune commune = new TestCommune(database, "XA");
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Một");

  private List<Finding> findings() {
    return new VillagesCheckup(new VillagesCheckupRepository(database.jdbc())).findings();
  }

  @Test
  void findNothingWhereVillagesAreLedByTheirCells() {
    commune.village("B01", "Bản Một", cell, "own");
    assertThat(findings()).isEmpty();
  }

  @Test
  void nameAVillageWhoseCellHasEnded() {
    commune.village("B01", "Bản Một", cell, "own");
    database
        .ownerJdbc()
        .sql("alter table village_period drop constraint village_period_cell_id_period_fkey")
        .update();
    end(cell.id());
    assertThat(findings())
        .containsExactly(Finding.of("organization.checkup.ledByEndedCell", "XA/B01"));
  }

  @Test
  void nameAVillageThatACellOfAnotherCommuneLeads() {
    TestCommune other = new TestCommune(database, "XB");
    commune.village("B02", "Bản Hai", other.cell("CB01", "Chi bộ Khác"), "own");
    assertThat(findings())
        .containsExactly(Finding.of("organization.checkup.ledFromElsewhere", "XA/B02"));
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
