package vn.nenmong.consolidation.coverage;

import java.util.Map;
import vn.nenmong.consolidation.village.Coverage;
import vn.nenmong.organization.OrganizationRef;

/// How the villages and agencies of a commune are covered, in numbers.
///
/// @param covered agencies that have a cell
public record CommuneCoverage(
    OrganizationRef commune, Map<Coverage, Integer> villages, int agencies, int covered) {

  public CommuneCoverage {
    villages = Map.copyOf(villages);
  }

  public int of(Coverage state) {
    return villages.getOrDefault(state, 0);
  }

  public int all() {
    return villages.values().stream().mapToInt(Integer::intValue).sum();
  }
}
