package vn.nenmong.consolidation;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;

/// Whether charges end with the cells that they are of. Names them by their ids only.
@Component
class ChargesCheckup implements Checkup {

  private final ChargesCheckupRepository charges;

  ChargesCheckup(ChargesCheckupRepository charges) {
    this.charges = charges;
  }

  @Override
  public String name() {
    return "charges";
  }

  @Override
  public List<Finding> findings() {
    return charges.beyondEnd().stream()
        .map(id -> Finding.of("consolidation.checkup.beyondEnd", id))
        .toList();
  }
}
