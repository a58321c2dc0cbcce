package vn.nenmong.document.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.figures.Indicator;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.Stay;
import vn.nenmong.organization.Told;

/// All that the annual report of a commune tells, before it is put into words.
///
/// @param told the commune and by which units its period is told
/// @param communes those that it was in the period
/// @param dated day that the paper bears
/// @param figures by code, as `figures.md` names them
/// @param topGrade name of the best grade of organizations by the scheme of that year, if known
record ReportFacts(
    Head head,
    Told told,
    List<Stay> communes,
    ReportPeriod period,
    LocalDate dated,
    Map<String, Fact> figures,
    @Nullable String topGrade,
    Listed<Village> jointVillages,
    Listed<Study> studies,
    Listed<Resolution> resolutions,
    Listed<Course> courses,
    Listed<MassOrganization> massOrganizations,
    Listed<Indicator> indicators,
    Listed<Model> models,
    Listed<CellMonth> cellMonths,
    Listed<Cell> cells) {

  /// @param name of the Party organization, such as «Đảng bộ xã Na Tông»
  /// @param superior as its papers head it, such as «HUYỆN ỦY ĐIỆN BIÊN»
  record Head(String name, @Nullable String superior, @Nullable String secretary) {}

  /// @param cell with which its members meet
  record Village(String name, @Nullable String cell) {}

  record Study(String document, LocalDate day, BigDecimal present, BigDecimal due) {}

  record Resolution(String number, String subject, LocalDate day) {}

  record Course(String name, LocalDate from, int people) {}

  record MassOrganization(String name, @Nullable Integer branches, @Nullable Integer members) {}

  record Model(
      String name,
      @Nullable String stage,
      String member,
      @Nullable String village,
      @Nullable BigDecimal incomeMillion) {}

  /// A month in which a cell should have met.
  record CellMonth(UUID cell, String name, LocalDate month, boolean held) {}

  /// @param members all, official and probationary; null where not known
  record Cell(
      UUID id,
      String name,
      @Nullable Integer members,
      @Nullable Integer official,
      @Nullable Integer probationary,
      @Nullable Integer admitted,
      @Nullable String inCharge,
      @Nullable String grade) {}

  /// Lists are in the order that the paper has.
  ReportFacts {
    communes = List.copyOf(communes);
    figures = Map.copyOf(figures);
  }

  Fact figure(String code) {
    Fact fact = figures.get(code);
    if (fact == null) {
      throw new IllegalArgumentException("no figure " + code);
    }
    return fact;
  }

  /// Months without a meeting, in the order of cells.
  List<CellMonth> missedMonths() {
    return cellMonths.rows().stream().filter(month -> !month.held()).toList();
  }
}
