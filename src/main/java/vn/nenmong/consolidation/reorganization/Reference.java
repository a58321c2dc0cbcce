package vn.nenmong.consolidation.reorganization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of the rows of a table that refer to a unit or a village when that ends. Every
/// reference there is has its answer here; a test compares them with the catalogue.
///
/// @param period column of the days on which a row holds; null where it does not end
/// @param among column by which some of the rows can be chosen; null where it is all or none
record Reference(
    String table, String column, Answer answer, @Nullable String period, @Nullable String among) {

  enum Answer {
    /// It tells what was on a day, in a year or a term, or whose records it stands in.
    STAYS,
    /// It goes on with the unit that comes of it, from the day on.
    FOLLOWS,
    /// It goes on with the unit that has the records of the one that ended while it is only
    /// planned, for the day or later.
    FOLLOWS_WHILE_PLANNED,
    /// It ends with the day before.
    ENDS,
    /// It is the unit itself, its place or its life, and is written by hand.
    ITSELF
  }

  static final List<Reference> ALL =
      List.of(
          follows("member_state", "cell_id", "period", "person_id"),
          follows("candidate", "cell_id", "listed", "person_id"),
          follows("temporary_standing", "cell_id", "period", "person_id"),
          follows("village_period", "cell_id", "period", "village_id"),
          follows("village_period", "commune_id", "period", "village_id"),
          follows("agency", "cell_id", "period", null),
          follows("agency", "commune_id", "period", null),
          follows("member_state", "village_id", "period", "person_id"),
          follows("candidate", "village_id", "listed", "person_id"),
          ends("office_held", "organization_id"),
          ends("charge", "cell_id"),
          ends("working_regulation", "organization_id"),
          ends("village_post", "village_id"),
          itself("organization_period", "organization_id"),
          itself("organization_period", "parent_id"),
          itself("village_period", "village_id"),
          itself("succession", "predecessor_id"),
          itself("succession", "successor_id"),
          itself("village_succession", "predecessor_id"),
          itself("village_succession", "successor_id"),
          // Of a village that ended, its heir is shown.
          stays("economic_model", "village_id"),
          stays("village_year", "village_id"),
          stays("meeting", "cell_id"),
          new Reference("cell_meeting", "cell_id", Answer.FOLLOWS_WHILE_PLANNED, null, null),
          // Of a cell that ended, the open ones are shown with its heir.
          stays("cell_task", "cell_id"),
          stays("cell_visit", "cell_id"),
          stays("reconciliation_count", "unit_id"),
          stays("step", "cell_id"),
          stays("resolution", "organization_id"),
          stays("study_session", "organization_id"),
          stays("organization_review", "organization_id"),
          stays("member_review", "cell_id"),
          stays("committee_term", "organization_id"),
          stays("paper_number", "organization_id"),
          // Of a unit that ended, those of its heir count.
          stays("rule_value", "unit_id"),
          stays("holiday", "unit_id"),
          stays("holiday_year", "unit_id"));

  /// Where something lies is said by its commune too.
  private static final List<String> FOLLOWING = List.of("village_period", "agency");

  /// The rows of a village that say in which commune it lies.
  static final Reference PLACE_OF_VILLAGE =
      ALL.stream()
          .filter(reference ->
              reference.table.equals("village_period") && reference.column.equals("commune_id"))
          .findFirst()
          .orElseThrow();

  /// In which commune's records a row stands is not changed by a reorganization.
  static boolean isOfRecords(String table, String column) {
    return column.equals("commune_id") && FOLLOWING.stream().noneMatch(table::equals);
  }

  static List<Reference> of(Answer answer) {
    return ALL.stream().filter(reference -> reference.answer == answer).toList();
  }

  private static Reference follows(
      String table, String column, String period, @Nullable String among) {
    return new Reference(table, column, Answer.FOLLOWS, period, among);
  }

  private static Reference ends(String table, String column) {
    return new Reference(table, column, Answer.ENDS, "period", null);
  }

  private static Reference stays(String table, String column) {
    return new Reference(table, column, Answer.STAYS, null, null);
  }

  private static Reference itself(String table, String column) {
    return new Reference(table, column, Answer.ITSELF, null, null);
  }
}
