package vn.nenmong.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.time.ReportPeriod;

/// The choice of a cell, by which registers are narrowed.
@Component
public class CellFilter {

  private final Organizations organizations;

  CellFilter(Organizations organizations) {
    this.organizations = organizations;
  }

  /// @param chosen the cell that was chosen, or null
  public Filter of(Scope scope, ReportPeriod period, @Nullable UUID chosen) {
    return Filter.of(
        "cell",
        "organization.cell",
        chosen,
        OrganizationRef.names(organizations.cellsToChoose(scope, period)).entrySet().stream()
            .map(cell -> new Filter.Option(cell.getKey().toString(), cell.getValue(), false))
            .toList());
  }
}
