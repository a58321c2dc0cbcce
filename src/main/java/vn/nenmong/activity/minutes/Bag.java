package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.rule.Evidence;
import vn.nenmong.rule.RuleWords;

/// What a phone takes along; `docs/phone.md` describes it. No identity numbers, grades or
/// discipline.
///
/// @param today the working day
record Bag(String account, String name, LocalDate today, List<Cell> cells) {

  record Cell(
      UUID id,
      String name,
      String commune,
      List<Attendee> roster,
      List<Rules> rules,
      List<Criterion> criteria,
      List<TemplateItem> template,
      List<OpenItem> open,
      List<Task> tasks,
      @Nullable String lastMinutes,
      List<MeetingAnswer> meetings,
      List<FrameOf> frames,
      List<Listed> listed) {}

  /// What a meeting may record.
  ///
  /// @param from first day on which it is so
  /// @param withoutAway whether a majority is counted without who meets elsewhere
  /// @param withoutExempt whether it is counted without who is exempt and absent
  record Rules(
      LocalDate from,
      List<MatterAnswer> matters,
      @Nullable MajorityAnswer quorum,
      boolean withoutAway,
      boolean withoutExempt) {

    boolean isLike(Rules other) {
      return matters.equals(other.matters)
          && Objects.equals(quorum, other.quorum)
          && withoutAway == other.withoutAway
          && withoutExempt == other.withoutExempt;
    }
  }

  /// @param majority by which it is carried, where a rule is known for the day
  record MatterAnswer(
      Matter code, String word, boolean vote, boolean person, @Nullable MajorityAnswer majority) {}

  record MajorityAnswer(
      int numerator, int denominator, boolean more, String source, Evidence evidence) {

    static MajorityAnswer of(MeetingRules.Majority majority, Page page) {
      return new MajorityAnswer(
          majority.fraction().numerator(),
          majority.fraction().denominator(),
          majority.fraction().more(),
          RuleWords.source(page, majority.source().source()),
          majority.source().source().evidence());
    }
  }

  record Criterion(UUID code, String word, int most) {}

  record TemplateItem(String title, int minutes, Matter matter) {}

  /// @param subject whom it is about, or null
  record OpenItem(UUID id, String title, Matter matter, @Nullable UUID subject) {}

  record Task(UUID id, String text, UUID person, @Nullable LocalDate due, boolean done) {}

  /// A meeting that a list tells of.
  record Listed(
      YearMonth month,
      MeetingKind kind,
      LocalDate heldOn,
      @Nullable Integer present,
      @Nullable Integer due) {}

  /// A frame of a month in which the cell has no meeting yet, or has one.
  record FrameOf(YearMonth month, MeetingKind kind, Frame frame) {}
}
