package vn.nenmong.rule;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.organization.OrganizationRef;

/// Takes back that a part of the tree had said the days off of a year are complete. The program's
/// own years stay.
@Component
class UnmarkHolidays {

  private final HolidayRepository holidays;
  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  UnmarkHolidays(HolidayRepository holidays, Audit audit) {
    this.holidays = holidays;
    this.audit = audit;
  }

  /// @return false where this part had not said so
  @Transactional
  boolean run(Viewer viewer, OrganizationRef part, int year) {
    boolean marked = holidays.incomplete(part.id(), year);
    if (marked) {
      audit.record(
          viewer,
          part.communeId(),
          "remove",
          "holiday",
          null,
          json.writeValueAsString(Map.of("year", year, "complete", false)));
    }
    return marked;
  }
}
