package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestDatabase;
import vn.nenmong.workbook.intake.ImportResult.Outcome;
import vn.nenmong.workbook.reading.Limits;
import vn.nenmong.workbook.reading.RejectedRows;

/// Rows that were left out come back, are mended and come in.
class RejectedRowsTest {

  private final Intake intake = new Intake();

  @Test
  void mendedRowsComeInAsIfTheyHadNeverBeenWrong() throws IOException {
    Path file =
        new Office()
            .put("Đảng viên", 7, "Ngày sinh", "31/02/1995")
            .put("Đảng viên", 9, "Bản (nơi cư trú)", "Bản Không Có")
            .put("Thôn bản", 8, "Số hộ", "nhiều")
            .save();
    ImportResult result = intake.run(intake.read(file), true, Answers.NONE);
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.problems()).isNotEmpty();

    Path rejected = rejected(file, result);
    try (Office mending = new Office(rejected)) {
      assertThat(mending.sheets()).contains("Tổ chức", "Đảng viên", "Thôn bản");
      assertThat(texts(mending.sheet("Đảng viên"), 4)).endsWith("Lý do");
      assertThat(last(mending.sheet("Đảng viên"), 5)).startsWith("Ngày sinh: ngày có thật");
      assertThat(last(mending.sheet("Đảng viên"), 6)).startsWith("Bản (nơi cư trú): tên hoặc mã");
      assertThat(last(mending.sheet("Thôn bản"), 5)).startsWith("Số hộ: số nguyên");
      mending
          .put("Đảng viên", 6, "Ngày sinh", cell("Đảng viên", 7, "Ngày sinh"))
          .put("Đảng viên", 7, "Bản (nơi cư trú)", cell("Đảng viên", 9, "Bản (nơi cư trú)"))
          .put("Thôn bản", 6, "Số hộ", cell("Thôn bản", 8, "Số hộ"));
      ImportResult mended = intake.run(mending.save());
      assertThat(mended.allProblems()).isEmpty();
      assertThat(mended.outcome()).isEqualTo(Outcome.DONE);
      assertThat(mended.added()).isEqualTo(result.problems().size());
      assertThat(mended.changed()).isZero();
    }
    ImportResult all = intake.run(Intake.DEMO);
    assertThat(all.added() + all.changed()).isZero();
    assertThat(all.unchanged()).isEqualTo(713);
  }

  private static Path rejected(Path file, ImportResult result) throws IOException {
    Path target = TestDatabase.newFolder().resolve("dong-khong-nhap.xlsx");
    try (OutputStream out = Files.newOutputStream(target)) {
      RejectedRows.write(
          file, Limits.DEFAULT, result.communeCode(), result.allProblems(), "Lý do", out);
    }
    return target;
  }

  private static String cell(String sheet, int row, String column) throws IOException {
    try (Office office = new Office()) {
      int at = office.headings(sheet).indexOf(column);
      return texts(office.sheet(sheet), row - 1).get(at);
    }
  }

  private static String last(XSSFSheet sheet, int row) {
    return texts(sheet, row).getLast();
  }

  private static List<String> texts(XSSFSheet sheet, int row) {
    Row line = sheet.getRow(row);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < line.getLastCellNum(); i++) {
      texts.add(new DataFormatter().formatCellValue(line.getCell(i)).strip());
    }
    return texts;
  }
}
