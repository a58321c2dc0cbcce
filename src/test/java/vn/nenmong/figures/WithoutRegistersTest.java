package vn.nenmong.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.memory.RegisterVersionRepository;
import vn.nenmong.kernel.memory.Remembered;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;

/// Where no register was handed in nothing is known, and nothing is 0.
class WithoutRegistersTest {

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient jdbc = database.jdbc();
  private final Figures figures =
      new Figures(
          new FigureRepository(jdbc),
          new Remembered(new RegisterVersionRepository(jdbc)),
          Today.ofThisMachine(null));

  @Test
  void anOrganizationWithoutRegistersHasNoFigureButItsFounding() {
    OrganizationRef commune = commune();
    assertThat(figures.all(Scope.ALL, commune, ReportPeriod.year(2016)))
        .hasSize(Figure.ALL.size())
        .allSatisfy(figure -> {
          if (figure.code().equals("organization.founded")) {
            assertThat(figure.value()).isEqualTo("2013");
          } else {
            assertThat(figure.value()).as(figure.code()).isNull();
            assertThat(figure.note()).as(figure.code()).isNotNull();
          }
        });
  }

  @Test
  void aFigureThatIsNotKnownOpensToNothing() {
    OrganizationRef commune = commune();
    for (Figure figure : Figure.ALL) {
      FigureRows rows =
          figures
              .rows(figure.code(), Scope.ALL, commune, ReportPeriod.year(2016), 10, 0)
              .orElseThrow();
      assertThat(rows.rows()).as(figure.code()).hasSize((int) rows.value().rows());
    }
  }

  @Test
  void whatTheScopeDoesNotReachIsNotCounted() {
    OrganizationRef commune = commune();
    jdbc.sql("insert into register_year values (?, 'organizations', 2016)")
        .param(commune.id())
        .update();
    assertThat(cells(Scope.ALL, commune)).isEqualTo(1);
    assertThat(cells(new Scope(java.util.List.of()), commune)).isEqualTo(0);
  }

  private Object cells(Scope scope, OrganizationRef commune) {
    return figures.all(scope, commune, ReportPeriod.year(2016)).stream()
        .filter(figure -> figure.code().equals("organization.cells"))
        .map(figure -> figure.value() == null ? Integer.valueOf(0) : figure.value())
        .findFirst()
        .orElseThrow();
  }

  private OrganizationRef commune() {
    UUID id = UUID.randomUUID();
    UUID cell = UUID.randomUUID();
    String path = id.toString().replace("-", "");
    String cellPath = path + "." + cell.toString().replace("-", "");
    insert(id, id, path, "grassroots_committee", null);
    insert(cell, id, cellPath, "cell", id);
    return new OrganizationRef(id, id, path, path, "Xã", "grassroots_committee", path);
  }

  private void insert(
      UUID id, UUID commune, String path, String kind, @org.jspecify.annotations.Nullable UUID up) {
    database
        .ownerJdbc()
        .sql(
            """
            with o as (
              insert into organization (id, commune_id, code, founded, life)
              values (:id, :commune, :code, '2013', '[2013-01-01,)'))
            insert into organization_period
              (organization_id, period, commune_id, name, kind, parent_id, path)
            values (:id, '[2013-01-01,)', :commune, 'x', :kind, :up, cast(:path as ltree))
            """)
        .param("id", id)
        .param("commune", commune)
        .param("code", id.toString())
        .param("kind", kind)
        .param("up", up)
        .param("path", path)
        .update();
  }
}
