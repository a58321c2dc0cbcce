package vn.nenmong.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.kernel.time.Today;

/// The audit trail without Spring, for the tests of other modules.
public final class AuditFixture {

  private AuditFixture() {}

  public static Audit audit(JdbcClient jdbc, Today today) {
    return new Audit(jdbc, today);
  }
}
