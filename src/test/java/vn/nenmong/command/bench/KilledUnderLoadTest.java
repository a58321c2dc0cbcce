package vn.nenmong.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// Twelve kills under load; `./nenmong bench --kills 200` has more of them.
@BesideOthers(BesideOthers.Lane.PROGRAMS)
class KilledUnderLoadTest {

  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-cp",
          System.getProperty("java.class.path"),
          Application.class.getName());

  @Test
  void whatWasAnsweredStaysAndNothingIsHalf() throws Exception {
    Path data = TestDatabase.newFolderWithPrograms().toAbsolutePath();
    KillRounds.Outcome outcome = new KillRounds(JAVA, data, 20161231).run(12);
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.kills()).hasSize(3);
    assertThat(outcome.acknowledged()).isGreaterThan(4 * 12);
  }
}
