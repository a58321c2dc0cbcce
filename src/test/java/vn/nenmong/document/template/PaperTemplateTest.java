package vn.nenmong.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;

class PaperTemplateTest {

  private static final Values VALUES =
      new Values(
          Map.of(
              "so_dang_vien", Value.text("1.234"),
              "so_ban_ghep", new Value.Text("0", true),
              "ky_hop", new Value.Missing("sổ sinh hoạt năm 2015"),
              "chi_bo",
                  new Value.Rows(
                      List.of(
                          row("Pá Kín 1", Value.text("8")),
                          row("Na Ố", new Value.Missing("sổ đảng viên")))),
              "lop", new Value.Rows(List.of()),
              "chi_tieu", new Value.Missing("biểu chỉ tiêu năm 2015")));

  private static Values row(String name, Value members) {
    return new Values(Map.of("ten", Value.text(name), "dang_vien", members));
  }

  private static byte[] fill(byte[] template) {
    return new PaperTemplate(template).fill(VALUES, what -> "(chưa có số liệu: " + what + ")");
  }

  @Test
  void a_tag_cut_into_runs_is_filled_in_the_look_of_its_first() {
    byte[] paper =
        fill(
            WordFile.of(document -> {
              XWPFParagraph paragraph = document.createParagraph();
              paragraph.createRun().setText("Có {");
              XWPFRun bold = paragraph.createRun();
              bold.setBold(true);
              bold.setText("{so_");
              paragraph.createRun().setText("dang_vien}");
              paragraph.createRun().setText("} đảng viên, {{so_dang_vien}}.");
            }));

    XWPFDocument document = WordFile.open(paper);
    assertThat(document.getParagraphs().getFirst().getText())
        .isEqualTo("Có 1.234 đảng viên, 1.234.");
  }

  @Test
  void a_value_keeps_the_bold_of_its_tag_and_the_text_around_stays_as_it_was() {
    byte[] paper =
        fill(
            WordFile.of(document -> {
              XWPFRun run = document.createParagraph().createRun();
              run.setBold(true);
              run.setFontSize(14);
              run.setText("{{so_dang");
              XWPFRun rest = document.getParagraphs().getFirst().createRun();
              rest.setText("_vien}} đảng viên");
            }));

    List<XWPFRun> runs =
        WordFile.open(paper).getParagraphs().getFirst().getRuns().stream()
            .filter(run -> !run.text().isEmpty())
            .toList();
    assertThat(runs).extracting(XWPFRun::text).containsExactly("1.234", " đảng viên");
    assertThat(runs).extracting(XWPFRun::isBold).containsExactly(true, false);
    assertThat(runs.getFirst().getFontSizeAsDouble()).isEqualTo(14.0);
  }

  @Test
  void a_tag_is_understood_with_accents_composed_or_not_and_with_spaces() {
    String typed = "{{ Số đảng viên }}";

    assertThat(WordFile.paragraphs(fill(WordFile.of(typed)))).containsExactly("1.234");
    assertThat(
            WordFile.paragraphs(
                fill(WordFile.of(Normalizer.normalize(typed, Normalizer.Form.NFD)))))
        .containsExactly("1.234");
  }

  @Test
  void text_of_the_template_is_composed_in_the_paper() {
    String decomposed = Normalizer.normalize("Đảng bộ Ẫ ẫ Ễ ễ Ự ự Ặ ặ", Normalizer.Form.NFD);

    assertThat(WordFile.paragraphs(fill(WordFile.of(decomposed))))
        .containsExactly("Đảng bộ Ẫ ẫ Ễ ễ Ự ự Ặ ặ");
  }

  @Test
  void a_missing_value_says_what_is_missing() {
    assertThat(WordFile.paragraphs(fill(WordFile.of("Đã họp {{ky_hop}} kỳ"))))
        .containsExactly("Đã họp (chưa có số liệu: sổ sinh hoạt năm 2015) kỳ");
  }

  @Test
  void a_section_stays_if_there_is_some_and_its_counterpart_if_there_is_none() {
    byte[] paper =
        fill(
            WordFile.of(
                "{{?so_dang_vien}}",
                "có",
                "{{/so_dang_vien}}",
                "{{^so_dang_vien}}",
                "không",
                "{{/so_dang_vien}}",
                "Ghép:{{?so_ban_ghep}} có{{/so_ban_ghep}}{{^so_ban_ghep}} không{{/so_ban_ghep}}."));

    assertThat(WordFile.paragraphs(paper)).containsExactly("có", "Ghép: không.");
  }

  @Test
  void a_section_on_something_missing_says_so_once_instead_of_choosing() {
    byte[] paper =
        fill(
            WordFile.of(
                "{{?ky_hop}}", "Họp đủ", "{{/ky_hop}}", "{{^ky_hop}}", "Bỏ họp", "{{/ky_hop}}"));

    assertThat(WordFile.paragraphs(paper))
        .containsExactly("(chưa có số liệu: sổ sinh hoạt năm 2015)");
  }

  @Test
  void paragraphs_are_repeated_for_each_row_of_a_list() {
    byte[] paper =
        fill(
            WordFile.of(
                "Đầu",
                "{{#chi_bo}}",
                "- {{ten}}: {{dang_vien}} trong {{so_dang_vien}}",
                "{{/chi_bo}}",
                "{{#lop}}",
                "không có lớp nào",
                "{{/lop}}",
                "Cuối"));

    assertThat(WordFile.paragraphs(paper))
        .containsExactly(
            "Đầu",
            "- Pá Kín 1: 8 trong 1.234",
            "- Na Ố: (chưa có số liệu: sổ đảng viên) trong 1.234",
            "Cuối");
  }

  @Test
  void a_list_can_run_inside_a_sentence() {
    assertThat(WordFile.paragraphs(fill(WordFile.of("Gồm{{#chi_bo}} {{ten}};{{/chi_bo}} hết"))))
        .containsExactly("Gồm Pá Kín 1; Na Ố; hết");
  }

  @Test
  void rows_of_a_table_are_repeated_and_the_others_stay() {
    byte[] paper =
        fill(
            WordFile.table(
                List.of(
                    List.of("Chi bộ", "Đảng viên"),
                    List.of("{{#chi_bo}}{{ten}}", "{{dang_vien}}{{/chi_bo}}"),
                    List.of("Cộng", "{{so_dang_vien}}"))));

    assertThat(WordFile.rows(paper, 0))
        .containsExactly(
            List.of("Chi bộ", "Đảng viên"),
            List.of("Pá Kín 1", "8"),
            List.of("Na Ố", "(chưa có số liệu: sổ đảng viên)"),
            List.of("Cộng", "1.234"));
  }

  @Test
  void a_list_over_two_rows_repeats_both() {
    byte[] paper =
        fill(
            WordFile.table(
                List.of(
                    List.of("{{#chi_bo}}{{ten}}", "a"), List.of("b", "{{dang_vien}}{{/chi_bo}}"))));

    assertThat(WordFile.rows(paper, 0)).hasSize(4);
  }

  @Test
  void a_table_of_a_missing_list_says_so_over_its_whole_width() {
    byte[] paper =
        fill(
            WordFile.table(
                List.of(List.of("Tên", "Số"), List.of("{{#chi_tieu}}x", "y{{/chi_tieu}}"))));

    assertThat(WordFile.rows(paper, 0))
        .containsExactly(
            List.of("Tên", "Số"), List.of("(chưa có số liệu: biểu chỉ tiêu năm 2015)"));
  }

  @Test
  void notes_to_the_office_are_not_printed() {
    assertThat(WordFile.paragraphs(fill(WordFile.of("{{! Sửa đoạn này }}", "Thân{{! ghi }} bài"))))
        .containsExactly("Thân bài");
  }

  @Test
  void tags_in_the_header_are_filled() {
    byte[] paper =
        fill(
            WordFile.of(document ->
                document
                    .createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("{{so_dang_vien}}")));

    assertThat(WordFile.open(paper).getHeaderList().getFirst().getText()).contains("1.234");
  }

  @Test
  void what_a_value_says_is_text_and_never_a_tag() {
    Values values = new Values(Map.of("ten", Value.text("<w:b/> & {{so_dang_vien}}")));

    byte[] paper = new PaperTemplate(WordFile.of("{{ten}}")).fill(values, what -> what);

    assertThat(WordFile.paragraphs(paper)).containsExactly("<w:b/> & {{so_dang_vien}}");
  }

  @Test
  void tracked_changes_of_the_template_are_accepted() {
    byte[] template =
        WordFile.change(
            WordFile.of("Có XX"),
            "word/document.xml",
            xml ->
                xml.replace(
                    "<w:r><w:t>Có XX</w:t></w:r>",
                    "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
                        + "<w:r><w:t>{{so_</w:t></w:r><w:ins w:id=\"2\" w:author=\"a\"><w:r>"
                        + "<w:t>dang_vien}}</w:t></w:r></w:ins>"));

    assertThat(WordFile.paragraphs(fill(template))).containsExactly("1.234");
    assertThat(WordFile.part(fill(template), "word/document.xml")).doesNotContain("w:del");
  }

  @Test
  void the_same_template_and_values_give_the_same_bytes() {
    byte[] template = WordFile.of("{{so_dang_vien}}");

    assertThat(fill(template)).isEqualTo(fill(template));
  }
}
