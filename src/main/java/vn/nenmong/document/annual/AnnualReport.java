package vn.nenmong.document.annual;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.PaperKind;
import vn.nenmong.document.store.PaperTemplates;
import vn.nenmong.document.store.Papers;
import vn.nenmong.document.template.Values;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The annual report on Party building of a commune as a Word file.
@Component
public class AnnualReport implements Papers {

  static final PaperKind KIND =
      new PaperKind(
          "annual_report", "document.kind.annual_report", "bao-cao-tong-ket", ReportTags.ALL);

  private final Organizations organizations;
  private final GatherFacts facts;
  private final PaperTemplates templates;
  private final MessageSource messages;
  private final Audit audit;
  private final Today today;

  AnnualReport(
      Organizations organizations,
      GatherFacts facts,
      PaperTemplates templates,
      MessageSource messages,
      Audit audit,
      Today today) {
    this.organizations = organizations;
    this.facts = facts;
    this.templates = templates;
    this.messages = messages;
    this.audit = audit;
    this.today = today;
  }

  @Override
  public List<PaperKind> kinds() {
    return List.of(KIND);
  }

  /// The report as a .docx, handed out: the trail says so.
  ///
  /// @param organization code of a commune
  /// @param dated day that the paper bears, by which its layout goes; null for [#dated]
  /// @throws Refused where there is no such commune
  @Transactional
  public byte[] export(
      Viewer viewer, String organization, ReportPeriod period, @Nullable LocalDate dated) {
    OrganizationRef commune = commune(viewer.scope(), organization, period);
    audit.record(
        viewer,
        commune.id(),
        "export",
        "annual_report",
        null,
        "{\"period\":\"" + period.code() + "\"}");
    return paper(viewer.scope(), commune, period, dated == null ? dated(period) : dated);
  }

  /// The report, to be looked at.
  @Transactional(readOnly = true)
  public byte[] preview(
      Scope scope, OrganizationRef commune, ReportPeriod period, LocalDate dated) {
    return paper(scope, commune, period, dated);
  }

  /// The day that a paper about a period bears: the last of the period, or today where that is
  /// still to come. So a report on an old year is laid out as papers were then.
  public LocalDate dated(ReportPeriod period) {
    return period.to().isBefore(today.date()) ? period.to() : today.date();
  }

  private OrganizationRef commune(Scope scope, String code, ReportPeriod period) {
    OrganizationRef found =
        organizations
            .find(scope, code, period.to())
            .orElseThrow(() -> new Refused("document.report.noOrganization", code));
    if (!found.isCommune()) {
      throw new Refused("document.report.noCommune", code);
    }
    return found;
  }

  private byte[] paper(Scope scope, OrganizationRef commune, ReportPeriod period, LocalDate dated) {
    Values values = ReportModel.of(facts.run(scope, commune, period, dated), this::word);
    return templates
        .inUse(scope, KIND, commune.id(), period.to(), dated)
        .fill(
            values,
            what ->
                what.isEmpty()
                    ? word("document.paper.missingHere")
                    : word("document.paper.missing", what));
  }

  private String word(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Vietnamese.LOCALE);
  }
}
