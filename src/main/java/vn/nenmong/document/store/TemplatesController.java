package vn.nenmong.document.store;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.template.PaperTemplate;
import vn.nenmong.document.template.Problem;
import vn.nenmong.document.template.TemplateCheck;
import vn.nenmong.document.template.TemplateRefused;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The templates of a commune's papers: downloaded, put back, changed for another version.
@Controller
class TemplatesController {

  private static final String VIEW = "vn/nenmong/document/store/templates";

  private final TemplateRepository repository;
  private final PaperTemplates templates;
  private final PutTemplate put;
  private final UseTemplate use;
  private final List<Papers> papers;
  private final Organizations organizations;
  private final Today today;

  TemplatesController(
      TemplateRepository repository,
      PaperTemplates templates,
      PutTemplate put,
      UseTemplate use,
      List<Papers> papers,
      Organizations organizations,
      Today today) {
    this.repository = repository;
    this.templates = templates;
    this.put = put;
    this.use = use;
    this.papers = papers;
    this.organizations = organizations;
    this.today = today;
  }

  @GetMapping("/reports/templates")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable Integer added,
      Model model) {
    return page(viewer, kind(kind), organization, added, List.of(), model);
  }

  private String page(
      Viewer viewer,
      PaperKind kind,
      @Nullable String organization,
      @Nullable Integer added,
      List<Problem> problems,
      Model model) {
    List<OrganizationRef> communes =
        organizations.tops(viewer.scope(), today.date()).stream()
            .filter(OrganizationRef::isCommune)
            .toList();
    OrganizationRef commune =
        organization == null || organization.isBlank()
            ? communes.stream().findFirst().orElse(null)
            : commune(viewer, organization);
    model.addAttribute("kinds", kinds());
    model.addAttribute("kind", kind);
    model.addAttribute("communes", communes);
    model.addAttribute("commune", commune);
    model.addAttribute(
        "layout", repository.layout(commune == null ? null : commune.id(), today.date()));
    model.addAttribute(
        "versions",
        commune == null
            ? List.of()
            : repository.versions(viewer.scope(), kind, commune.id(), today.date()));
    model.addAttribute("unused", commune == null ? List.of() : unused(viewer, kind, commune));
    model.addAttribute("tags", kind.vocabulary().tags());
    model.addAttribute("problems", problems);
    model.addAttribute("added", added);
    return VIEW;
  }

  /// Tags of the program's own template that the one in use leaves out.
  private List<String> unused(Viewer viewer, PaperKind kind, OrganizationRef commune) {
    PaperTemplate template =
        templates.inUse(viewer.scope(), kind, commune.id(), today.date(), today.date());
    Set<String> standard =
        TemplateCheck.check(
                templates.standard(kind, commune.id(), today.date()).file(), kind.vocabulary())
            .used();
    try {
      return TemplateCheck.check(template.file(), kind.vocabulary()).unused().stream()
          .filter(standard::contains)
          .toList();
    } catch (TemplateRefused refused) {
      return List.of();
    }
  }

  /// @param version one that the office has put in, or null for the program's own
  @GetMapping("/reports/templates/file")
  ResponseEntity<byte[]> file(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable LocalDate dated) {
    PaperKind of = kind(kind);
    if (version == null) {
      LocalDate day = Objects.requireNonNullElseGet(dated, today::date);
      return WordResponse.of(
          "mau-" + of.file(), templates.standard(of, viewer.onlyCommune(), day).file());
    }
    PaperTemplate template =
        Optional.ofNullable(organization)
            .flatMap(code ->
                templates.own(
                    viewer.scope(), of, commune(viewer, code).id(), today.date(), version))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return WordResponse.of("mau-" + of.file() + "-" + version, template.file());
  }

  @PostMapping("/reports/templates")
  String put(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam String organization,
      @RequestParam MultipartFile file,
      Model model,
      RedirectAttributes redirect,
      jakarta.servlet.http.HttpServletResponse response)
      throws IOException {
    OrganizationRef commune = commune(viewer, organization);
    PaperKind of = kind(kind);
    try {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      redirect.addAttribute("added", put.run(viewer, of, commune, name, file.getBytes()));
    } catch (TemplateRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(viewer, of, organization, null, refused.problems(), model);
    }
    redirect.addAttribute("organization", organization);
    redirect.addAttribute("kind", of.code());
    return "redirect:/reports/templates";
  }

  /// @param version the version to go back to, or none for the program's own
  @PostMapping("/reports/templates/use")
  String use(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable Integer version,
      RedirectAttributes redirect) {
    PaperKind of = kind(kind);
    try {
      use.run(viewer, of, commune(viewer, organization), version);
    } catch (Refused refused) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, refused);
    }
    redirect.addAttribute("organization", organization);
    redirect.addAttribute("kind", of.code());
    return "redirect:/reports/templates";
  }

  private List<PaperKind> kinds() {
    return papers.stream().flatMap(each -> each.kinds().stream()).toList();
  }

  /// What was asked for, else the first.
  private PaperKind kind(@Nullable String code) {
    return kinds().stream()
        .filter(kind -> code == null || kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private OrganizationRef commune(Viewer viewer, String organization) {
    return organizations
        .find(viewer.scope(), organization, today.date())
        .filter(OrganizationRef::isCommune)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
