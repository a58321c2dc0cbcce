package vn.nenmong.document.paper;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.WordResponse;

/// The paper of a step, downloaded.
@Controller
class StepPaperController {

  private final StepPapers papers;

  StepPaperController(StepPapers papers) {
    this.papers = papers;
  }

  @GetMapping("/steps/{id}/paper")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    return WordResponse.of(papers.export(viewer, id));
  }
}
