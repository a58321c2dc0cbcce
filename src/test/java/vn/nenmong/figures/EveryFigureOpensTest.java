package vn.nenmong.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Opens every figure for every organization of the demo, on two days and for two years, and counts
/// the value again from the rows that are shown.
@OnDemo
class EveryFigureOpensTest {

  private static final int ALL = 100_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Autowired private Figures figures;
  @Autowired private Organizations organizations;

  @TestFactory
  Stream<DynamicTest> everyFigureIsCountedFromTheRowsItOpensTo() {
    return Stream.of(
            ReportPeriod.until(LocalDate.of(2016, 6, 15)),
            ReportPeriod.until(LocalDate.of(2014, 11, 3)),
            ReportPeriod.year(2016),
            ReportPeriod.year(2015))
        .flatMap(period ->
            all(period).stream()
                .map(organization ->
                    DynamicTest.dynamicTest(
                        organization.fullCode() + " " + period.code(),
                        () -> opens(organization, period))));
  }

  private List<OrganizationRef> all(ReportPeriod period) {
    OrganizationRef top = organizations.find(Scope.ALL, "NATONG", period.to()).orElseThrow();
    List<OrganizationRef> found = organizations.subtree(Scope.ALL, top, period.to());
    assertThat(found).hasSizeGreaterThanOrEqualTo(17);
    return found;
  }

  private void opens(OrganizationRef organization, ReportPeriod period) {
    for (FigureValue value : figures.all(Scope.ALL, organization, period)) {
      FigureRows opened =
          figures.rows(value.code(), Scope.ALL, organization, period, ALL, 0).orElseThrow();
      assertThat(opened.value().value()).as(value.code()).isEqualTo(value.value());
      assertThat(opened.rows()).as(value.code()).hasSize((int) value.rows());
      if (value.value() != null) {
        Counting.Way way = Figure.of(value.code()).orElseThrow().counting().way();
        assertThat(again(way, opened.rows())).as(value.code()).isEqualTo(comparable(value.value()));
      }
    }
  }

  private static Object comparable(Object value) {
    return value instanceof Integer count
        ? count
        : value instanceof BigDecimal number ? number.doubleValue() : value;
  }

  private static Object again(Counting.Way way, List<FigureRows.Row> rows) {
    BigDecimal part = sum(rows, FigureRows.Row::part);
    BigDecimal whole = sum(rows, FigureRows.Row::whole);
    return switch (way) {
      case COUNT -> rows.size();
      case SUM -> part.doubleValue();
      case TOP ->
          rows.stream()
              .map(FigureRows.Row::part)
              .filter(Objects::nonNull)
              .mapToDouble(BigDecimal::doubleValue)
              .max()
              .orElseThrow();
      case RATE -> part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP).doubleValue();
      case GROWTH ->
          part.subtract(whole)
              .multiply(HUNDRED)
              .divide(whole, 1, RoundingMode.HALF_UP)
              .doubleValue();
      case TEXT -> Optional.ofNullable(rows.getFirst().values().get("founded")).orElseThrow();
    };
  }

  private static BigDecimal sum(
      List<FigureRows.Row> rows, Function<FigureRows.Row, @Nullable BigDecimal> number) {
    return rows.stream()
        .map(number)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
