package vn.nenmong.membership.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import vn.nenmong.Application;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Figures;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Every organization of the demo in every year of it.
@SpringBootTest(
    classes = Application.class,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
@AutoConfigureMockMvc
class MovementsOfDemoTest {

  @Autowired private FindMovements find;
  @Autowired private Organizations organizations;
  @Autowired private Figures figures;

  @TestFactory
  Stream<DynamicTest> whatWasThereAndCameAndLeftGivesWhatIsThere() {
    return IntStream.rangeClosed(2013, 2016)
        .mapToObj(ReportPeriod::year)
        .flatMap(year ->
            all(year).stream()
                .map(organization ->
                    DynamicTest.dynamicTest(
                        organization.fullCode() + " " + year.code(),
                        () -> balances(organization, year))));
  }

  private void balances(OrganizationRef organization, ReportPeriod year) {
    Movements movements = find.within(Scope.ALL, organization, year);
    assertThat(movements).matches(Movements::isBalanced);
    assertThat(figures.some(Set.of("members.total"), Scope.ALL, organization, year).values())
        .extracting(FigureValue::value)
        .containsExactly(movements.closing());
  }

  private List<OrganizationRef> all(ReportPeriod year) {
    OrganizationRef top = organizations.find(Scope.ALL, "NATONG", year.to()).orElseThrow();
    List<OrganizationRef> found = organizations.subtree(Scope.ALL, top, year.to());
    assertThat(found).hasSizeGreaterThanOrEqualTo(17);
    return found;
  }

  @Test
  void twelveWereAdmittedIn2016() {
    Movements year = find.within(Scope.ALL, null, ReportPeriod.year(2016));
    assertThat(year.opening()).isEqualTo(100);
    assertThat(year.count(MovementKind.ADMITTED)).isEqualTo(12);
    assertThat(year.closing()).isEqualTo(112);
  }

  @Test
  void theCommuneBeganWithWhoeverWasInItsCells() {
    Movements first =
        find.within(
            Scope.ALL, null, new ReportPeriod(LocalDate.of(2013, 7, 1), LocalDate.of(2013, 7, 1)));
    assertThat(first.opening()).isZero();
    assertThat(first.kinds(true)).containsExactly(MovementKind.RECORDED);
    assertThat(first.closing()).isEqualTo((int) first.sum(true)).isPositive();
  }
}
