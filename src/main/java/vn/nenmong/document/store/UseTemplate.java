package vn.nenmong.document.store;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;

/// Goes back to a version of the template, or to the program's own.
@Component
public class UseTemplate {

  private final TemplateRepository repository;
  private final Audit audit;
  private final Today today;

  UseTemplate(TemplateRepository repository, Audit audit, Today today) {
    this.repository = repository;
    this.audit = audit;
    this.today = today;
  }

  /// @param version the version, or null for the program's own
  @Transactional
  public void run(
      Viewer viewer, PaperKind kind, OrganizationRef commune, @Nullable Integer version) {
    repository.leave(viewer.scope(), kind, commune.id(), today.date());
    if (version != null
        && !repository.use(viewer.scope(), kind, commune.id(), today.date(), version)) {
      throw new Refused("document.templates.noVersion", String.valueOf(version));
    }
    audit.record(
        viewer,
        commune.id(),
        "use",
        "paper_template",
        null,
        "{\"kind\":\"%s\",\"version\":%s}".formatted(kind.code(), version));
  }
}
