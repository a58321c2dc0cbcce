package vn.nenmong.consolidation.regulation;

import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.Versions;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.PartialDate;

/// Enters the working regulations of several organizations of a commune at once, all or none.
@Component
class IssueRegulations {

  private final RegulationRepository regulations;
  private final Versions versions;
  private final RecordChange record;

  IssueRegulations(RegulationRepository regulations, Versions versions, RecordChange record) {
    this.regulations = regulations;
    this.versions = versions;
    this.record = record;
  }

  /// @return the change by which it can be taken back
  /// @throws Refused where one of them has a version that begins on the same day
  UUID run(Viewer viewer, UUID commune, Issue issue) {
    try {
      return record.run(
          viewer,
          commune,
          "add",
          RegulationForm.REGISTER,
          null,
          null,
          () ->
              issue
                  .numbers()
                  .forEach((organization, number) -> {
                    versions.endBefore(RegulationForm.VERSIONS, organization, issue.since());
                    regulations.insert(issue, organization, number);
                  }));
    } catch (DataIntegrityViolationException e) {
      throw new Refused(
          "consolidation.regulation.problem.twice", PartialDate.day(issue.since()).toVietnamese());
    }
  }
}
