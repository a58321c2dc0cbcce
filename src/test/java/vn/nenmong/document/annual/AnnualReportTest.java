package vn.nenmong.document.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Role;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.PaperTemplates;
import vn.nenmong.document.store.PutTemplate;
import vn.nenmong.document.store.UseTemplate;
import vn.nenmong.document.template.PaperPreview;
import vn.nenmong.document.template.TemplateRefused;
import vn.nenmong.document.template.WordFile;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Units;
import vn.nenmong.workbook.intake.Answers;
import vn.nenmong.workbook.intake.ImportFile;

@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnualReportTest {

  private static final ReportPeriod YEAR = ReportPeriod.year(2016);
  private static final LocalDate LAST_DAY = LocalDate.of(2016, 12, 31);

  private static final TestDatabase DATABASE = TestDatabase.create();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
    properties.add("nenmong.working-day", () -> "2016-12-31");
  }

  @Autowired private AnnualReport report;
  @Autowired private PutTemplate put;
  @Autowired private UseTemplate use;
  @Autowired private PaperTemplates templates;
  @Autowired private Organizations organizations;
  @Autowired private ImportFile imports;

  @BeforeEach
  void loadTheDemo() {
    imports.run(
        Viewer.COMMAND_LINE,
        Path.of("src/main/resources/demo/na-tong-2016.xlsx"),
        "na-tong-2016.xlsx",
        new ImportFile.Wish(false, false, 50_000, Answers.NONE));
    use.run(Viewer.COMMAND_LINE, AnnualReport.KIND, naTong(), null);
  }

  private OrganizationRef naTong() {
    return organizations.find(Scope.ALL, "NATONG", LAST_DAY).orElseThrow();
  }

  private byte[] paper() {
    return report.export(Viewer.COMMAND_LINE, "NATONG", YEAR, Units.THEN, null);
  }

  @Test
  void the_report_of_na_tong_tells_what_the_article_tells() {
    assertThat(WordFile.text(paper()))
        .contains("thành lập tháng 7/2013")
        .contains("có 112 đảng viên, trong đó 100 đảng viên chính thức, 12 đảng viên dự bị")
        .contains("sinh hoạt tại 16 chi bộ trực thuộc")
        .contains("kết nạp 12 đảng viên; công nhận chính thức cho 13 đồng chí")
        .contains("2 quần chúng ưu tú")
        .contains("không còn bản trắng đảng viên")
        .contains("16/16 chi bộ có cấp ủy viên được phân công phụ trách")
        .contains("tăng 4,5%; diện tích lúa ruộng 510 ha, trong đó 56 ha")
        .contains("133,5% kế hoạch. Tỷ lệ hộ nghèo đa chiều 66,0%")
        .contains("thu nhập cao nhất 80 triệu đồng/năm")
        .contains("15 đồng chí hoàn thành xuất sắc nhiệm vụ, bằng 15,0%")
        .contains("5/16 chi bộ xếp loại «trong sạch vững mạnh»; 16/16 chi bộ")
        .contains("sinh hoạt thường kỳ 190/192 kỳ, đạt 99,0%")
        .contains("Na Tông, ngày 31 tháng 12 năm 2016");
  }

  @Test
  void shortcomings_name_the_joint_villages_and_the_missed_meetings() {
    assertThat(WordFile.text(paper()))
        .contains(
            "Đảng viên của 3 bản còn phải sinh hoạt ghép: Gia Phú A (sinh hoạt với Chi bộ Huổi Chanh)")
        .contains("Còn 2 kỳ sinh hoạt thường kỳ không tổ chức: Chi bộ ")
        .contains("Tỷ lệ hộ nghèo đa chiều còn 66,0%");
  }

  @Test
  void the_cells_of_the_annex_sum_up_to_the_figures() {
    List<List<String>> rows = WordFile.rows(paper(), 3);
    List<List<String>> cells = rows.subList(1, rows.size() - 1);
    List<String> total = rows.getLast();

    assertThat(cells).hasSize(16);
    for (int column : List.of(2, 3, 4, 5)) {
      assertThat(cells.stream().mapToInt(cell -> Integer.parseInt(cell.get(column))).sum())
          .isEqualTo(Integer.parseInt(total.get(column)));
    }
    assertThat(total).startsWith("", "Cộng", "112", "100", "12", "12", "190/192");
    assertThat(cells).allSatisfy(cell -> assertThat(cell).noneMatch(String::isBlank));
  }

  @Test
  void the_indicators_stand_beside_plan_and_previous_year() {
    assertThat(WordFile.rows(paper(), 1).get(1))
        .containsExactly("1", "Đàn trâu, bò", "con", "2.000", "2.080", "2.090", "100,5%", "+4,5%");
  }

  @Test
  void a_year_of_which_nothing_is_known_says_what_is_missing() {
    byte[] paper =
        report.export(Viewer.COMMAND_LINE, "NATONG", ReportPeriod.year(2014), Units.THEN, null);

    assertThat(WordFile.text(paper))
        .contains("(chưa có số liệu:")
        .doesNotContain("kết nạp 0 ")
        .doesNotContain("{{");
  }

  @Test
  void the_layout_goes_by_the_day_of_the_paper() {
    assertThat(leftMargin(paper())).isEqualTo(35);
    assertThat(
            leftMargin(
                report.export(
                    Viewer.COMMAND_LINE, "NATONG", YEAR, Units.THEN, LocalDate.of(2018, 4, 3))))
        .isEqualTo(30);
    assertThat(templates.layout(null, LocalDate.of(2018, 4, 2)).documentNumber())
        .isEqualTo("11-HD/VPTW");
    assertThat(templates.layout(null, LocalDate.of(2018, 4, 3)).evidence()).isEqualTo("C");
  }

  @Test
  void a_commune_with_a_layout_of_its_own_has_it_from_its_day_on() {
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into rule_value
              (code, valid, value, document_number, document_body, evidence, unit_id, account)
            values ('layout.margins', '[2017-02-01,2018-01-01)', '20/20/41/15', '1', 'Đảng ủy', 'A', ?, 'x')
            """)
        .param(naTong().id())
        .update();
    LocalDate from = LocalDate.of(2017, 2, 1);
    assertThat(leftMargin(report.export(Viewer.COMMAND_LINE, "NATONG", YEAR, Units.THEN, from)))
        .isEqualTo(41);
    assertThat(
            leftMargin(
                report.export(Viewer.COMMAND_LINE, "NATONG", YEAR, Units.THEN, from.minusDays(1))))
        .isEqualTo(35);
    assertThat(templates.layout(null, from).documentNumber()).isEqualTo("11-HD/VPTW");
  }

  private static long leftMargin(byte[] paper) {
    CTPageMar margins = WordFile.open(paper).getDocument().getBody().getSectPr().getPgMar();
    return Math.round(Integer.parseInt(margins.getLeft().toString()) * 25.4 / 1440);
  }

  @Test
  void an_office_puts_its_template_in_and_goes_back() {
    byte[] mine = WordFile.of("Mẫu của tôi: {{so_dang_vien}} đảng viên");
    int first = put.run(Viewer.COMMAND_LINE, AnnualReport.KIND, naTong(), "mẫu.docx", mine);

    assertThat(WordFile.paragraphs(paper())).containsExactly("Mẫu của tôi: 112 đảng viên");

    int second =
        put.run(
            Viewer.COMMAND_LINE,
            AnnualReport.KIND,
            naTong(),
            "mẫu 2.docx",
            WordFile.of("{{ket_nap}} kết nạp"));
    assertThat(WordFile.paragraphs(paper())).containsExactly("12 kết nạp");
    assertThat(second).isEqualTo(first + 1);

    use.run(Viewer.COMMAND_LINE, AnnualReport.KIND, naTong(), first);
    assertThat(WordFile.paragraphs(paper())).containsExactly("Mẫu của tôi: 112 đảng viên");

    use.run(Viewer.COMMAND_LINE, AnnualReport.KIND, naTong(), null);
    assertThat(WordFile.text(paper())).contains("BÁO CÁO");
  }

  @Test
  void a_refused_template_leaves_the_one_in_use() {
    put.run(Viewer.COMMAND_LINE, AnnualReport.KIND, naTong(), "a.docx", WordFile.of("{{ket_nap}}"));

    assertThatExceptionOfType(TemplateRefused.class)
        .isThrownBy(() ->
            put.run(
                Viewer.COMMAND_LINE,
                AnnualReport.KIND,
                naTong(),
                "b.docx",
                WordFile.of("{{khong_co}}")));
    assertThat(WordFile.paragraphs(paper())).containsExactly("12");
  }

  @Test
  void the_preview_is_made_from_the_paper() {
    List<PaperPreview.Block> blocks = PaperPreview.of(paper());

    assertThat(blocks.toString())
        .contains("112 đảng viên")
        .contains("paper-large")
        .contains("Pá Kín 1");
    assertThat(blocks).anyMatch(PaperPreview.PageBreak.class::isInstance);
  }

  @Test
  void a_commune_outside_the_scope_and_a_cell_are_refused() {
    Viewer other =
        new Viewer(
            "x",
            "X",
            java.util.Set.of(Role.CLERK),
            new Scope(List.of("other")),
            List.of(),
            null,
            null,
            null);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> report.export(other, "NATONG", YEAR, Units.THEN, null));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(
            () -> report.export(Viewer.COMMAND_LINE, "NATONG/CB01", YEAR, Units.THEN, null));
  }
}
