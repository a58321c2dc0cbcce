package vn.nenmong.membership.way;

import static vn.nenmong.membership.way.Ask.BODY;
import static vn.nenmong.membership.way.Ask.CELL;
import static vn.nenmong.membership.way.Ask.EFFECTIVE;
import static vn.nenmong.membership.way.Ask.FORM;
import static vn.nenmong.membership.way.Ask.NUMBER;
import static vn.nenmong.membership.way.Ask.OUTCOME;
import static vn.nenmong.membership.way.Ask.PEOPLE;
import static vn.nenmong.membership.way.Ask.PLACE;
import static vn.nenmong.membership.way.Ask.REASON;
import static vn.nenmong.membership.way.Ask.RECEIVED;
import static vn.nenmong.membership.way.Ask.UNTIL;
import static vn.nenmong.membership.way.Ask.VOTES;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.Rulebook;

/// What can be done on someone's way. Stored by its lower-case name.
public enum StepKind {
  /// What the registers said of someone before their first step, or after they were changed by a
  /// form or an import. Written by the program, never asked for.
  REGISTERED(Group.REGISTER, ""),

  HELPERS(
      Group.ADMISSION,
      "two_members member_and_youth_union member_and_trade_union",
      PEOPLE,
      FORM,
      REASON),
  CLASS(Group.ADMISSION, "", NUMBER, PLACE),
  APPLICATION(
      Group.ADMISSION,
      "literate primary lower_secondary_equivalent lower_secondary_completed lower_secondary_diploma upper_secondary",
      FORM),
  CV(Group.ADMISSION, ""),
  VERIFICATION(Group.ADMISSION, "clear not_clear", NUMBER, FORM),
  OPINIONS(Group.ADMISSION, "", NUMBER),
  CELL_RESOLUTION(Group.ADMISSION, "secret open", NUMBER, VOTES, OUTCOME, FORM),
  SUB_COMMITTEE_REPORT(Group.ADMISSION, "", NUMBER, BODY),
  COMMITTEE_RESOLUTION(Group.ADMISSION, "", NUMBER, VOTES, OUTCOME),
  ADMISSION_EXTENSION(Group.ADMISSION, "", NUMBER, BODY, REASON),
  ADMISSION_DECISION(Group.ADMISSION, "", NUMBER, FORM, VOTES, OUTCOME, RECEIVED),
  CEREMONY(Group.ADMISSION, "", PLACE),
  DOSSIER_MOVED(Group.ADMISSION, "", NUMBER, CELL, PLACE, REASON),
  WITHDRAWN(Group.ADMISSION, "", REASON),

  MEMBER_CV(Group.PROBATION, ""),
  PROBATION_HELPER(Group.PROBATION, "", PEOPLE),
  NEW_MEMBER_CLASS(Group.PROBATION, "", NUMBER, PLACE),
  RECOGNITION_CELL(Group.PROBATION, "secret open", NUMBER, VOTES, OUTCOME, FORM),
  RECOGNITION_COMMITTEE(Group.PROBATION, "", NUMBER, VOTES, OUTCOME),
  RECOGNITION_EXTENSION(Group.PROBATION, "", NUMBER, BODY, REASON),
  RECOGNITION_DECISION(Group.PROBATION, "", NUMBER, FORM, VOTES, OUTCOME, RECEIVED),

  TRANSFER_WITHIN(Group.MOVING, "", NUMBER, CELL, REASON),
  TRANSFER_OUT(
      Group.MOVING,
      "same_province other_province army_police abroad",
      NUMBER,
      FORM,
      PLACE,
      EFFECTIVE,
      REASON),
  TRANSFER_ARRIVED(Group.MOVING, "", NUMBER, PLACE),
  TRANSFER_IN(
      Group.MOVING,
      "same_province other_province army_police abroad",
      NUMBER,
      FORM,
      CELL,
      PLACE,
      RECEIVED),
  TEMPORARY_OUT(Group.MOVING, "work study", NUMBER, FORM, PLACE, UNTIL),
  TEMPORARY_OUT_END(Group.MOVING, "", REASON),
  GUEST_IN(Group.MOVING, "work study", NUMBER, FORM, CELL, PLACE, UNTIL),
  GUEST_END(Group.MOVING, "", REASON),
  EXEMPTION(
      Group.MOVING,
      "old weak treatment abroad_alone mobile_work awaiting_retirement maternity",
      NUMBER,
      FORM,
      UNTIL,
      REASON),
  EXEMPTION_END(Group.MOVING, "", REASON),

  STRIKE_CELL(
      Group.LEAVING,
      "no_activity_or_dues returned_card lost_will two_years_failed political_standards probation_not_met",
      NUMBER,
      FORM,
      VOTES,
      OUTCOME),
  STRIKE_COMMITTEE(Group.LEAVING, "", NUMBER, VOTES, OUTCOME),
  STRIKE_DECISION(Group.LEAVING, "", NUMBER, BODY, VOTES),
  RESIGNATION(Group.LEAVING, "hard_family other", NUMBER, BODY, FORM, REASON),
  DEATH(Group.LEAVING, "", REASON),
  RESTORED(Group.LEAVING, "", NUMBER, BODY, CELL, REASON),

  DISCIPLINE_CELL(
      Group.DISCIPLINE, "reprimand warning removal expulsion", NUMBER, FORM, VOTES, OUTCOME),
  DISCIPLINE_DECISION(
      Group.DISCIPLINE,
      "reprimand warning removal expulsion",
      NUMBER,
      BODY,
      FORM,
      VOTES,
      RECEIVED,
      REASON),
  DISCIPLINE_LIFTED(Group.DISCIPLINE, "", NUMBER, BODY, REASON),
  SUSPENSION(Group.DISCIPLINE, "", NUMBER, BODY, UNTIL, REASON),
  SUSPENSION_END(Group.DISCIPLINE, "", NUMBER, REASON),

  CARD_ISSUED(Group.HONOUR, "", NUMBER, BODY),
  CARD_LOST(Group.HONOUR, "lost damaged", FORM, REASON),
  CARD_RETURNED(Group.HONOUR, "", REASON),
  BADGE(Group.HONOUR, "", NUMBER, FORM, REASON),
  BADGE_POSTHUMOUS(Group.HONOUR, "", NUMBER, FORM);

  /// Parts of a way, as its page groups them.
  public enum Group {
    REGISTER,
    ADMISSION,
    PROBATION,
    MOVING,
    LEAVING,
    DISCIPLINE,
    HONOUR;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Group group;
  private final String forms;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set
  private final Set<Ask> asks;

  StepKind(Group group, String forms, Ask... asks) {
    this.group = group;
    this.forms = forms;
    this.asks = Set.of(asks);
  }

  public Group group() {
    return group;
  }

  /// The words of its [Ask#FORM], where no rules have them.
  public List<String> forms() {
    return forms.isEmpty() ? List.of() : List.of(forms.split(" "));
  }

  /// The words of its [Ask#FORM]: badges and deciding bodies are all that rules have ever named;
  /// the rule of the step's day says which of them it can be.
  public List<String> forms(Rulebook rules) {
    return switch (this) {
      case BADGE, BADGE_POSTHUMOUS ->
          words(rules, Rule.BADGE_YEARS)
              .map(Integer::valueOf)
              .sorted()
              .map(String::valueOf)
              .toList();
      case ADMISSION_DECISION, RECOGNITION_DECISION ->
          Stream.concat(
                  words(rules, Rule.AUTHORITY_ADMIT).map(body -> body.toLowerCase(Locale.ROOT)),
                  Stream.of("delegated"))
              .toList();
      default -> forms();
    };
  }

  private static Stream<String> words(Rulebook rules, Rule rule) {
    return rules.history(rule.code()).stream().flatMap(value -> value.words().stream()).distinct();
  }

  /// Whether its [Ask#FORM] is a number of years.
  public boolean isBadge() {
    return this == BADGE || this == BADGE_POSTHUMOUS;
  }

  public boolean asks(Ask ask) {
    return asks.contains(ask);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<StepKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
