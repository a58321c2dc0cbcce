package vn.nenmong.document.plan;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.WordResponse;

/// The decision on a plan, downloaded.
@Controller
class PlanPaperController {

  private final PlanPapers papers;

  PlanPaperController(PlanPapers papers) {
    this.papers = papers;
  }

  @GetMapping("/plans/runs/{id}/paper")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    return WordResponse.of(papers.export(viewer, id));
  }
}
