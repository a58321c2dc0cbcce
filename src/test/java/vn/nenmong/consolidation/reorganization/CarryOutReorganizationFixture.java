package vn.nenmong.consolidation.reorganization;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.AuditFixture;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.rule.Rulebooks;

/// Reorganizations without Spring, for tests outside the package.
public final class CarryOutReorganizationFixture {

  private CarryOutReorganizationFixture() {}

  public static CarryOutReorganization of(DataSource source, Today today) {
    JdbcClient jdbc = JdbcClient.create(source);
    ReorganizationRepository units = new ReorganizationRepository(jdbc);
    return new CarryOutReorganization(
        new PlanReorganization(units, new Rulebooks(jdbc)),
        units,
        new ReorganizationEffectRepository(jdbc),
        new Changes(jdbc),
        AuditFixture.audit(jdbc, today),
        today,
        new TransactionTemplate(new DataSourceTransactionManager(source)),
        JsonMapper.builder().build());
  }
}
