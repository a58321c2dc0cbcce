package vn.nenmong.document.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.nenmong.document.template.PaperTemplate;
import vn.nenmong.document.template.Tag;
import vn.nenmong.document.template.Value;
import vn.nenmong.document.template.Values;
import vn.nenmong.document.template.WordFile;

class ReportModelTest {

  private static final ResourceBundle MESSAGES =
      ResourceBundle.getBundle("messages/document", Locale.ROOT);

  static String words(String key, Object... arguments) {
    return new MessageFormat(MESSAGES.getString(key), Locale.of("vi")).format(arguments);
  }

  private static String missing(String what) {
    return what.isEmpty()
        ? words("document.paper.missingHere")
        : words("document.paper.missing", what);
  }

  private static Values values(Map<String, Fact> figures) {
    return ReportModel.of(MadeFacts.of(figures), ReportModelTest::words);
  }

  static byte[] paper(Map<String, Fact> figures) throws IOException {
    byte[] template =
        Files.readAllBytes(
            DefaultTemplates.FOLDER.resolve(DefaultTemplates.LAYOUTS.getFirst().file()));
    return new PaperTemplate(template).fill(values(figures), ReportModelTest::missing);
  }

  private static String text(Values values, String tag) {
    return switch (values.byName().get(tag)) {
      case Value.Text text -> text.text();
      case Value.Missing unknown -> missing(unknown.what());
      case null, default -> throw new AssertionError(tag);
    };
  }

  @Test
  void every_tag_has_a_value_and_every_value_a_tag() {
    Set<String> tags = new HashSet<>();
    ReportTags.ALL.tags().forEach(tag -> tags.add(tag.name()));

    assertThat(values(MadeFacts.figures()).byName().keySet()).isEqualTo(tags);
  }

  @Test
  void every_column_of_a_list_has_a_value() {
    Values values = values(MadeFacts.figures());
    for (Tag list : ReportTags.ALL.tags().stream().filter(Tag::list).toList()) {
      Value.Rows rows = (Value.Rows) Objects.requireNonNull(values.byName().get(list.name()));
      for (Values row : rows.rows()) {
        assertThat(row.byName().keySet())
            .containsAll(list.columns().stream().map(Tag::name).toList());
      }
    }
  }

  @Test
  void every_tag_is_described_in_both_languages() {
    for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
      ResourceBundle messages = ResourceBundle.getBundle("messages/document", language);
      for (Tag tag : ReportTags.ALL.tags()) {
        assertThat(messages.getString("document.tag." + tag.name())).isNotBlank();
        for (Tag column : tag.columns()) {
          assertThat(messages.getString("document.tag." + tag.name() + "." + column.name()))
              .isNotBlank();
        }
      }
    }
  }

  @Test
  void the_heading_is_that_of_the_committee_of_the_organization() {
    Values values = values(MadeFacts.figures());

    assertThat(text(values, "ten_dang_uy_hoa")).isEqualTo("ĐẢNG ỦY XÃ NA TÔNG");
    assertThat(text(values, "dia_danh")).isEqualTo("Na Tông");
    assertThat(text(values, "ngay_thang")).isEqualTo("ngày 31 tháng 12 năm 2016");
    assertThat(text(values, "cap_tren_noi_nhan")).isEqualTo("Huyện ủy Điện Biên");
    assertThat(text(values, "ngay_thanh_lap")).isEqualTo("tháng 7/2013");
  }

  @Test
  void the_paper_tells_the_figures_as_they_are_written_in_vietnamese() throws IOException {
    String paper = WordFile.text(paper(MadeFacts.figures()));

    assertThat(paper)
        .contains("có 112 đảng viên, trong đó 100 đảng viên chính thức, 12 đảng viên dự bị")
        .contains("sinh hoạt tại 16 chi bộ")
        .contains("kết nạp 12 đảng viên; công nhận chính thức cho 13 đồng chí")
        .contains("Toàn xã không còn bản trắng đảng viên.")
        .contains("Đàn trâu, bò tăng 4,5%; diện tích lúa ruộng 510 ha, trong đó 56 ha")
        .contains("đạt 133,5% kế hoạch. Tỷ lệ hộ nghèo đa chiều 66,0%.")
        .contains("bằng 15,0% số hoàn thành tốt")
        .contains("Chi bộ Na Sản (tháng 3, 8)")
        .doesNotContain("{{")
        .doesNotContain("Mẫu Báo cáo");
  }

  @Test
  void the_table_of_indicators_sets_each_against_its_plan_by_its_direction() throws IOException {
    List<List<String>> rows = WordFile.rows(paper(MadeFacts.figures()), 1);

    assertThat(rows.get(1))
        .containsExactly("1", "Đàn trâu, bò", "con", "2.000", "2.080", "2.090", "100,5%", "+4,5%");
    assertThat(rows.get(2))
        .containsExactly(
            "2",
            "Thu ngân sách trên địa bàn",
            "triệu đồng",
            "182,5",
            "200",
            "267",
            "133,5%",
            "+46,3%");
    assertThat(rows.get(3))
        .containsExactly(
            "3", "Tỷ lệ hộ nghèo đa chiều", "%", "70,8", "66,5", "66", "Đạt", "−4,8 điểm %");
  }

  @Test
  void the_annex_has_a_row_for_each_cell_and_the_total_of_the_figures() throws IOException {
    List<List<String>> rows = WordFile.rows(paper(MadeFacts.figures()), 3);

    assertThat(rows).hasSize(5);
    assertThat(rows.get(2))
        .containsExactly(
            "2",
            "Chi bộ Na Sản",
            "9",
            "7",
            "2",
            "1",
            "10/12",
            "Bùi Thị Yến",
            "Trong sạch vững mạnh");
    assertThat(rows.getLast()).startsWith("", "Cộng", "112", "100", "12", "12", "34/36");
  }

  @Test
  void amounts_have_no_decimals_that_say_nothing_and_rates_keep_theirs() throws IOException {
    Map<String, Fact> figures = MadeFacts.figures();
    figures.put(
        "models.income_top", new Fact(new java.math.BigDecimal("80.00"), null, false, false, ""));

    assertThat(WordFile.text(paper(figures)))
        .contains("thu nhập cao nhất 80 triệu đồng/năm")
        .contains("bản Pá Kín 1; thu nhập 80 triệu đồng/năm")
        .contains("đạt 99,0%");
  }

  @Test
  void each_number_of_a_mass_organization_that_is_missing_is_named() throws IOException {
    assertThat(WordFile.text(paper(MadeFacts.figures())))
        .contains("Hội Nông dân xã: 13 chi hội, chi đoàn; 635 hội viên, đoàn viên.")
        .contains(
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã: (chưa có số liệu: số chi hội, chi đoàn);"
                + " (chưa có số liệu: số hội viên, đoàn viên).")
        .contains("Hội Người cao tuổi xã: 0 chi hội, chi đoàn; 41 hội viên, đoàn viên.");
  }

  @Test
  void a_figure_that_is_not_known_says_so_wherever_it_stands() throws IOException {
    Map<String, Fact> figures = MadeFacts.figures();
    figures.put("members.recognised", Fact.missing("sổ đảng viên năm 2016"));
    figures.put("villages.joint", Fact.missing("sổ thôn, bản năm 2016"));

    assertThat(WordFile.text(paper(figures)))
        .contains("công nhận chính thức cho (chưa có số liệu: sổ đảng viên năm 2016) đồng chí")
        .contains("(chưa có số liệu: sổ thôn, bản năm 2016)")
        .doesNotContain("Không có bản nào phải sinh hoạt ghép");
  }

  @Test
  void shortcomings_are_only_those_that_the_figures_show() throws IOException {
    Map<String, Fact> figures = MadeFacts.figures();
    assertThat(WordFile.text(paper(figures)))
        .contains("- Đảng viên của 3 bản còn phải sinh hoạt ghép")
        .contains("- Còn 2 kỳ sinh hoạt thường kỳ không tổ chức")
        .contains("- Còn 1 chỉ tiêu không đạt kế hoạch: Kết nạp đảng viên mới.")
        .doesNotContain("chi bộ chưa có cấp ủy viên phụ trách");

    figures.put("villages.joint", Fact.count(0));
    figures.put("cells.in_charge", Fact.count(15));
    assertThat(WordFile.text(paper(figures)))
        .doesNotContain("còn phải sinh hoạt ghép")
        .contains("- Còn 1 chi bộ chưa có cấp ủy viên phụ trách.");
  }

  @Test
  void counts_of_only_those_who_are_still_here_say_at_least() throws IOException {
    Map<String, Fact> figures = MadeFacts.figures();
    figures.put("members.total", new Fact(new java.math.BigDecimal(98), null, false, true, ""));

    assertThat(WordFile.text(paper(figures))).contains("có ít nhất 98 đảng viên");
  }
}
