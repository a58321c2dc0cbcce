package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A whole import taken back gives back exactly what was, row by row over all tables.
class TakenBackTest {

  private final Intake intake = new Intake();
  private final JdbcClient owner = intake.database.ownerJdbc();

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    owner
        .sql("select distinct tgrelid::regclass::text from pg_trigger where tgname = 'keep_row'")
        .query(String.class)
        .list()
        .forEach(table ->
            contents.put(
                table,
                owner
                    .sql(
                        "select coalesce(string_agg(t::text, '|' order by t::text), '') from "
                            + table
                            + " t")
                    .query(String.class)
                    .single()));
    return contents;
  }

  @Test
  void theNextYearsFileAndThenTheFirst() throws IOException {
    Map<String, String> empty = contents();
    intake.run(Intake.DEMO);
    Map<String, String> first = contents();
    Office office =
        new Office()
            .nextYear()
            .put("Đảng viên", 6, "Nghề nghiệp", "Giáo viên")
            .put("Đảng viên", 13, "Mã chi bộ", "CB02")
            .put("Thôn bản", 6, "Số hộ", 70)
            .put("Chỉ tiêu", 6, "Thực hiện 2016", 2091);
    intake.run(office.save());
    assertThat(contents()).isNotEqualTo(first);
    takeBackImport(1);
    assertThat(contents()).isEqualTo(first);

    takeBackImport(0);
    assertThat(contents()).isEqualTo(empty);
  }

  private void takeBackImport(int place) {
    UUID change =
        owner
            .sql(
                "select change from audit_line where action = 'import' order by id offset ? limit 1")
            .param(place)
            .query(UUID.class)
            .single();
    intake.jdbc.sql("select cast(take_back(?) as text)").param(change).query((row, n) -> "").list();
  }
}
