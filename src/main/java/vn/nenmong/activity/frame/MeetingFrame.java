package vn.nenmong.activity.frame;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a commune gives all its cells for their meetings of a month.
///
/// @param month its first day
/// @param agenda items, one a line
/// @param documents to study, one a line
/// @param by who sent it
public record MeetingFrame(
    UUID id,
    UUID communeId,
    LocalDate month,
    String kind,
    String title,
    @Nullable String text,
    String agenda,
    String documents,
    String by,
    OffsetDateTime at) {

  /// @param agenda items
  /// @param documents to study
  record Told(
      LocalDate month,
      String kind,
      String title,
      @Nullable String text,
      List<String> agenda,
      List<String> documents) {}

  /// A cell of the scope, with what came back from it.
  ///
  /// @param meetingId of the kept meeting, or null
  /// @param state of the meeting; `listed` where a list alone tells of it, `none` where nothing
  ///   does
  /// @param studied documents of the frame that were studied, one a line
  public record Cell(
      UUID id,
      String name,
      @Nullable UUID meetingId,
      String state,
      @Nullable LocalDate heldOn,
      @Nullable Integer due,
      @Nullable Integer present,
      @Nullable String reason,
      String studied) {

    public boolean hasMet() {
      return heldOn != null;
    }

    public boolean hasStudied(String document) {
      return studied.lines().anyMatch(document::equals);
    }
  }

  public List<String> items() {
    return agenda.lines().toList();
  }

  public List<String> papers() {
    return documents.lines().toList();
  }
}
