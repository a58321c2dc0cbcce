package vn.nenmong.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup.Finding;

class MembersCheckupTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestCommune commune = new TestCommune(database, "XA");
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Một");

  private List<Finding> findings() {
    return new MembersCheckup(new MembersCheckupRepository(database.jdbc())).findings();
  }

  @Test
  void nameAMemberWithoutACell() {
    UUID member = commune.member("Lò Văn Ấm", cell);
    assertThat(findings()).isEmpty();
    run("delete from member_state where person_id = ?", member);
    assertThat(findings())
        .containsExactly(Finding.of("membership.checkup.withoutState", member.toString()));
  }

  @Test
  void nameAnOfficialMemberWithoutTheDay() {
    UUID member = commune.member("Lò Văn Ấm", cell);
    run("update membership set recognised = null where person_id = ?", member);
    assertThat(findings())
        .containsExactly(Finding.of("membership.checkup.officialUnrecognised", member.toString()));
  }

  @Test
  void nameAMemberRecordedInAnotherCommune() {
    UUID member = commune.member("Lò Văn Ấm", cell);
    TestCommune other = new TestCommune(database, "XB");
    run("update member_state set commune_id = ?", other.root().id());
    assertThat(findings())
        .containsExactly(Finding.of("membership.checkup.inOtherCommune", member.toString()));
  }

  private void run(String sql, UUID id) {
    database.ownerJdbc().sql(sql).param(id).update();
  }
}
