package vn.nenmong.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nenmong.kernel.Checkup;

/// What the import of a whole workbook writes is as the checkups want it.
@OnDemo
class CheckupsOfDemoTest {

  @Autowired private List<Checkup> checkups;

  @Test
  void findNothing() {
    assertThat(checkups).hasSizeGreaterThan(8);
    assertThat(checkups).allSatisfy(checkup -> assertThat(checkup.findings()).isEmpty());
  }
}
