package vn.nenmong.entry;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.access.AuditFixture;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;

/// Changes and their taking back without Spring, for tests outside the package.
public record RecordChangeFixture(RecordChange record, UndoChange undo, Changes changes) {

  public static RecordChangeFixture of(DataSource source, Today today) {
    JdbcClient jdbc = JdbcClient.create(source);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    var audit = AuditFixture.audit(jdbc, today);
    Changes changes = new Changes(jdbc);
    return new RecordChangeFixture(
        new RecordChange(changes, audit, transaction),
        new UndoChange(changes, audit, transaction),
        changes);
  }

  public void takeBack(UUID change) {
    undo.run(Viewer.COMMAND_LINE, change);
  }
}
