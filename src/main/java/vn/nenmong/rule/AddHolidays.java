package vn.nenmong.rule;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.organization.OrganizationRef;

/// Adds the days off of a year, as they were announced, for a part of the tree.
@Component
class AddHolidays {

  private final HolidayRepository holidays;
  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  AddHolidays(HolidayRepository holidays, Audit audit) {
    this.holidays = holidays;
    this.audit = audit;
  }

  /// @param complete whether these and what is there are all of the year
  /// @throws Refused where a line can't be read, or the source is missing
  @Transactional
  void run(
      Viewer viewer,
      OrganizationRef part,
      int year,
      String lines,
      String source,
      Evidence evidence,
      boolean complete) {
    List<NewHoliday> added = NewHoliday.read(lines, year);
    if (source.isBlank()) {
      throw new Refused("rule.missing.source");
    }
    if (added.isEmpty() && !complete) {
      throw new Refused("rule.holiday.nothing");
    }
    for (NewHoliday holiday : added) {
      holidays.put(part.id(), viewer.account(), holiday, source.strip(), evidence);
    }
    if (complete) {
      holidays.complete(part.id(), year);
    }
    audit.record(
        viewer,
        part.communeId(),
        "add",
        "holiday",
        null,
        json.writeValueAsString(
            Map.of("year", year, "days", added.size(), "source", source.strip())));
  }
}
