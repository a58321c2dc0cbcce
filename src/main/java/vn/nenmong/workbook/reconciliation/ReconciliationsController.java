package vn.nenmong.workbook.reconciliation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Part;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The reconciliations there are, and a new one.
@Controller
class ReconciliationsController {

  private final Organizations organizations;
  private final ReconciliationRepository repository;
  private final CompareLists compare;
  private final TakeInTheirs takeIn;
  private final Today today;

  ReconciliationsController(
      Organizations organizations,
      ReconciliationRepository repository,
      CompareLists compare,
      TakeInTheirs takeIn,
      Today today) {
    this.organizations = organizations;
    this.repository = repository;
    this.compare = compare;
    this.takeIn = takeIn;
    this.today = today;
  }

  @GetMapping("/reconciliations")
  String list(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(defaultValue = "1") int part,
      Model model) {
    LocalDate day = Quarter.lastOver(today.date()).lastDay();
    return show(viewer, part, new TypedReconciliation(page.date(day), "national", ""), null, model);
  }

  private String show(
      Viewer viewer, int part, TypedReconciliation typed, @Nullable Refused refused, Model model) {
    Part<Reconciliation> list = Part.of(repository.all(viewer.scope()), part, null);
    model.addAttribute("list", list);
    model.addAttribute("compared", compare.of(viewer.scope(), list.rows()));
    model.addAttribute("communes", communes(viewer));
    model.addAttribute("typed", typed);
    model.addAttribute("refused", refused);
    return "vn/nenmong/workbook/reconciliation/list";
  }

  /// Takes in a file, or where none was chosen, makes place for numbers.
  @PostMapping(path = "/reconciliations", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String takeIn(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String commune,
      @RequestParam(required = false) @Nullable String numbers,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model)
      throws IOException {
    try {
      UUID id = takeIn(viewer, commune, day(day), source, numbers != null, file);
      return "redirect:/reconciliations/" + id + (numbers != null ? "/units" : "");
    } catch (Refused refused) {
      return show(viewer, 1, new TypedReconciliation(day, source, commune), refused, model);
    }
  }

  private UUID takeIn(
      Viewer viewer,
      String code,
      LocalDate day,
      String source,
      boolean numbers,
      @Nullable MultipartFile file)
      throws IOException {
    OrganizationRef commune =
        communes(viewer).stream()
            .filter(choice -> code.isEmpty() || choice.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Reconciliation.Source of =
        Reconciliation.Source.of(source)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    if (numbers) {
      return takeIn.run(viewer, commune, day, of, null, null);
    }
    if (file == null || file.isEmpty()) {
      throw new Refused("workbook.import.noFile");
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return takeIn.run(
        viewer, commune, day, of, read(file, commune, day), name.isBlank() ? "–" : name);
  }

  private static TheirList read(MultipartFile file, OrganizationRef commune, LocalDate day)
      throws IOException {
    Path copy = Files.createTempFile("reconciliation", ".xlsx");
    try {
      file.transferTo(copy);
      return TheirList.read(copy, commune.code(), day);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private LocalDate day(String typed) {
    try {
      return Optional.of(TypedDay.parse(typed))
          .filter(day -> !day.isAfter(today.date()))
          .orElseThrow(() -> new Refused("workbook.reconciliation.later"));
    } catch (DateTimeException e) {
      throw new Refused("workbook.reconciliation.noDay");
    }
  }

  /// Those that the viewer sees as a whole.
  private List<OrganizationRef> communes(Viewer viewer) {
    return organizations.communes(viewer.scope(), today.date());
  }
}
