package vn.nenmong.consolidation.agency;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;

/// How many agencies there are, and how many of them have a cell.
@Component
public class Agencies {

  private final AgencyRegisterRepository agencies;

  Agencies(AgencyRegisterRepository agencies) {
    this.agencies = agencies;
  }

  public List<AgencyCount> counts(Scope scope, LocalDate day) {
    return agencies.counts(scope, day);
  }
}
