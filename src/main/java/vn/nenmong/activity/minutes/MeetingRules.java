package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.Refused;
import vn.nenmong.rule.Fraction;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// What a meeting of a day may record, by the rules of that day and the roster of the cell.
///
/// @param roster on the day of the meeting
record MeetingRules(Rulebook book, LocalDate day, Roster roster) {

  /// @param source of the rule, where one is known for the day
  record Majority(Fraction fraction, RuleValue source) {}

  Optional<Majority> majority(Matter matter) {
    return Optional.ofNullable(matter.rule()).flatMap(this::majority);
  }

  /// Of whom a meeting needs to be there: none where the office has set none.
  Optional<Majority> quorum() {
    return majority(Rule.MEETING_QUORUM);
  }

  private Optional<Majority> majority(Rule rule) {
    return book.on(day, rule)
        .flatMap(value -> value.fraction().map(fraction -> new Majority(fraction, value)));
  }

  int entitled(Set<UUID> absent) {
    return roster.entitled(absent, denominator());
  }

  private @Nullable RuleValue denominator() {
    return book.on(day, Rule.VOTE_DENOMINATOR).orElse(null);
  }

  boolean isWithoutAway() {
    return Roster.isWithoutAway(denominator());
  }

  boolean isWithoutExempt() {
    return Roster.isWithoutExempt(denominator());
  }

  /// @throws Refused where more voted than can, or it is said to be carried and is not
  void require(Minutes.Vote vote, @Nullable Matter matter, Set<UUID> absent) {
    int voters = roster.voters(absent);
    if (vote.given() > voters) {
      throw new Refused("activity.minutes.problem.votes", vote.given(), voters);
    }
    if (!vote.carried() || matter == null) {
      return;
    }
    int entitled = entitled(absent);
    majority(matter)
        .filter(majority -> !majority.fraction().isReachedBy(vote.inFavour(), entitled))
        .ifPresent(majority -> {
          throw new Refused(
              "activity.minutes.problem.majority",
              vote.inFavour(),
              majority.fraction().needed(entitled),
              entitled);
        });
  }

  /// Before the minutes are approved.
  ///
  /// @throws Refused where a vote does not stand against the roster, or too few were there
  void requireAll(Minutes minutes) {
    Set<UUID> absent = minutes.absent();
    for (Minutes.Item item : minutes.agenda()) {
      if (item.vote() != null) {
        require(item.vote(), item.matter(), absent);
      }
    }
    List<Attendee> due = roster.due(absent);
    int official = (int) due.stream().filter(MeetingRules::counts).count();
    int there = (int) roster.present(absent).stream().filter(MeetingRules::counts).count();
    quorum()
        .filter(quorum -> !quorum.fraction().isReachedBy(there, official))
        .ifPresent(quorum -> {
          throw new Refused(
              "activity.minutes.problem.quorum",
              there,
              quorum.fraction().needed(official),
              official);
        });
  }

  private static boolean counts(Attendee person) {
    return person.isOfficial() && !person.guest();
  }
}
