package vn.nenmong.document.minutes;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.PaperKind;
import vn.nenmong.document.store.WordResponse;

/// The papers of a meeting, downloaded.
@Controller
class MinutesController {

  private final MinutesPapers papers;

  MinutesController(MinutesPapers papers) {
    this.papers = papers;
  }

  @GetMapping("/meetings/{id}/minutes")
  ResponseEntity<byte[]> minutes(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    return file(viewer, id, MinutesPapers.MINUTES);
  }

  @GetMapping("/meetings/{id}/resolution")
  ResponseEntity<byte[]> resolution(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    return file(viewer, id, MinutesPapers.RESOLUTION);
  }

  private ResponseEntity<byte[]> file(Viewer viewer, UUID id, PaperKind kind) {
    return WordResponse.of(papers.export(viewer, id, kind));
  }
}
