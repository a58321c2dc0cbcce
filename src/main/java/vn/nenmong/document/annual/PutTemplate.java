package vn.nenmong.document.annual;

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
class PutTemplate {

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
  public int run(Viewer viewer, OrganizationRef commune, String fileName, byte[] file) {
    TemplateCheck.Accepted accepted = TemplateCheck.check(file, ReportTags.ALL);
    repository.leave(viewer.scope(), commune.id(), today.date());
    String name = Vietnamese.clean(fileName);
    int version =
        repository.add(
            viewer.scope(),
            commune.id(),
            today.date(),
            name.substring(0, Math.min(name.length(), LONGEST_NAME)),
            accepted.template().file(),
            today.now(),
            viewer.account());
    audit.record(
        viewer, commune.id(), "put", "paper_template", null, "{\"version\":" + version + "}");
    return version;
  }
}
