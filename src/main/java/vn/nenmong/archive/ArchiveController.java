package vn.nenmong.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import vn.nenmong.kernel.database.Database;
import vn.nenmong.kernel.database.Login;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// A backup from the browser, for whoever has all communes of the database.
@Controller
class ArchiveController {

  private static final int LEAST_LETTERS = 12;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

  private final EveryCommuneRepository communes;
  private final Audit audit;
  private final Today today;
  private final Database database;

  ArchiveController(
      EveryCommuneRepository communes,
      Audit audit,
      Today today,
      @Value("${spring.flyway.url}") String url,
      @Value("${spring.flyway.user}") String owner,
      @Value("${spring.flyway.password}") String ownerPassword) {
    this.communes = communes;
    this.audit = audit;
    this.today = today;
    this.database = new OwnersDatabase(url, new Login(owner, ownerPassword));
  }

  @GetMapping("/backup")
  String ask(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("problem", model.getAttribute("problem"));
    model.addAttribute("whole", hasAll(viewer));
    model.addAttribute("last", communes.lastBackup(viewer.scope()).orElse(null));
    return "vn/nenmong/archive/backup";
  }

  @PostMapping("/backup")
  @Nullable String send(
      @RequestParam(name = "passwordOfArchive", defaultValue = "") String passphrase,
      @RequestParam(name = "passwordAgain", defaultValue = "") String again,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response,
      RedirectAttributes redirect)
      throws IOException, SQLException {
    if (!hasAll(viewer)) {
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
    UUID only = viewer.communes().size() == 1 ? viewer.communes().getFirst() : null;
    audit.record(viewer, only, "export", "archive", null, null);
    String name = "nen-mong-" + STAMP.format(today.now().atZone(Today.ZONE)) + ".nenmong";
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    WriteArchive.write(database, response.getOutputStream(), passphrase.strip(), today.now());
    return null;
  }

  /// An archive has every commune: only who sees them all may take it.
  private boolean hasAll(Viewer viewer) {
    return viewer.communes().containsAll(communes.all());
  }

  /// What is needed of the database to copy it.
  private record OwnersDatabase(String url, Login owner) implements Database {
    @Override
    public Login app() {
      return owner;
    }

    @Override
    public void close() {
      // Opened by the program, which closes it.
    }
  }
}
