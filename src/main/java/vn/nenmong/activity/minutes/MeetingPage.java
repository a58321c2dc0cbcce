package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.rule.RuleValue;

/// One meeting as its page shows it.
///
/// @param onBehalf account of the office that entered it for the cell, or null
/// @param missedReason why there was none, where it was missed
/// @param resolved whether it has a resolution
/// @param due how many were expected, where it was held
/// @param choices about which someone has to choose
/// @param history the newest change first
public record MeetingPage(
    UUID id,
    UUID cellId,
    String cell,
    int month,
    int year,
    String kind,
    String state,
    Value.Tone tone,
    @Nullable LocalDate plannedOn,
    @Nullable String plannedAt,
    @Nullable LocalDate heldOn,
    @Nullable String began,
    @Nullable String ended,
    @Nullable String place,
    @Nullable String missedReason,
    @Nullable String onBehalf,
    boolean resolved,
    int due,
    int present,
    @Nullable FrameLink frame,
    MinutesText minutes,
    List<Attendance> attendance,
    List<Vote> votes,
    List<Task> tasks,
    List<Target> targets,
    List<Score> scores,
    List<UUID> photos,
    List<Choice> choices,
    List<Replaced> replaced,
    List<Change> history) {

  public record FrameLink(UUID id, String title) {}

  /// @param what about them: `guest`, `exempt`, or their standing
  /// @param reason in words, where they were absent
  public record Attendance(
      UUID personId, String name, String what, boolean present, @Nullable String reason) {}

  /// @param matter message key
  /// @param needed of `entitled`, where a rule of the day is known
  public record Vote(
      String title,
      String matter,
      boolean secret,
      int inFavour,
      int against,
      int blank,
      boolean carried,
      int entitled,
      @Nullable Integer needed,
      @Nullable RuleValue rule) {}

  /// @param overdue as of the day looked at
  public record Task(
      UUID id,
      String text,
      String person,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate doneOn,
      @Nullable String done,
      boolean overdue) {}

  public record Target(String text, String amount) {}

  public record Score(String text, int most, @Nullable Integer score) {}

  /// Two things of one field: what stands there and what was told beside it or proposed.
  ///
  /// @param now what stands there
  /// @param nowBy who set it, or null where nobody did
  public record Choice(
      UUID id,
      boolean proposed,
      String field,
      String now,
      @Nullable String nowBy,
      String other,
      String by,
      OffsetDateTime at) {}

  /// A row of a list that it took the place of.
  public record Replaced(
      LocalDate heldOn,
      @Nullable Integer due,
      @Nullable Integer present,
      @Nullable String absenceReason) {}

  /// @param toldAt by the clock where it was told
  /// @param settledBy who chose, where someone had to
  public record Change(
      String field,
      String value,
      String by,
      boolean phone,
      OffsetDateTime toldAt,
      OffsetDateTime receivedAt,
      String outcome,
      @Nullable String settled,
      @Nullable String settledBy) {}

  /// Whether it judged itself.
  public boolean isScored() {
    return scores.stream().anyMatch(score -> score.score() != null);
  }

  public int score() {
    return scores.stream().map(Score::score).flatMap(Stream::ofNullable).mapToInt(n -> n).sum();
  }

  public int mostScore() {
    return scores.stream().mapToInt(Score::most).sum();
  }
}
