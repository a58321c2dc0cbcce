package vn.nenmong.membership.step;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.rule.Rulebooks;

/// Ways without Spring, for tests outside the package.
public final class WaysFixture {

  private WaysFixture() {}

  public static Ways of(JdbcClient jdbc, Today today) {
    return new Ways(new StepRepository(jdbc, today), new Rulebooks(jdbc), today);
  }
}
