package vn.nenmong.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup.Finding;
import vn.nenmong.kernel.text.Vietnamese;

class RegistersCheckupTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestCommune commune = new TestCommune(database, "XA");
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Một");

  private List<Finding> findings() {
    return new RegistersCheckup(new RegistersCheckupRepository(database.jdbc())).findings();
  }

  @Test
  void nameRowsOfARegisterThatWasNotHandedIn() {
    database
        .ownerJdbc()
        .sql(
            """
            insert into organization_review (organization_id, year, commune_id, grade, label)
            values (?, 2016, ?, 'good', 'Hoàn thành tốt nhiệm vụ')
            """)
        .param(cell.id())
        .param(commune.root().id())
        .update();
    assertThat(told())
        .containsExactly(
            "XA: có dòng của sổ «Xếp loại chi bộ» năm 2016 nhưng sổ chưa được ghi là đã nộp.");
    handIn("organization_reviews");
    assertThat(told()).isEmpty();
  }

  @Test
  void nameARegisterThatWasHandedInAndIsNotThere() {
    handIn("members");
    assertThat(told())
        .containsExactly("XA: sổ «Đảng viên» năm 2016 được ghi là đã nộp nhưng không có dòng nào.");
    commune.member("Lò Văn Ấm", cell);
    assertThat(told()).isEmpty();
  }

  /// As `doctor` tells it.
  private List<String> told() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/figures");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return findings().stream()
        .map(finding ->
            messages.getMessage(finding.code(), finding.arguments().toArray(), Vietnamese.LOCALE))
        .toList();
  }

  private void handIn(String register) {
    database
        .ownerJdbc()
        .sql("insert into register_year (commune_id, register, year) values (?, ?, 2016)")
        .param(commune.root().id())
        .param(register)
        .update();
  }
}
