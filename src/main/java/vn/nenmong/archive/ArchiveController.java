package vn.nenmong.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.output.CountingOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// A backup from the browser: of all communes for whoever sees them all, of one for whoever sees
/// all of that one.
@Controller
class ArchiveController {

  private static final int LEAST_LETTERS = 12;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

  private final EveryCommuneRepository communes;
  private final Organizations organizations;
  private final Audit audit;
  private final Today today;
  private final OwnersDatabase database;
  private final BackupRunRepository runs;
  private final DataFolder folder;

  ArchiveController(
      EveryCommuneRepository communes,
      Organizations organizations,
      Audit audit,
      Today today,
      OwnersDatabase database,
      BackupRunRepository runs,
      DataFolder folder) {
    this.communes = communes;
    this.organizations = organizations;
    this.audit = audit;
    this.today = today;
    this.database = database;
    this.runs = runs;
    this.folder = folder;
  }

  @GetMapping("/backup")
  String ask(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("problem", model.getAttribute("problem"));
    boolean whole = hasAll(viewer);
    model.addAttribute("whole", whole);
    model.addAttribute("communes", wholeCommunes(viewer));
    model.addAttribute("plan", whole ? BackupPlan.of(folder).orElse(null) : null);
    model.addAttribute("runs", whole ? runs.latest() : List.of());
    return "vn/nenmong/archive/backup";
  }

  @PostMapping("/backup")
  @Nullable String send(
      @RequestParam(name = "passwordOfArchive", defaultValue = "") String passphrase,
      @RequestParam(name = "passwordAgain", defaultValue = "") String again,
      @RequestParam(defaultValue = "") String commune,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response,
      RedirectAttributes redirect)
      throws IOException, SQLException {
    Optional<OrganizationRef> part =
        wholeCommunes(viewer).stream().filter(choice -> choice.code().equals(commune)).findFirst();
    if (part.isEmpty() && !(commune.isBlank() && hasAll(viewer))) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    String problem =
        passphrase.strip().length() < LEAST_LETTERS
            ? "archive.page.short"
            : passphrase.equals(again) ? null : "archive.page.again";
    if (problem != null) {
      redirect.addFlashAttribute("problem", page.t(problem));
      return "redirect:/backup";
    }
    audit.record(viewer, about(viewer, part), "export", "archive", null, null);
    String name =
        "nen-mong-"
            + part.map(one -> one.code().toLowerCase(Locale.ROOT) + "-").orElse("")
            + STAMP.format(today.now().atZone(Today.ZONE))
            + ".nenmong";
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    CountingOutputStream out = new CountingOutputStream(response.getOutputStream());
    Instant moment = today.now();
    WriteArchive.write(
        database, out, passphrase.strip(), moment, part.map(OrganizationRef::code).orElse(null));
    // One commune's archive does not stand for the backup of all that the database has.
    if (part.isEmpty()) {
      runs.good(moment, name, out.getByteCount());
    }
    return null;
  }

  private static @Nullable UUID about(Viewer viewer, Optional<OrganizationRef> part) {
    return part.map(OrganizationRef::id)
        .or(() ->
            viewer.communes().size() == 1
                ? viewer.communes().stream().findFirst()
                : Optional.empty())
        .orElse(null);
  }

  private List<OrganizationRef> wholeCommunes(Viewer viewer) {
    return organizations.choices(viewer.scope(), today.date()).stream()
        .filter(OrganizationRef::isCommune)
        .filter(choice -> !choice.isAboveCommunes())
        .toList();
  }

  /// The archive of all has every commune: only who sees them all may take it.
  private boolean hasAll(Viewer viewer) {
    return viewer.communes().containsAll(communes.all());
  }
}
