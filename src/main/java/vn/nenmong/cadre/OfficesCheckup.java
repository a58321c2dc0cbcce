package vn.nenmong.cadre;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;

/// Whether offices end with the organizations that have them. Names them by their ids only.
@Component
class OfficesCheckup implements Checkup {

  private final OfficesCheckupRepository offices;

  OfficesCheckup(OfficesCheckupRepository offices) {
    this.offices = offices;
  }

  @Override
  public String name() {
    return "offices";
  }

  @Override
  public List<Finding> findings() {
    return offices.beyondEnd().stream()
        .map(id -> Finding.of("cadre.checkup.beyondEnd", id))
        .toList();
  }
}
