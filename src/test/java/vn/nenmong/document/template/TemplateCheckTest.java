package vn.nenmong.document.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              Tag.text("so_dang_vien"), Tag.text("nam"), Tag.list("chi_bo", "ten", "dang_vien")));

  private static List<Problem> problems(byte[] file) {
    try {
      TemplateCheck.check(file, VOCABULARY);
      return List.of();
    } catch (TemplateRefused refused) {
      return refused.problems();
    }
  }

  private static Problem problem(Problem.Kind kind, String what) {
    return new Problem(kind, what);
  }

  @Test
  void a_good_template_is_accepted_and_says_which_tags_it_leaves_out() {
    TemplateCheck.Accepted accepted =
        TemplateCheck.check(
            WordFile.of("{{so_dang_vien}}", "{{#chi_bo}}", "{{ten}}", "{{/chi_bo}}"), VOCABULARY);

    assertThat(accepted.used()).containsExactly("so_dang_vien", "chi_bo", "ten");
    assertThat(accepted.unused()).containsExactly("nam");
  }

  @Test
  void unknown_tags_are_named_all_at_once() {
    assertThat(problems(WordFile.of("{{so_dang_vein}} {{nam}}", "{{xyz}}")))
        .containsExactly(
            problem(Problem.Kind.UNKNOWN_TAG, "so_dang_vein"),
            problem(Problem.Kind.UNKNOWN_TAG, "xyz"));
  }

  @Test
  void a_tag_in_a_section_that_would_not_be_printed_is_looked_at_too() {
    assertThat(problems(WordFile.of("{{^nam}}{{xyz}}{{/nam}}")))
        .containsExactly(problem(Problem.Kind.UNKNOWN_TAG, "xyz"));
  }

  @Test
  void a_column_outside_its_list_is_named() {
    assertThat(problems(WordFile.of("{{dang_vien}}")))
        .containsExactly(problem(Problem.Kind.COLUMN_OUTSIDE_LIST, "dang_vien"));
  }

  @Test
  void a_list_used_as_a_value_and_a_value_used_as_a_list_are_named() {
    assertThat(problems(WordFile.of("{{chi_bo}}", "{{#nam}}x{{/nam}}")))
        .containsExactly(
            problem(Problem.Kind.LIST_AS_VALUE, "chi_bo"), problem(Problem.Kind.NOT_A_LIST, "nam"));
  }

  @Test
  void sections_without_end_or_beginning_are_named() {
    assertThat(problems(WordFile.of("{{?nam}}", "x", "{{/so_dang_vien}}")))
        .containsExactlyInAnyOrder(
            problem(Problem.Kind.NOT_CLOSED, "nam"),
            problem(Problem.Kind.NOT_OPENED, "so_dang_vien"));
    assertThat(problems(WordFile.of("a {{?nam}} b")))
        .containsExactly(problem(Problem.Kind.NOT_CLOSED, "nam"));
    assertThat(problems(WordFile.table(List.of(List.of("{{#chi_bo}}a", "x")))))
        .containsExactly(problem(Problem.Kind.NOT_CLOSED, "chi_bo"));
  }

  @Test
  void half_a_tag_is_shown_with_its_text() {
    assertThat(problems(WordFile.of("Có {{so_dang_vien} đồng chí")))
        .containsExactly(problem(Problem.Kind.BROKEN_TAG, "Có {{so_dang_vien} đồng chí"));
  }

  @Test
  void macros_are_refused_whatever_the_file_is_called() {
    byte[] docm =
        WordFile.change(
            WordFile.of("x"),
            "[Content_Types].xml",
            xml ->
                xml.replace(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml"));
    byte[] hidden = WordFile.change(WordFile.of("x"), "word/vbaProject.bin", xml -> "code");

    assertThat(problems(docm)).containsExactly(problem(Problem.Kind.MACROS, ""));
    assertThat(problems(hidden)).containsExactly(problem(Problem.Kind.MACROS, ""));
  }

  @Test
  void a_template_attached_from_elsewhere_is_refused_by_its_address() {
    byte[] attached =
        WordFile.change(
            WordFile.of("x"),
            "word/_rels/settings.xml.rels",
            xml ->
                relationship(
                    "attachedTemplate", "https://example.org/a.dotm", " TargetMode=\"External\""));

    assertThat(problems(attached))
        .containsExactly(problem(Problem.Kind.EXTERNAL, "https://example.org/a.dotm"));
  }

  @Test
  void embedded_objects_and_controls_are_refused() {
    byte[] ole = WordFile.change(WordFile.of("x"), "word/embeddings/oleObject1.bin", xml -> "x");
    byte[] control = WordFile.change(WordFile.of("x"), "word/activeX/activeX1.xml", xml -> "<a/>");
    byte[] chunk =
        WordFile.change(
            WordFile.of("x"),
            "word/_rels/document.xml.rels",
            xml -> relationship("aFChunk", "a.html", ""));

    assertThat(problems(ole))
        .containsExactly(problem(Problem.Kind.EMBEDDED, "word/embeddings/oleObject1.bin"));
    assertThat(problems(control))
        .containsExactly(problem(Problem.Kind.EMBEDDED, "word/activeX/activeX1.xml"));
    assertThat(problems(chunk)).containsExactly(problem(Problem.Kind.EMBEDDED, "a.html"));
  }

  private static String relationship(String type, String target, String mode) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        + type
        + "\" Target=\""
        + target
        + "\""
        + mode
        + "/></Relationships>";
  }

  @Test
  void fields_that_fetch_are_refused_even_when_cut_apart() {
    byte[] file =
        WordFile.change(
            WordFile.of("x"),
            "word/document.xml",
            xml ->
                xml.replace(
                    "<w:r><w:t>x</w:t></w:r>",
                    "<w:r><w:instrText> INCLUDE</w:instrText></w:r>"
                        + "<w:r><w:instrText>TEXT \"c:/secret\"</w:instrText></w:r>"));

    assertThat(problems(file)).containsExactly(problem(Problem.Kind.ACTIVE_FIELD, "INCLUDETEXT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7 x", "", "<html>", "just text"})
  void what_is_no_word_file_is_refused(String content) {
    assertThat(problems(content.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(problem(Problem.Kind.NOT_WORD, ""));
  }

  @Test
  void an_old_or_locked_word_file_is_told_apart() {
    byte[] doc = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};

    assertThat(problems(doc)).containsExactly(problem(Problem.Kind.OLD_OR_LOCKED, ""));
  }

  @Test
  void a_workbook_is_refused() {
    byte[] xlsx =
        WordFile.change(
            WordFile.of("x"),
            "[Content_Types].xml",
            xml -> xml.replace("wordprocessingml.document", "spreadsheetml.sheet"));

    assertThat(problems(xlsx)).containsExactly(problem(Problem.Kind.NOT_WORD, ""));
  }

  @Test
  void a_truncated_file_is_damaged() {
    byte[] whole = WordFile.of("x");

    assertThat(problems(java.util.Arrays.copyOf(whole, whole.length / 3)))
        .extracting(Problem::kind)
        .isSubsetOf(Problem.Kind.DAMAGED, Problem.Kind.NOT_WORD)
        .isNotEmpty();
  }

  @Test
  void a_zip_bomb_is_too_large() {
    byte[] bomb = WordFile.zip(Map.of("word/document.xml", new byte[40 * 1024 * 1024]));

    assertThat(bomb.length).isLessThan(1024 * 1024);
    assertThat(problems(bomb)).containsExactly(problem(Problem.Kind.TOO_LARGE, ""));
  }

  @Test
  void a_part_with_a_document_type_is_damaged() {
    byte[] file =
        WordFile.change(
            WordFile.of("x"),
            "word/document.xml",
            xml ->
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                    + xml.substring(xml.indexOf("<w:document")).replace(">x<", ">&b;<"));

    assertThat(problems(file)).containsExactly(problem(Problem.Kind.DAMAGED, "word/document.xml"));
  }

  @Test
  void text_nested_without_end_is_damaged() {
    String deep = "<w:sdt>".repeat(5000) + "</w:sdt>".repeat(5000);
    byte[] file =
        WordFile.change(
            WordFile.of("x"),
            "word/document.xml",
            xml -> xml.replace("<w:r><w:t>x</w:t></w:r>", deep));

    assertThat(problems(file)).containsExactly(problem(Problem.Kind.DAMAGED, "word/document.xml"));
  }

  @Test
  void what_is_accepted_can_be_filled() {
    byte[] kept = TemplateCheck.check(WordFile.of("{{nam}}"), VOCABULARY).template().file();
    Values values = new Values(Map.of("nam", Value.text("2016")));

    assertThat(WordFile.paragraphs(new PaperTemplate(kept).fill(values, what -> what)))
        .containsExactly("2016");
    assertThatExceptionOfType(TemplateRefused.class)
        .isThrownBy(() -> new PaperTemplate(kept).fill(new Values(Map.of()), what -> what));
  }
}
