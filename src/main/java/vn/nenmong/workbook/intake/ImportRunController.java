package vn.nenmong.workbook.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Viewer;
import vn.nenmong.workbook.mapping.Mapping;

/// One import of the past: its file, how that was read, who brought it and what it did.
@Controller
class ImportRunController {

  private final ImportRunRepository runs;
  private final JsonMapper json = JsonMapper.builder().build();

  ImportRunController(ImportRunRepository runs) {
    this.runs = runs;
  }

  @GetMapping("/import/runs/{id}")
  String show(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    PastImport run =
        runs.find(viewer.scope(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("run", run);
    model.addAttribute("result", read(run.result(), ImportResult.class));
    model.addAttribute("mapping", read(run.mapping(), Mapping.class));
    return "vn/nenmong/workbook/intake/run";
  }

  private <T> @Nullable T read(@Nullable String text, Class<T> type) {
    return text == null ? null : json.readValue(text, type);
  }
}
