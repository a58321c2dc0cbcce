package vn.nenmong.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.nenmong.membership.way.MadeSteps.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;
import vn.nenmong.access.Role;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.PutTemplate;
import vn.nenmong.document.store.UseTemplate;
import vn.nenmong.document.template.Problem;
import vn.nenmong.document.template.TemplateCheck;
import vn.nenmong.document.template.TemplateRefused;
import vn.nenmong.document.template.WordFile;
import vn.nenmong.membership.paper.IssuedPaper;
import vn.nenmong.membership.step.TakeStep;
import vn.nenmong.membership.way.Ask;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.Answers;
import vn.nenmong.workbook.intake.ImportFile;

/// Papers of steps of a member of the demo's commune.
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepPapersTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final LocalDate DAY = LocalDate.of(2016, 10, 3);

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
    properties.add("nenmong.working-day", () -> "2016-12-31");
  }

  @Autowired private StepPapers papers;
  @Autowired private PutTemplate put;
  @Autowired private UseTemplate use;
  @Autowired private TakeStep takeStep;
  @Autowired private Organizations organizations;
  @Autowired private ImportFile imports;

  private UUID member;
  private String name;
  private String cell;

  @BeforeAll
  void loadTheDemo() {
    imports.run(
        Viewer.COMMAND_LINE,
        Path.of("src/main/resources/demo/na-tong-2016.xlsx"),
        "na-tong-2016.xlsx",
        new ImportFile.Wish(false, false, 50_000, Answers.NONE));
    member =
        one(
            """
            select s.person_id from member_state s
            join membership m on m.person_id = s.person_id and m.card_number is not null
            where upper_inf(s.period) and s.standing = 'official' and s.village_id is not null
            order by s.person_id limit 1
            """,
            UUID.class);
    name = one("select name from person where id = ?", String.class, member);
    cell =
        one(
            """
            select op.name from member_state s
            join organization_period op on op.organization_id = s.cell_id and upper_inf(op.period)
            where s.person_id = ? and upper_inf(s.period)
            """,
            String.class,
            member);
    TakeStep.Outcome first =
        takeStep.run(
            Viewer.COMMAND_LINE,
            member,
            made(StepKind.TEMPORARY_OUT, DAY.minusMonths(8))
                .form("work")
                .place("Đảng bộ xã Mường Nhà")
                .until(DAY.minusMonths(3))
                .step());
    assertThat(first.decision().refusals()).isEmpty();
  }

  @BeforeEach
  void takeAwayWhatTestsPutIn() {
    DATABASE.ownerJdbc().sql("delete from step where account = 'x'").update();
  }

  private static <T> T one(String sql, Class<T> type, @Nullable Object... values) {
    var statement = DATABASE.ownerJdbc().sql(sql);
    for (@Nullable Object value : values) {
      statement = statement.param(value);
    }
    return statement.query(type).single();
  }

  private OrganizationRef naTong() {
    return organizations.find(Scope.ALL, "NATONG", DAY).orElseThrow();
  }

  /// A step as it is kept, whatever the rules say of it.
  private UUID step(StepKind kind, LocalDate day, @Nullable String number, @Nullable String body) {
    List<String> forms = kind.forms(TestRules.of(DATABASE));
    return one(
        """
        insert into step (commune_id, person_id, kind, day, number, body, in_favour, entitled,
          carried, until, place, form, reason, first_person_id, account, at, relied)
        select commune_id, id, ?, ?, ?, ?, 7, 8, true, ?, ?, ?, ?, id, 'x', now(),
          array['vote.admit.cell:A', 'authority.admit.commune:A']
        from person where id = ?
        returning id
        """,
        UUID.class,
        kind.code(),
        day,
        number,
        body,
        kind.asks(Ask.UNTIL) ? day.plusMonths(6) : null,
        kind.asks(Ask.PLACE) ? "Đảng bộ xã Mường Nhà" : null,
        forms.isEmpty() ? null : forms.getFirst(),
        kind.asks(Ask.REASON) ? "theo đơn" : null,
        member);
  }

  private static String number(IssuedPaper paper) {
    return "07-%s/%s"
        .formatted(
            paper.document().isEmpty() ? "GT" : paper.document(),
            paper.issuer() == IssuedPaper.Issuer.CELL ? "CB" : "ĐU");
  }

  private byte[] file(UUID step) {
    return papers.export(Viewer.COMMAND_LINE, step).orElseThrow().getValue();
  }

  @ParameterizedTest
  @EnumSource
  void the_paper_of_every_kind_tells_who_when_and_by_which_number(IssuedPaper paper) {
    byte[] file = file(step(paper.step(), DAY, number(paper), null));
    String text = WordFile.text(file);

    assertThat(text)
        .contains("ĐẢNG CỘNG SẢN VIỆT NAM", name, cell, "Nơi nhận:", "T/M ", "BÍ THƯ")
        .contains("Na Tông, ngày ")
        .doesNotContain("{{", "}}", "[Ljava", "document.", "way.", "null");
    if (paper.bearsNumberOfStep()) {
      assertThat(text).contains("Số " + number(paper), "Na Tông, ngày 03 tháng 10 năm 2016");
    } else {
      assertThat(text).contains("-TTr/ĐU", "tháng      năm 2016", "03/10/2016");
    }
    if (paper.step().asks(Ask.VOTES) && paper.document().equals("NQ")) {
      assertThat(text).contains("7/8", "87,5%", "được thông qua");
    }
    assertThat(leftMargin(file)).isEqualTo(35);
  }

  @ParameterizedTest
  @EnumSource
  void the_packed_template_is_what_the_builder_writes_and_knows_its_tags(IssuedPaper paper)
      throws IOException {
    byte[] packed = Files.readAllBytes(StepTemplates.FOLDER.resolve(StepTemplates.file(paper)));

    for (String part : List.of("word/document.xml", "word/styles.xml", "docProps/core.xml")) {
      assertThat(WordFile.part(packed, part))
          .isEqualTo(WordFile.part(StepTemplates.build(paper), part));
    }
    assertThat(TemplateCheck.check(packed, StepTags.ALL).used()).contains("ho_ten", "so_ky_hieu");
  }

  private static long leftMargin(byte[] paper) {
    CTPageMar margins = WordFile.open(paper).getDocument().getBody().getSectPr().getPgMar();
    return Math.round(Integer.parseInt(margins.getLeft().toString()) * 25.4 / 1440);
  }

  @Test
  void the_layout_goes_by_the_day_of_the_step() {
    assertThat(leftMargin(file(step(StepKind.EXEMPTION, LocalDate.of(2018, 4, 2), null, null))))
        .isEqualTo(35);
    assertThat(leftMargin(file(step(StepKind.EXEMPTION, LocalDate.of(2018, 4, 3), null, null))))
        .isEqualTo(30);
  }

  @Test
  void head_and_signature_are_those_of_the_body_that_issues() {
    assertThat(WordFile.text(file(step(StepKind.EXEMPTION, DAY, null, null))))
        .contains("ĐẢNG BỘ XÃ NA TÔNG", cell.toUpperCase(java.util.Locale.ROOT), "T/M CHI BỘ")
        .contains("Số           -NQ/CB");
    assertThat(WordFile.text(file(step(StepKind.STRIKE_COMMITTEE, DAY, "12", null))))
        .contains("ĐẢNG ỦY XÃ NA TÔNG", "T/M ĐẢNG ỦY", "Số 12-NQ/ĐU");
    assertThat(WordFile.text(file(step(StepKind.SUSPENSION, DAY, null, "Ban Thường vụ Đảng ủy"))))
        .contains("BAN THƯỜNG VỤ ĐẢNG ỦY XÃ NA TÔNG", "T/M BAN THƯỜNG VỤ");
    assertThat(
            WordFile.text(
                file(step(StepKind.SUSPENSION, DAY, "3-QĐ/HU", "Ban Thường vụ Huyện ủy X"))))
        .contains("HUYỆN ỦY X", "Số 3-QĐ/HU", "họ tên người ký")
        .doesNotContain("ĐẢNG ỦY XÃ NA TÔNG");
  }

  @Test
  void a_decision_names_the_resolutions_before_it_and_the_rules_it_rests_on() {
    step(StepKind.STRIKE_CELL, DAY, "21-NQ/CB", null);
    step(StepKind.STRIKE_COMMITTEE, DAY.plusDays(4), "22-NQ/ĐU", null);

    assertThat(
            WordFile.text(file(step(StepKind.STRIKE_DECISION, DAY.plusDays(9), "5-QĐ/HU", null))))
        .contains("Nghị quyết số 21-NQ/CB ngày 03/10/2016", "số 22-NQ/ĐU ngày 07/10/2016")
        .contains("Căn cứ Điều lệ Đảng ngày 19/01/2011; văn bản số 29-QĐ/TW ngày 25/07/2016;");
  }

  @Test
  void an_office_changes_the_template_of_one_kind_and_goes_back() {
    UUID step = step(StepKind.EXEMPTION, DAY, "31-NQ/CB", null);
    UUID other = step(StepKind.STRIKE_CELL, DAY, "32-NQ/CB", null);
    put.run(
        Viewer.COMMAND_LINE,
        StepPapers.kind(IssuedPaper.EXEMPTION),
        naTong(),
        "mẫu.docx",
        WordFile.of("Mẫu của tôi: {{ho_ten}}, số {{so_ky_hieu}}"));

    assertThat(WordFile.paragraphs(file(step)))
        .containsExactly("Mẫu của tôi: " + name + ", số 31-NQ/CB");
    assertThat(WordFile.text(file(other))).contains("NGHỊ QUYẾT");

    use.run(Viewer.COMMAND_LINE, StepPapers.kind(IssuedPaper.EXEMPTION), naTong(), null);
    assertThat(WordFile.text(file(step))).contains("NGHỊ QUYẾT");
  }

  @Test
  void a_template_with_a_tag_that_no_step_has_is_refused_by_name() {
    assertThatExceptionOfType(TemplateRefused.class)
        .isThrownBy(() ->
            put.run(
                Viewer.COMMAND_LINE,
                StepPapers.kind(IssuedPaper.EXEMPTION),
                naTong(),
                "mẫu.docx",
                WordFile.of("{{ho_ten}} {{so_dang_vien}}")))
        .satisfies(refused ->
            assertThat(refused.problems())
                .containsExactly(new Problem(Problem.Kind.UNKNOWN_TAG, "so_dang_vien")));
  }

  @Test
  void a_download_leaves_a_line_in_the_trail() {
    UUID step = step(StepKind.EXEMPTION, DAY, null, null);
    String lines =
        "select count(*) from audit_line where action = 'export' and subject = 'step_paper'";
    long before = one(lines, Long.class);
    file(step);

    assertThat(one(lines, Long.class)).isEqualTo(before + 1);
  }

  @Test
  void what_is_outside_the_scope_does_not_hold_or_has_no_paper_gives_none() {
    UUID step = step(StepKind.EXEMPTION, DAY, null, null);
    Viewer other =
        new Viewer(
            "x", "X", Set.of(Role.CLERK), new Scope(List.of("other")), List.of(), null, null, null);

    assertThat(papers.export(other, step)).isEmpty();
    assertThat(papers.export(Viewer.COMMAND_LINE, step(StepKind.DEATH, DAY, null, null))).isEmpty();
    DATABASE
        .ownerJdbc()
        .sql("update step set taken_back = 'sai', taken_back_by = 'x' where id = ?")
        .param(step)
        .update();
    assertThat(papers.export(Viewer.COMMAND_LINE, step)).isEmpty();
  }
}
