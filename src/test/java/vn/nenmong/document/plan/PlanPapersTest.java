package vn.nenmong.document.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Role;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.Alternative;
import vn.nenmong.consolidation.plan.Alternative.Placed;
import vn.nenmong.consolidation.plan.PlanKind;
import vn.nenmong.document.store.PutTemplate;
import vn.nenmong.document.store.UseTemplate;
import vn.nenmong.document.template.TemplateCheck;
import vn.nenmong.document.template.WordFile;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.Answers;
import vn.nenmong.workbook.intake.ImportFile;

/// Decisions on plans of the demo's commune, as drafts and signed.
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPapersTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
    properties.add("nenmong.working-day", DAY::toString);
  }

  private record Named(UUID id, String name) {}

  @Autowired private PlanPapers papers;
  @Autowired private PutTemplate put;
  @Autowired private UseTemplate use;
  @Autowired private Organizations organizations;
  @Autowired private ImportFile imports;

  private OrganizationRef commune;
  private List<Named> cells;
  private List<Named> villages;
  private List<Named> people;

  @BeforeAll
  void loadTheDemo() {
    imports.run(
        Viewer.COMMAND_LINE,
        Path.of("src/main/resources/demo/na-tong-2016.xlsx"),
        "na-tong-2016.xlsx",
        new ImportFile.Wish(false, false, 50_000, Answers.NONE));
    commune = organizations.find(Scope.ALL, "NATONG", DAY).orElseThrow();
    cells =
        named(
            """
            select organization_id as id, name from organization_period
            where kind = 'cell' and upper_inf(period) order by name collate vi limit 4
            """);
    villages =
        named(
            """
            select village_id as id, name from village_period
            where upper_inf(period) order by name collate vi limit 3
            """);
    people =
        named(
            """
            select p.id, p.name from person p
            where p.id in (
              select person_id from office_held
              where organization_id = '%s' and upper_inf(period) and role <> 'other')
            order by p.given_name, p.other_names, p.id limit 3
            """
                .formatted(commune.id()));
  }

  private static List<Named> named(String sql) {
    return DATABASE.ownerJdbc().sql(sql).query(Named.class).list();
  }

  private static Placed placed(Named of, Named to, Named... before) {
    return new Placed(
        of.id(), Arrays.stream(before).map(Named::id).toList(), to.id(), null, List.of());
  }

  /// A plan with one alternative, as the planner keeps it, drafted.
  private UUID draft(PlanKind kind, Placed... placed) {
    UUID id = UUID.randomUUID();
    Alternative found =
        new Alternative(
            Alternative.How.BEST, null, true, BigDecimal.ONE, List.of(placed), List.of());
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into plan_run (id, commune_id, kind, day, weights, fixed, account, at, touched_at,
              state, percent, result, drafted, drafted_by, drafted_at)
            values (?, ?, ?, ?, '{}', '{}', 'x', now(), now(), 'done', 100, cast(? as jsonb), 0, 'x',
              now())
            """)
        .param(id)
        .param(commune.id())
        .param(kind.code())
        .param(DAY)
        .param(JsonMapper.builder().build().writeValueAsString(List.of(found)))
        .update();
    return id;
  }

  private static void sign(UUID plan, String number, String body) {
    DATABASE
        .ownerJdbc()
        .sql(
            """
            update plan_run set number = ?, body = ?, decided = ?, change = gen_random_uuid()
            where id = ?
            """)
        .param(number)
        .param(body)
        .param(DAY)
        .param(plan)
        .update();
  }

  /// The first takes two cells, one of them from the second; the third keeps theirs.
  private UUID charges() {
    return draft(
        PlanKind.CHARGE,
        placed(cells.get(0), people.get(1), people.get(1), people.get(2)),
        placed(cells.get(1), people.get(0), people.get(1)),
        placed(cells.get(2), people.get(0)),
        placed(cells.get(3), people.get(2), people.get(2)));
  }

  private byte[] file(UUID plan) {
    return papers.export(Viewer.COMMAND_LINE, plan).orElseThrow().getValue();
  }

  private static String name(List<Named> all, int index) {
    return all.get(index).name();
  }

  @Test
  void aDraftOnTheChargeOfCellsLeavesNumberAndDateOpen() {
    byte[] file = file(charges());

    assertThat(WordFile.text(file))
        .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY XÃ NA TÔNG", "Số ……-QĐ/ĐU")
        .contains("Na Tông, ngày      tháng      năm 2016")
        .contains("QUYẾT ĐỊNH", "phân công cấp ủy viên phụ trách chi bộ")
        .contains("- %s: %s.".formatted(name(people, 1), name(cells, 1)))
        .contains("- %s: %s.".formatted(name(people, 2), name(cells, 0)))
        .contains("báo cáo Đảng ủy xã Na Tông", "Nơi nhận:", "T/M ĐẢNG ỦY", "BÍ THƯ")
        .doesNotContain(name(cells, 3), "{{", "}}", "document.", "null");
    assertThat(WordFile.rows(file, 1))
        .containsExactly(
            List.of("STT", "Họ tên cấp ủy viên", "Chi bộ phụ trách"),
            List.of("1", name(people, 0), name(cells, 1) + "; " + name(cells, 2)),
            List.of("2", name(people, 1), name(cells, 0)));
  }

  @Test
  void theSignedOneHasNumberDateAndBody() {
    UUID plan = charges();
    sign(plan, "9-QĐ/ĐU", "Đảng ủy xã");

    assertThat(WordFile.text(file(plan)))
        .contains("Số 9-QĐ/ĐU", "Na Tông, ngày 31 tháng 12 năm 2016", "T/M ĐẢNG ỦY")
        .doesNotContain("……-QĐ");
    for (String board : List.of("BTV Đảng ủy", "Ban Thường vụ")) {
      sign(plan, "9", board);
      assertThat(WordFile.text(file(plan)))
          .contains("Số 09-QĐ/ĐU", "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ NA TÔNG", "T/M BAN THƯỜNG VỤ");
    }
    sign(plan, "9", "Ban Chấp hành Đảng bộ xã Na Tông");
    assertThat(WordFile.text(file(plan)))
        .contains("Số 09-QĐ/ĐU", "HUYỆN ỦY ĐIỆN BIÊN", "ĐẢNG ỦY XÃ NA TÔNG", "T/M ĐẢNG ỦY")
        .doesNotContain("BAN THƯỜNG VỤ", "chưa có");
  }

  @Test
  void aDecisionOnVillagesTellsWhoLeadsThemTodayAndFromThenOn() {
    byte[] file =
        file(
            draft(
                PlanKind.VILLAGES,
                placed(villages.get(0), cells.get(1), cells.get(0)),
                placed(villages.get(1), cells.get(2)),
                placed(villages.get(2), cells.get(3), cells.get(3))));

    assertThat(WordFile.text(file))
        .contains("về việc củng cố tổ chức chi bộ ở các bản", "Số ……-QĐ/ĐU", "Điều 3.")
        .doesNotContain("thành lập chi bộ mới", "của chi bộ mới", "{{", "document.", "null");
    assertThat(WordFile.rows(file, 1))
        .containsExactly(
            List.of("STT", "Bản", "Chi bộ hiện nay lãnh đạo", "Chi bộ sẽ lãnh đạo"),
            List.of("1", name(villages, 0), name(cells, 0), name(cells, 1)),
            List.of("2", name(villages, 1), "chưa có chi bộ", name(cells, 2)));
  }

  @ParameterizedTest
  @EnumSource
  void thePackedTemplateIsWhatTheBuilderWritesAndKnowsItsTags(PlanKind plan) throws IOException {
    byte[] packed =
        Files.readAllBytes(PlanTemplates.FOLDER.resolve(PlanTemplates.file(PlanPapers.kind(plan))));

    for (String part : List.of("word/document.xml", "word/styles.xml", "docProps/core.xml")) {
      assertThat(WordFile.part(packed, part))
          .isEqualTo(WordFile.part(PlanTemplates.build(PlanPapers.kind(plan)), part));
    }
    assertThat(TemplateCheck.check(packed, PlanPapers.kind(plan).vocabulary()).used())
        .contains("so_ky_hieu", "ngay_thang", "tham_quyen_hoa", "thay_mat");
  }

  @Test
  void anOfficeChangesTheTemplateAndGoesBack() {
    UUID plan = charges();
    put.run(
        Viewer.COMMAND_LINE,
        PlanPapers.CHARGE,
        commune,
        "mẫu.docx",
        WordFile.of("Mẫu của tôi, số {{so_ky_hieu}}"));
    assertThat(WordFile.paragraphs(file(plan))).containsExactly("Mẫu của tôi, số ……-QĐ/ĐU");

    use.run(Viewer.COMMAND_LINE, PlanPapers.CHARGE, commune, null);
    assertThat(WordFile.text(file(plan))).contains("QUYẾT ĐỊNH");
  }

  @Test
  void aDownloadLeavesALineInTheTrail() {
    UUID plan = charges();
    long before = exports();
    file(plan);

    assertThat(exports()).isEqualTo(before + 1);
  }

  private static long exports() {
    return DATABASE
        .ownerJdbc()
        .sql("select count(*) from audit_line where action = 'export' and subject = 'plan'")
        .query(Long.class)
        .single();
  }

  @Test
  void whatIsOutsideTheScopeOrDecidesNothingHasNone() {
    Viewer other =
        new Viewer(
            "x", "X", Set.of(Role.CLERK), new Scope(List.of("other")), List.of(), null, null, null);

    assertThat(papers.export(other, charges())).isEmpty();
    assertThat(papers.export(Viewer.COMMAND_LINE, UUID.randomUUID())).isEmpty();
    assertThat(
            papers.export(
                Viewer.COMMAND_LINE,
                draft(PlanKind.CHARGE, placed(cells.get(0), people.get(0), people.get(0)))))
        .isEmpty();
  }
}
