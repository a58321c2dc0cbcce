package vn.nenmong.membership.candidate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Portion;
import vn.nenmong.organization.ByOrganization;

/// Outstanding people on the way to admission on a day, for other programs.
@RestController
@ByOrganization
class CandidatesApi {

  /// Dates of papers are as they are known: `2013`, `2013-07` or `2013-07-26`.
  ///
  /// @param id of this candidature, of which someone may have several
  /// @param listed day since which they are on the cell's list
  record Candidate(
      UUID id,
      UUID person,
      String name,
      @Nullable String sex,
      @Nullable String born,
      @Nullable String ethnicity,
      UUID cell,
      String organization,
      String cellName,
      @Nullable String village,
      @Nullable LocalDate listed,
      @Nullable String classTaken,
      @Nullable String dossierCompleted,
      String status) {}

  /// @param next what to send as `after` for those that follow; null where these are the last
  record Answer(LocalDate on, List<Candidate> candidates, @Nullable UUID next) {}

  private final CandidatesApiRepository candidates;

  CandidatesApi(CandidatesApiRepository candidates) {
    this.candidates = candidates;
  }

  @GetMapping("/api/candidates")
  Answer candidates(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "100") int limit) {
    Portion<Candidate, UUID> portion =
        Portion.of(
            limit,
            most -> candidates.candidates(viewer.scope(), page.on(), status, after, most),
            Candidate::id);
    return new Answer(page.on(), portion.rows(), portion.next());
  }
}
