package vn.nenmong.workbook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableBoundsTest {

  private static final String MEMBERS =
      "STT|Họ và tên|Giới tính|Ngày sinh|Ngày vào Đảng|Số thẻ đảng viên|Mã chi bộ|Ghi chú";

  @TempDir Path folder;

  private Workbook read(Sheet sheet, String columns, String... rows) throws IOException {
    Path file = MadeFile.sheet(folder.resolve("made.xlsx"), sheet, columns, rows);
    return new WorkbookReader(Limits.DEFAULT, (key, arguments) -> key).read(file);
  }

  private static List<String> expected(List<Problem> problems) {
    return problems.stream().map(Problem::expected).toList();
  }

  @Test
  void takesNoOrganizationForARowOfTotals() throws IOException {
    Workbook workbook =
        read(
            Sheet.MASS_ORGANIZATIONS,
            "Tên tổ chức|Người đứng đầu|Số hội viên/đoàn viên",
            "Công đoàn xã|Lò Văn An|12",
            "Tổng đội thanh niên xung phong|Lò Văn Bình|20",
            "Cộng đồng người cao tuổi||30",
            "Tổng cộng||62");

    assertThat(workbook.massOrganizations())
        .extracting(MassOrganizationRow::organization)
        .containsExactly(
            "Công đoàn xã", "Tổng đội thanh niên xung phong", "Cộng đồng người cao tuổi");
    assertThat(workbook.problems()).isEmpty();
  }

  @Test
  void takesNoFamilyNameForARowOfTotals() throws IOException {
    Workbook workbook =
        read(
            Sheet.MASS_ORGANIZATIONS,
            "Người đứng đầu|Tên tổ chức",
            "Tòng Văn Khụt|Ủy ban Mặt trận Tổ quốc Việt Nam xã",
            "Tống Thị Hoa|Hội Nông dân xã",
            "Cống Văn Bình");

    assertThat(workbook.massOrganizations()).hasSize(2);
    assertThat(workbook.problems()).extracting(Problem::column).containsExactly("Tên tổ chức");
  }

  @Test
  void keepsAnIndicatorThatIsATotal() throws IOException {
    Workbook workbook =
        read(
            Sheet.INDICATORS,
            "Tên chỉ tiêu|Mã chỉ tiêu|Đơn vị tính|Thực hiện 2015|Kế hoạch 2016|Thực hiện 2016",
            "Tổng số đàn gia súc|KT01|con|1.900|2.000|2.080");

    assertThat(workbook.indicators())
        .singleElement()
        .extracting(IndicatorRow::name)
        .isEqualTo("Tổng số đàn gia súc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tổng cộng: 1 đảng viên",
        "|Tổng cộng",
        "TỔNG SỐ: 1",
        "|Cộng:",
        "Tổng cộng: 1.234.567,5 triệu đồng",
        "Tổng cộng|13 người|Nam",
        "Tong cong: 1"
      })
  void leavesRowsOfTotalsOut(String total) throws IOException {
    Workbook workbook = read(Sheet.MEMBERS, MEMBERS, "1|Lò Văn An|Nam|1980|2010||CB01", "", total);

    assertThat(workbook.members()).hasSize(1);
    assertThat(workbook.problems()).isEmpty();
    assertThat(workbook.notices()).isEmpty();
  }

  @Test
  void tellsOfATotalThatIsNotTheNumberOfRows() throws IOException {
    Workbook workbook =
        read(Sheet.MEMBERS, MEMBERS, "1|Lò Văn An|Nam|1980|2010||CB01", "Tổng cộng: 12 đảng viên");

    assertThat(expected(workbook.notices())).containsExactly("workbook.expected.total");
  }

  @Test
  void takesSignaturesBelowTheTableForRemarksEvenSideBySide() throws IOException {
    Workbook workbook =
        read(
            Sheet.OFFICES,
            "Họ và tên|Chức vụ|Mã tổ chức",
            "Lò Văn An|Bí thư chi bộ|CB01",
            "",
            "||Na Tông, ngày 05 tháng 01 năm 2017",
            "NGƯỜI LẬP BIỂU||T/M ĐẢNG ỦY",
            "(Ký, ghi rõ họ tên)||BÍ THƯ",
            "Lò Văn Bình||Bùi Thị Yến");

    assertThat(workbook.offices()).hasSize(1);
    assertThat(workbook.problems()).isEmpty();
    assertThat(workbook.notices()).hasSize(4);
  }

  @Test
  void takesARowThatLacksSomethingForARowAfterAGapToo() throws IOException {
    Workbook workbook =
        read(
            Sheet.MEMBERS,
            MEMBERS,
            "1|Lò Văn An|Nam|1980|2010||CB01",
            "",
            "2|Lò Văn Bình",
            "3|Lò Văn Chung|Nam|1980|||CB01|Chuyển đến, ngày 5 tháng 3 năm 2015");

    assertThat(workbook.members()).hasSize(1);
    assertThat(workbook.problems()).extracting(Problem::row).containsOnly(6, 7);
    assertThat(workbook.notices()).isEmpty();
  }

  @Test
  void asksForTheYearOfTheTitleNotForThatOfTheDayItWasWritten() throws IOException {
    Path file =
        MadeFile.write(
            folder.resolve("made.xlsx"),
            workbook -> {
              var sheet = workbook.createSheet("Phụ trách chi bộ");
              MadeFile.row(sheet, 0, "ĐẢNG BỘ XÃ|Na Tông, ngày 05 tháng 01 năm 2017");
              MadeFile.row(sheet, 1, "PHÂN CÔNG NĂM 2016 (SO VỚI NĂM 2015)");
              MadeFile.row(sheet, 3, "Họ và tên|Mã chi bộ");
            });

    assertThat(new WorkbookReader(Limits.DEFAULT, (key, arguments) -> key).read(file).year())
        .isEqualTo(2016);
  }

  @Test
  void takesTheColumnsOfTheWorkbooksYearAmongThoseOfSeveral() throws IOException {
    Workbook workbook =
        read(
            Sheet.INDICATORS,
            "Mã chỉ tiêu|Tên chỉ tiêu|Đơn vị tính|Thực hiện 2014|TH năm 2015|KH 2016|Ước thực hiện 2016|Thực hiện 2016|Kế hoạch 2017",
            "KT01|Đàn trâu, bò|con|1|2|3|4|5|6");

    IndicatorRow row = workbook.indicators().getFirst();
    assertThat(List.of(row.previous(), row.plan(), row.actual()))
        .extracting(Object::toString)
        .containsExactly("2", "3", "5");
    assertThat(workbook.sheets().getFirst().unknownColumns())
        .containsExactly("Thực hiện 2014", "Kế hoạch 2017", "Ước thực hiện 2016");
  }

  @Test
  void showsIndicatorsThatTellOfAnotherYear() throws IOException {
    Workbook workbook =
        read(
            Sheet.INDICATORS,
            "Mã chỉ tiêu|Tên chỉ tiêu|Đơn vị tính|Thực hiện 2012|Kế hoạch 2013|Thực hiện 2013",
            "KT01|Đàn trâu, bò|con|1|2|3");

    assertThat(workbook.indicators()).isEmpty();
    assertThat(expected(workbook.problems())).containsExactly("workbook.expected.sameYear");
  }

  @Test
  void prefersTheColumnThatIsSpelledAsItsName() throws IOException {
    Workbook workbook =
        read(
            Sheet.MODELS,
            "Tên mô hình|Đảng viên|Ban|Bản",
            "Nuôi trâu|Lò Văn An|Ban quản lý|Na Sản");

    assertThat(workbook.models()).singleElement().extracting(ModelRow::village).isEqualTo("Na Sản");
  }

  @Test
  void refusesAMeetingFarFromItsMonth() throws IOException {
    Workbook workbook =
        read(
            Sheet.MEETINGS,
            "Mã chi bộ|Tháng|Ngày họp|Loại",
            "CB01|1|04/02/2016|Thường kỳ",
            "CB01|03/2016|03/05/2016|Thường kỳ",
            "CB01|Tháng 4|05/04/2015|Thường kỳ");

    assertThat(workbook.meetings()).hasSize(1);
    assertThat(workbook.problems())
        .extracting(Problem::row, Problem::expected)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5, "workbook.expected.nearMonth"),
            org.assertj.core.groups.Tuple.tuple(6, "workbook.expected.nearMonth"));
  }

  @Test
  void takesADashForNothing() throws IOException {
    Workbook workbook =
        read(
            Sheet.MEMBERS,
            MEMBERS,
            "1|Lò Văn An|Nam|1980|2010|-|CB01",
            "2|Lò Văn Bình|Nam|1980|2010|-|CB01");

    assertThat(workbook.members()).extracting(MemberRow::card).containsExactly(null, null);
  }

  @Test
  void namesTheRowsOfASharedCardEvenWhereAllShareIt() throws IOException {
    String[] rows = new String[40];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i + "|Lò Văn An|Nam|1980|2010|chưa có|CB01";
    }
    Path file = MadeFile.sheet(folder.resolve("made.xlsx"), Sheet.MEMBERS, MEMBERS, rows);

    Workbook workbook =
        new WorkbookReader(Limits.DEFAULT, (key, arguments) -> key + List.of(arguments)).read(file);

    assertThat(workbook.members()).isEmpty();
    assertThat(workbook.problems()).hasSize(40);
    assertThat(workbook.problems().getFirst().expected())
        .contains("4, 5, 6, 7, 8, 9, 10, 11, 12, 13 …");
  }
}
