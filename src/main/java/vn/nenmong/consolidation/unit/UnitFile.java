package vn.nenmong.consolidation.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A cell or a committee on a day, with its year.
///
/// @param below its own tree, itself first
/// @param members of a cell, by name; at most [UnitRepository#SHOWN_MEMBERS]
/// @param guests members of other organizations who are in the cell for a time
/// @param visits the last of those in charge of the cell
/// @param nextVisit the earliest day on which one of them is due there, or null
/// @param regulation that is in force, or null
/// @param months the months of the year; of a cell
public record UnitFile(
    Facts facts,
    List<UnitNode> below,
    List<Member> members,
    List<Guest> guests,
    List<Village> villages,
    List<Officer> officers,
    List<Officer> charges,
    List<Visit> visits,
    @Nullable LocalDate nextVisit,
    @Nullable Regulation regulation,
    List<Month> months,
    List<Review> reviews,
    List<Resolution> resolutions,
    List<Name> names) {

  /// @param parentId the organization above, where the scope reaches it
  /// @param openFrom first day of its life, or null where that is not known
  public record Facts(
      UUID id,
      String code,
      String name,
      String kind,
      @Nullable PartialDate founded,
      @Nullable String foundingDecision,
      @Nullable String superior,
      @Nullable UUID parentId,
      @Nullable String parent,
      @Nullable String note,
      @Nullable LocalDate openFrom) {

    public boolean isCell() {
      return kind.endsWith("cell");
    }
  }

  public record Member(
      UUID id, String name, @Nullable PartialDate born, String standing, boolean exempt) {}

  /// @param place where they are a member
  /// @param until last day of their stay
  public record Guest(UUID id, String name, @Nullable String place, LocalDate until) {}

  public record Village(UUID id, String name, @Nullable String meetingForm) {}

  /// Who holds an office, or is in charge of the cell.
  ///
  /// @param id of the member, or null when they are none that the scope reaches
  public record Officer(
      @Nullable UUID id, String name, String title, @Nullable PartialDate since) {}

  public record Visit(
      UUID id, LocalDate day, String person, @Nullable String found, @Nullable String agreed) {}

  /// The working regulation in force.
  public record Regulation(String number, LocalDate issuedOn, LocalDate since, String title) {}

  /// A month of the year: its regular and thematic meeting, where there were.
  ///
  /// @param due whether a regular meeting was due: the cell existed, the month is over, and the
  ///   commune told of its meetings
  /// @param unknown whether it told nothing of the month
  public record Month(
      int number,
      boolean due,
      boolean unknown,
      @Nullable LocalDate heldOn,
      @Nullable Integer present,
      @Nullable Integer expected,
      @Nullable LocalDate thematicOn) {

    public boolean isMissed() {
      return due && heldOn == null;
    }
  }

  public record Review(int year, String grade, String label) {}

  /// @param own whether it is the organization's own, not one of the committee above
  public record Resolution(
      String number,
      String kind,
      String subject,
      LocalDate issuedOn,
      boolean thematic,
      boolean own) {}

  public record Name(
      String name,
      @Nullable PartialDate since,
      @Nullable LocalDate lastDay,
      @Nullable String parent) {}

  public UnitNode self() {
    return below.getFirst();
  }

  public int membersHidden() {
    return self().members() - members.size();
  }

  public long held() {
    return months.stream().filter(month -> month.due() && month.heldOn() != null).count();
  }

  public long due() {
    return months.stream().filter(Month::due).count();
  }
}
