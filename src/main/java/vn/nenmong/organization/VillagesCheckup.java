package vn.nenmong.organization;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;

/// Whether villages are led by cells that can lead them.
@Component
class VillagesCheckup implements Checkup {

  private final VillagesCheckupRepository villages;

  VillagesCheckup(VillagesCheckupRepository villages) {
    this.villages = villages;
  }

  @Override
  public String name() {
    return "villages";
  }

  @Override
  public List<Finding> findings() {
    return Stream.concat(
            villages.ledByEndedCell().stream()
                .map(id -> Finding.of("organization.checkup.ledByEndedCell", id)),
            villages.ledFromElsewhere().stream()
                .map(id -> Finding.of("organization.checkup.ledFromElsewhere", id)))
        .toList();
  }
}
