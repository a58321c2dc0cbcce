package vn.nenmong.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup.Finding;

class ReviewsCheckupTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestCommune commune = new TestCommune(database, "XA");
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Một");

  private List<Finding> findings() {
    return new ReviewsCheckup(new ReviewsCheckupRepository(database.jdbc())).findings();
  }

  @Test
  void nameAReviewOfAYearBeforeAdmission() {
    UUID member = commune.member("Lò Văn Ấm", cell, "1990", "male", "Thái", "2016-05-19", null);
    review(member, 2016);
    assertThat(findings()).isEmpty();
    review(member, 2015);
    assertThat(findings())
        .containsExactly(Finding.of("review.checkup.ofNoMember", member.toString(), "2015"));
  }

  private void review(UUID person, int year) {
    database
        .ownerJdbc()
        .sql(
            """
            insert into member_review (membership_id, year, commune_id, cell_id, grade, label)
            select id, ?, commune_id, ?, 'good', 'Hoàn thành tốt nhiệm vụ' from membership
            where person_id = ?
            """)
        .param(year)
        .param(cell.id())
        .param(person)
        .update();
  }
}
