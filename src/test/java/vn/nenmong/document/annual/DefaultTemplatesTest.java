package vn.nenmong.document.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import vn.nenmong.document.template.TemplateCheck;
import vn.nenmong.document.template.WordFile;

class DefaultTemplatesTest {

  static Stream<DefaultTemplates.Layout> layouts() {
    return DefaultTemplates.LAYOUTS.stream();
  }

  private static byte[] packed(DefaultTemplates.Layout layout) throws IOException {
    return Files.readAllBytes(DefaultTemplates.FOLDER.resolve(layout.file()));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void the_packed_template_is_what_the_builder_writes(DefaultTemplates.Layout layout)
      throws IOException {
    for (String part : new String[] {"word/document.xml", "word/styles.xml", "docProps/core.xml"}) {
      assertThat(WordFile.part(packed(layout), part))
          .isEqualTo(WordFile.part(DefaultTemplates.build(layout), part));
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void it_uses_known_tags_only_and_leaves_none_of_them_out(DefaultTemplates.Layout layout)
      throws IOException {
    TemplateCheck.Accepted accepted = TemplateCheck.check(packed(layout), ReportTags.ALL);

    assertThat(accepted.unused()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void it_tells_the_office_where_its_layout_is_from(DefaultTemplates.Layout layout)
      throws IOException {
    assertThat(WordFile.text(packed(layout))).contains(layout.guidance()).contains("cỡ chữ");
  }

  @Test
  void the_margins_of_2004_are_25_25_35_15_mm_and_those_of_2018_are_20_20_30_15()
      throws IOException {
    assertMargins("annual-report_25-25-35-15.docx", 25, 25, 35, 15);
    assertMargins("annual-report_20-20-30-15.docx", 20, 20, 30, 15);
  }

  private static void assertMargins(String file, int top, int bottom, int left, int right)
      throws IOException {
    XWPFDocument document =
        WordFile.open(Files.readAllBytes(DefaultTemplates.FOLDER.resolve(Path.of(file))));
    CTPageMar margins = document.getDocument().getBody().getSectPr().getPgMar();
    assertThat(millimetres(margins.getTop())).isEqualTo(top);
    assertThat(millimetres(margins.getBottom())).isEqualTo(bottom);
    assertThat(millimetres(margins.getLeft())).isEqualTo(left);
    assertThat(millimetres(margins.getRight())).isEqualTo(right);
  }

  private static long millimetres(Object twips) {
    return Math.round(Integer.parseInt(twips.toString()) * 25.4 / 1440);
  }
}
