package vn.nenmong.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nenmong.access.Scope;
import vn.nenmong.figures.FigureAnswers.FigureAnswer;
import vn.nenmong.figures.FigureAnswers.IndicatorAnswer;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.Units;

/// The figures of the demo's commune: in 2016 those that the article tells of Na Tông and those
/// that a second program counted from the same workbook.
@OnDemo
class NaTongFiguresTest {

  private static final String OF_2016 =
      """
      members.total 112 members
      members.official 100 members
      members.probationary 12 members
      members.admitted 12 members
      members.recognised 13 members
      members.poor_households 22 members
      candidates.dossier_complete 2 people
      organization.cells 16 cells
      organization.founded 2013-07 date
      villages.total 13 villages
      villages.without_members 0 villages
      villages.joint 3 villages
      villages.cultural 3 villages
      cells.in_charge 16 cells
      resolutions.thematic 3 resolutions
      poverty.multidimensional_rate 66.0 %
      livestock.cattle_growth 4.5 %
      rice.area 510 ha
      rice.two_crop_area 56 ha
      budget.revenue_vs_plan 133.5 %
      review.members_rated 104 members
      review.members_excellent 15 members
      review.members_excellent_of_rated 14.4 %
      review.members_excellent_of_good 15.0 %
      review.members_good_or_better 96.2 %
      review.cells_strong 5 cells
      review.cells_good_or_better 16 cells
      training.secretaries_trained 16 people
      training.village_heads_trained 13 people
      planning.entries 34 entries
      study.attendance_rate 96.5 %
      models.pilot 2 models
      models.replicated 2 models
      models.income_top 80 million VND
      meetings.held_rate 99.0 %
      """;

  @Autowired private FigureAnswers answers;

  private record Asked(List<FigureAnswer> values) {
    FigureAnswer get(String code) {
      return values.stream().filter(figure -> figure.code().equals(code)).findFirst().orElseThrow();
    }
  }

  private Asked figures(String organization, ReportPeriod period) {
    return new Asked(answers.figures(Scope.ALL, organization, period, Units.THEN, Locale.of("vi")));
  }

  @Test
  void everyFigureOf2016IsAsTold() {
    Asked figures = figures("NATONG", ReportPeriod.year(2016));
    assertThat(
            figures.values().stream()
                .map(figure -> figure.code() + " " + figure.value() + " " + figure.unit()))
        .containsExactlyElementsOf(OF_2016.lines().toList());
    assertThat(figures.values())
        .allSatisfy(figure -> {
          assertThat(figure.organization()).isEqualTo("NATONG");
          assertThat(figure.period()).isEqualTo("2016");
          assertThat(figure.atLeast()).isFalse();
        });
  }

  @Test
  void theTopGradeSaysWhoseSchemeItIsAndHowWellThatIsKnown() {
    assertThat(figures("NATONG", ReportPeriod.year(2016)).get("review.cells_strong").note())
        .isEqualTo(
            "Mức «Trong sạch vững mạnh», theo 27-HD/BTCTW (nguồn: báo chí hoặc giải thích chính"
                + " thức).");
  }

  @Test
  void theYearBeforeTheFirstWorkbookCountsAtLeastThoseWhoAreStillHere() {
    Asked figures = figures("NATONG", ReportPeriod.year(2015));
    assertThat(figures.values().stream().filter(FigureAnswer::atLeast))
        .extracting(FigureAnswer::code, FigureAnswer::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("members.total", 100),
            org.assertj.core.groups.Tuple.tuple("members.official", 87),
            org.assertj.core.groups.Tuple.tuple("members.probationary", 13),
            org.assertj.core.groups.Tuple.tuple("members.admitted", 13),
            org.assertj.core.groups.Tuple.tuple("members.recognised", 3),
            org.assertj.core.groups.Tuple.tuple("organization.cells", 16),
            org.assertj.core.groups.Tuple.tuple("villages.total", 13));
  }

  @Test
  void whatIsNotKnownOf2015IsNullAndSaysWhatIsMissing() {
    Asked figures = figures("NATONG", ReportPeriod.year(2015));
    assertThat(figures.get("poverty.multidimensional_rate").value()).isNull();
    assertThat(figures.get("poverty.multidimensional_rate").note())
        .isEqualTo("Chưa có sổ «Thôn bản» năm 2015.");
    assertThat(figures.get("budget.revenue_vs_plan").note())
        .isEqualTo("Chưa có chỉ tiêu «thu ngân sách: thực hiện và kế hoạch» năm 2015.");
    assertThat(figures.values())
        .allSatisfy(
            figure -> assertThat(figure.value() == null && figure.note() == null).isFalse());
  }

  @Test
  void whatIsKnownOf2015IsWhatTheNextYearToldOfIt() {
    FigureAnswer area = figures("NATONG", ReportPeriod.year(2015)).get("rice.area");
    assertThat(area.value()).isEqualTo(new BigDecimal("498"));
    assertThat(area.note()).contains("2016");
  }

  @Test
  void afterTheLastWorkbookStocksStandAndFlowsAreNotKnown() {
    Asked figures = figures("NATONG", ReportPeriod.until(LocalDate.of(2017, 2, 15)));
    assertThat(figures.get("members.total").value()).isEqualTo(112);
    assertThat(figures.get("members.total").note()).contains("2016");
    assertThat(figures.get("members.admitted").value()).isNull();
    assertThat(figures.get("meetings.held_rate").note()).contains("2017").contains("2016");
  }

  @Test
  void aDayTakesStocksOnItAndFlowsSinceNewYear() {
    Asked figures = figures("NATONG", ReportPeriod.until(LocalDate.of(2016, 6, 30)));
    assertThat(figures.get("members.total").value()).isEqualTo(107);
    assertThat(figures.get("members.admitted").value()).isEqualTo(7);
    assertThat(figures.get("members.total").period()).isEqualTo("2016-01-01/2016-06-30");
    assertThat(figures.get("candidates.dossier_complete").value()).isEqualTo(0);
    assertThat(figures.get("training.village_heads_trained").value()).isEqualTo(0);
    assertThat(figures.get("meetings.held_rate").value()).isEqualTo(new BigDecimal("100.0"));
  }

  @Test
  void flowsAreCountedWithinASpan() {
    Asked figures =
        figures("NATONG", new ReportPeriod(LocalDate.of(2016, 7, 1), LocalDate.of(2016, 12, 31)));
    assertThat(figures.get("members.total").value()).isEqualTo(112);
    assertThat(figures.get("members.admitted").value()).isEqualTo(5);
    assertThat(figures.get("training.secretaries_trained").value()).isEqualTo(0);
    assertThat(figures.get("training.village_heads_trained").value()).isEqualTo(13);
    assertThat(figures.get("resolutions.thematic").value()).isEqualTo(0);
  }

  @Test
  void aCellHasItsOwnMembersAndTheVillagesItLeads() {
    Asked figures = figures("NATONG/CB06", ReportPeriod.year(2016));
    assertThat(figures.get("members.total").value()).isEqualTo(7);
    assertThat(figures.get("villages.total").value()).isEqualTo(2);
    assertThat(figures.get("villages.joint").value()).isEqualTo(1);
    assertThat(figures.get("poverty.multidimensional_rate").value())
        .isEqualTo(new BigDecimal("69.6"));
    assertThat(figures.get("training.village_heads_trained").value()).isEqualTo(2);
    assertThat(figures.get("members.total").organization()).isEqualTo("NATONG/CB06");
  }

  @Test
  void whatHasNoMeaningForACellIsNullAndSaysSo() {
    Asked figures = figures("NATONG/CB06", ReportPeriod.year(2016));
    for (String code :
        List.of("organization.cells", "resolutions.thematic", "rice.area", "planning.entries")) {
      assertThat(figures.get(code).value()).as(code).isNull();
      assertThat(figures.get(code).note()).as(code).contains("chi bộ");
    }
  }

  @Test
  void namesAndNotesAreInTheLanguageOfWhoAsks() {
    List<FigureAnswer> english =
        answers.figures(Scope.ALL, "NATONG", ReportPeriod.year(2015), Units.THEN, Locale.ENGLISH);
    assertThat(english.getFirst().name()).isEqualTo("Members");
    assertThat(english.getFirst().note()).startsWith("At least");
  }

  @Test
  void anIndicatorWhereLessIsBetterIsReachedWithLess() {
    IndicatorAnswer poverty = indicator(2016, "XH01");
    assertThat(poverty.direction()).isEqualTo("down");
    assertThat(poverty.reached()).isTrue();
    assertThat(poverty.percentOfPlan()).isNull();
    assertThat(poverty.growth()).isNull();
    assertThat(poverty.changeInPoints()).isEqualTo(new BigDecimal("-4.8"));
  }

  @Test
  void anIndicatorStandsAgainstItsPlanAndTheYearBefore() {
    IndicatorAnswer cattle = indicator(2016, "KT01");
    assertThat(cattle.previous()).isEqualTo(new BigDecimal("2000"));
    assertThat(cattle.plan()).isEqualTo(new BigDecimal("2080"));
    assertThat(cattle.actual()).isEqualTo(new BigDecimal("2090"));
    assertThat(cattle.percentOfPlan()).isEqualTo(new BigDecimal("100.5"));
    assertThat(cattle.growth()).isEqualTo(new BigDecimal("4.5"));
    assertThat(cattle.reached()).isTrue();
  }

  @Test
  void anIndicatorOf2015IsWhatWasToldWith2016() {
    IndicatorAnswer revenue = indicator(2015, "KT04");
    assertThat(revenue.actual()).isEqualTo(new BigDecimal("182.5"));
    assertThat(revenue.plan()).isNull();
    assertThat(revenue.reached()).isNull();
    assertThat(revenue.note()).contains("2016");
  }

  private IndicatorAnswer indicator(int year, String code) {
    return answers
        .indicators(Scope.ALL, "NATONG", ReportPeriod.year(year), Units.THEN, Locale.of("vi"))
        .stream()
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
