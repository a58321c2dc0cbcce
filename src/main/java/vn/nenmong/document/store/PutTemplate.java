package vn.nenmong.document.store;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.template.TemplateCheck;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;

/// Checks a template, keeps it as a new version and takes it into use.
@Component
public class PutTemplate {

  private static final int LONGEST_NAME = 200;

  private final TemplateRepository repository;
  private final Audit audit;
  private final Today today;

  PutTemplate(TemplateRepository repository, Audit audit, Today today) {
    this.repository = repository;
    this.audit = audit;
    this.today = today;
  }

  /// @throws TemplateRefused with every reason
  @Transactional
  public int run(
      Viewer viewer, PaperKind kind, OrganizationRef commune, String fileName, byte[] file) {
    TemplateCheck.Accepted accepted = TemplateCheck.check(file, kind.vocabulary());
    repository.leave(viewer.scope(), kind, commune.id(), today.date());
    String name = Vietnamese.clean(fileName);
    int version =
        repository.add(
            viewer.scope(),
            kind,
            commune.id(),
            today.date(),
            name.substring(0, Math.min(name.length(), LONGEST_NAME)),
            accepted.template().file(),
            today.now(),
            viewer.account());
    audit.record(
        viewer,
        commune.id(),
        "put",
        "paper_template",
        null,
        "{\"kind\":\"%s\",\"version\":%d}".formatted(kind.code(), version));
    return version;
  }
}
