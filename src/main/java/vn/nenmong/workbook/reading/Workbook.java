package vn.nenmong.workbook.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file says.
///
/// @param year the year it tells of
/// @param superior the body above the commune's, from the letterhead, or null
/// @param rows the rows of each sheet that is there, of the type that belongs to the sheet
/// @param columns the columns that each sheet has, by their own names
/// @param sheets how each sheet was understood
/// @param structural what refuses the whole file
/// @param problems what refuses a row
/// @param notices what should be known and refuses nothing
/// @param complete whether its registers are whole, so that what is not in them is absent
/// @param commune code of the commune it is of where that was said, or null where its rows tell
/// @param rough whether it gives some days as their years though they are known
public record Workbook(
    int year,
    @Nullable String superior,
    Map<Sheet, List<?>> rows,
    Map<Sheet, Set<String>> columns,
    List<SheetReading> sheets,
    List<Problem> structural,
    List<Problem> problems,
    List<Problem> notices,
    boolean complete,
    boolean rough,
    @Nullable String commune) {

  /// The sheets that were handed in.
  public Set<Sheet> present() {
    return rows.keySet();
  }

  public List<OrganizationRow> organizations() {
    return of(Sheet.ORGANIZATIONS, OrganizationRow.class);
  }

  public List<VillageRow> villages() {
    return of(Sheet.VILLAGES, VillageRow.class);
  }

  public List<MemberRow> members() {
    return of(Sheet.MEMBERS, MemberRow.class);
  }

  public List<CandidateRow> candidates() {
    return of(Sheet.CANDIDATES, CandidateRow.class);
  }

  public List<OfficeRow> offices() {
    return of(Sheet.OFFICES, OfficeRow.class);
  }

  public List<ChargeRow> charges() {
    return of(Sheet.CHARGES, ChargeRow.class);
  }

  public List<ResolutionRow> resolutions() {
    return of(Sheet.RESOLUTIONS, ResolutionRow.class);
  }

  public List<IndicatorRow> indicators() {
    return of(Sheet.INDICATORS, IndicatorRow.class);
  }

  public List<TrainingRow> training() {
    return of(Sheet.TRAINING, TrainingRow.class);
  }

  public List<VillagePostRow> villagePosts() {
    return of(Sheet.VILLAGE_POSTS, VillagePostRow.class);
  }

  public List<PlanningRow> planning() {
    return of(Sheet.PLANNING, PlanningRow.class);
  }

  public List<StudyRow> studies() {
    return of(Sheet.STUDY, StudyRow.class);
  }

  public List<ModelRow> models() {
    return of(Sheet.MODELS, ModelRow.class);
  }

  public List<MassOrganizationRow> massOrganizations() {
    return of(Sheet.MASS_ORGANIZATIONS, MassOrganizationRow.class);
  }

  public List<MeetingRow> meetings() {
    return of(Sheet.MEETINGS, MeetingRow.class);
  }

  public List<CellReviewRow> cellReviews() {
    return of(Sheet.CELL_REVIEWS, CellReviewRow.class);
  }

  public List<MemberReviewRow> memberReviews() {
    return of(Sheet.MEMBER_REVIEWS, MemberReviewRow.class);
  }

  @SuppressWarnings("unchecked") // the reader puts rows of the sheet's own type there
  private <T> List<T> of(Sheet sheet, Class<T> type) {
    List<?> found = rows.getOrDefault(sheet, List.of());
    assert found.isEmpty() || type.isInstance(found.getFirst());
    return (List<T>) found;
  }
}
