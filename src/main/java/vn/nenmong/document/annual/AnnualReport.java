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
import vn.nenmong.organization.Told;
import vn.nenmong.organization.Units;

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
  /// @param units by which the period is told: the commune as it was on the last day of the period,
  ///   or as it is today with all that it came of
  /// @param dated day that the paper bears, by which its layout goes; null for [#dated]
  /// @throws Refused where there is no such commune
  @Transactional
  public byte[] export(
      Viewer viewer,
      String organization,
      ReportPeriod period,
      Units units,
      @Nullable LocalDate dated) {
    Told commune = commune(viewer.scope(), organization, period, units);
    audit.record(
        viewer,
        commune.organization().id(),
        "export",
        "annual_report",
        null,
        "{\"period\":\"" + period.code() + "\",\"units\":\"" + units.code() + "\"}");
    return paper(viewer.scope(), commune, period, dated == null ? dated(commune, period) : dated);
  }

  /// The report, to be looked at.
  @Transactional(readOnly = true)
  public byte[] preview(Scope scope, Told commune, ReportPeriod period, LocalDate dated) {
    return paper(scope, commune, period, dated);
  }

  /// The day that a paper about a period bears: the last of the period, or today where that is
  /// still to come. So a report on an old year is laid out as papers were then; but one that tells
  /// it by the units of today is written today.
  public LocalDate dated(Told commune, ReportPeriod period) {
    return period.to().isBefore(today.date()) && !commune.isNow() ? period.to() : today.date();
  }

  /// The day on which whoever writes the report is looked for, with name, superior and secretary.
  private LocalDate writtenOn(Scope scope, Told commune, ReportPeriod period, LocalDate dated) {
    if (!commune.isNow()) {
      return period.to();
    }
    boolean there = organizations.find(scope, commune.organization().id(), dated).isPresent();
    return there ? dated : today.date();
  }

  private Told commune(Scope scope, String code, ReportPeriod period, Units units) {
    Told found =
        organizations
            .told(scope, code, period.to(), units)
            .filter(told -> told.units() == units)
            .orElseThrow(() -> new Refused("document.report.noOrganization", code));
    if (!isOf(found.organization())) {
      throw new Refused("document.report.noCommune", code);
    }
    return found;
  }

  /// Whether there is a report of an organization.
  static boolean isOf(OrganizationRef organization) {
    return organization.isCommune() && !organization.isAboveCommunes();
  }

  /// Whether the report is written by a template of the office: one that is told by the units of
  /// today must say so.
  ///
  /// @param day on which the commune is there
  boolean usesOwnTemplate(Scope scope, Told commune, LocalDate day) {
    return templates.hasOwn(scope, KIND, commune.organization().id(), day, needed(commune));
  }

  private static String[] needed(Told commune) {
    return commune.isNow() ? new String[] {ReportTags.UNITS} : new String[0];
  }

  private byte[] paper(Scope scope, Told commune, ReportPeriod period, LocalDate dated) {
    LocalDate writtenOn = writtenOn(scope, commune, period, dated);
    Values values = ReportModel.of(facts.run(scope, commune, period, dated, writtenOn), this::word);
    return templates
        .inUse(scope, KIND, commune.organization().id(), writtenOn, dated, needed(commune))
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
