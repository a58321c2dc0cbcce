package vn.nenmong.rule;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.organization.OrganizationRef;

/// Takes a day out again that a part of the tree had added. The program's own stay.
@Component
class RemoveHoliday {

  private final HolidayRepository holidays;
  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  RemoveHoliday(HolidayRepository holidays, Audit audit) {
    this.holidays = holidays;
    this.audit = audit;
  }

  /// @return the year of the day; nothing where it is not this part's own
  @Transactional
  Optional<Integer> run(Viewer viewer, OrganizationRef part, UUID id) {
    Optional<Integer> year = holidays.own(part.id(), id);
    year.ifPresent(of -> {
      holidays.remove(part.id(), id);
      audit.record(
          viewer,
          part.communeId(),
          "remove",
          "holiday",
          id,
          json.writeValueAsString(Map.of("year", of)));
    });
    return year;
  }
}
