package vn.nenmong.workbook.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.workbook.mapping.Headings;
import vn.nenmong.workbook.mapping.Mapping;
import vn.nenmong.workbook.reading.Sheet;

/// How a list of an office's own is understood, shown and corrected before it is read.
@Controller
class MappingController {

  private static final String VIEW = "vn/nenmong/workbook/intake/mapping";

  private final UploadRepository uploads;
  private final ReadList lists;
  private final WorkOnUpload work;

  MappingController(UploadRepository uploads, ReadList lists, WorkOnUpload work) {
    this.uploads = uploads;
    this.lists = lists;
    this.work = work;
  }

  @GetMapping("/import/{id}/mapping")
  String show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String sheet,
      @RequestParam(required = false) @Nullable String commune,
      @RequestParam(required = false) @Nullable Sheet register,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model)
      throws IOException {
    boolean asked = sheet != null || commune != null || register != null;
    Mapping kept = asked ? null : lists.ofUpload(viewer, id);
    return answer(
        viewer,
        id,
        model,
        file ->
            kept == null
                ? lists.guess(viewer, file, new ReadList.Asked(sheet, commune, register))
                : lists.as(viewer, file, kept));
  }

  @PostMapping("/import/{id}/mapping")
  String save(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model)
      throws IOException {
    Mapping mapping = mapping(form);
    if (form.containsKey("look")) {
      return answer(viewer, id, model, file -> lists.as(viewer, file, mapping));
    }
    ReadList.Understood understood =
        WorkOnUpload.with(content(viewer, id), file -> lists.as(viewer, file, mapping));
    lists.keep(viewer, id, understood.understanding());
    work.readAgain(viewer, id);
    return "redirect:/import/" + id;
  }

  private interface Reading {
    ReadList.Understood of(Path file);
  }

  private String answer(Viewer viewer, UUID id, Model model, Reading reading) throws IOException {
    Upload upload =
        uploads
            .find(id, viewer.account())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("upload", upload);
    try {
      ReadList.Understood understood = WorkOnUpload.with(content(viewer, id), reading::of);
      model.addAttribute("understanding", understood.understanding());
      model.addAttribute("sheets", understood.sheets());
      model.addAttribute("communes", understood.communes());
      model.addAttribute("places", understood.places());
      model.addAttribute("registers", Headings.REGISTERS);
      model.addAttribute(
          "choices", Headings.of(understood.understanding().mapping().register()).choices());
      return VIEW;
    } catch (Refused refused) {
      model.addAttribute("refused", refused);
      return "vn/nenmong/workbook/intake/noList";
    }
  }

  private byte[] content(Viewer viewer, UUID id) {
    return uploads
        .content(id, viewer.account())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Mapping mapping(Map<String, String> form) {
    try {
      List<Mapping.Use> uses = new ArrayList<>();
      int columns = Integer.parseInt(form.getOrDefault("columns", "0"));
      for (int i = 0; i < Math.min(columns, 500); i++) {
        String code = form.getOrDefault("field." + i, "IGNORED");
        uses.add(Mapping.Use.of(code, form.containsKey("repeat." + i)));
      }
      Map<String, String> cells = new HashMap<>();
      form.forEach((name, value) -> {
        if (name.startsWith("cell.")) {
          cells.put(name.substring(5), value);
        }
      });
      return new Mapping(
          Sheet.valueOf(needed(form, "register")),
          needed(form, "commune"),
          Integer.parseInt(needed(form, "year")),
          form.containsKey("complete"),
          needed(form, "sheet"),
          Integer.parseInt(needed(form, "firstHeader")),
          Integer.parseInt(needed(form, "lastHeader")),
          uses,
          form.containsKey("decode"),
          form.containsKey("swapped"),
          form.containsKey("newYears"),
          cells,
          form.getOrDefault("cell", ""));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.badRequest", e);
    }
  }

  private static String needed(Map<String, String> form, String name) {
    String value = form.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }
}
