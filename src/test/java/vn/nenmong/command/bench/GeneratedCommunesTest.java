package vn.nenmong.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.figures.FigureAnswers;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.Units;
import vn.nenmong.workbook.intake.Answers;
import vn.nenmong.workbook.intake.ImportFile;
import vn.nenmong.workbook.intake.ImportResult;
import vn.nenmong.workbook.reading.Problem;

/// Other communes than the demo's: imported whole, and all their figures as they were counted while
/// the communes were made.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "spring.main.lazy-initialization=true")
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class GeneratedCommunesTest {

  private static final MadeCommune LOWLAND = MadeCommune.of(CommuneShape.lowland(), 1);
  private static final MadeCommune OF_2012 = MadeCommune.of(CommuneShape.of2012(), 1);

  @Autowired ImportFile imports;
  @Autowired FigureAnswers figures;

  @TempDir static Path folder;

  @Test
  void aLowlandCommuneWithSubCommitteesIsTakenWhole() throws IOException {
    takesWhole(LOWLAND);
  }

  @Test
  void aCommuneOf2012IsTakenWhole() throws IOException {
    takesWhole(OF_2012);
  }

  private void takesWhole(MadeCommune commune) throws IOException {
    Path file = file(commune.sheets(), commune.shape().code());
    ImportResult first = load(file, false);
    assertThat(first.allProblems()).isEmpty();
    assertThat(first.year()).isEqualTo(commune.shape().year());
    int rows = commune.sheets().stream().mapToInt(sheet -> sheet.rows().size()).sum();
    ImportResult again = load(file, false);
    assertThat(again.added() + again.changed()).as("%s", again.registers()).isZero();
    assertThat(again.unchanged()).isEqualTo(first.added()).isLessThanOrEqualTo(rows);
    assertThat(counted(commune)).isEqualTo(commune.figures());
  }

  /// What the program says to each figure that was counted while the commune was made.
  private Map<String, Map<String, String>> counted(MadeCommune commune) {
    Map<String, Map<String, String>> counted = new LinkedHashMap<>();
    String root = commune.shape().code();
    commune
        .figures()
        .forEach((code, expected) -> {
          Map<String, String> values = new LinkedHashMap<>();
          for (var answer :
              figures.figures(
                  Scope.ALL,
                  code.equals(root) ? root : root + "/" + code,
                  ReportPeriod.year(commune.shape().year()),
                  Units.THEN,
                  Vietnamese.LOCALE)) {
            if (expected.containsKey(answer.code())) {
              values.put(answer.code(), plain(answer.value()));
            }
          }
          counted.put(code, values);
        });
    return counted;
  }

  /// `551` and not `551.0` where nothing stands behind the point, but a rate keeps its one decimal.
  private static String plain(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  @Test
  void everyWrongRowIsListedAndNoOther() throws IOException {
    MadeCommune commune = MadeCommune.of(CommuneShape.sized(1001), 1);
    var spoilt = MadeMistakes.spoil(commune.sheets().get(2), 50);
    List<MadeSheet> sheets =
        List.of(commune.sheets().get(0), commune.sheets().get(1), spoilt.sheet());
    ImportResult result = load(file(sheets, "spoilt"), false);
    assertThat(rows(result)).isEqualTo(spoilt.rows());
    assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.REFUSED);
  }

  private static Set<Integer> rows(ImportResult result) {
    return result.allProblems().stream()
        .map(Problem::row)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void twoHundredNamesakesAreTwoHundredPeople() throws IOException {
    MadeCommune commune = MadeCommune.of(CommuneShape.sized(1002), 1);
    assertThat(load(file(commune.memberSheets(), "before"), false).allProblems()).isEmpty();
    MadeSheet namesakes = MadeMistakes.namesakes(commune, commune.sheets().get(2), 200);
    List<MadeSheet> sheets = List.of(commune.sheets().get(0), commune.sheets().get(1), namesakes);
    ImportResult result = load(file(sheets, "namesakes"), false);
    assertThat(result.allProblems()).isEmpty();
    assertThat(result.added()).isEqualTo(200);
    assertThat(result.changed()).isZero();
  }

  private static Path file(List<MadeSheet> sheets, String name) throws IOException {
    return MadeWorkbook.write(sheets, folder.resolve(name + ".xlsx"));
  }

  private ImportResult load(Path file, boolean skipBadRows) {
    return imports.run(
        Viewer.COMMAND_LINE,
        file,
        file.getFileName().toString(),
        new ImportFile.Wish(false, skipBadRows, 500_000, Answers.NONE));
  }
}
