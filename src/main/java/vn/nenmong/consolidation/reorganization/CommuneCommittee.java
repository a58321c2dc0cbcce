package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.nenmong.consolidation.reorganization.Plan.Told;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// The committee of a commune, its standing board and deputies against what the rules of the day
/// say of their size. Of what is not appointed yet, the size that it is to have is told.
final class CommuneCommittee {

  private final String commune;
  private final Collection<String> roles;
  private final Rulebook rules;
  private final LocalDate day;
  private final List<Told> told = new ArrayList<>();

  /// @param roles one for each person, the highest that they hold from the day on
  CommuneCommittee(String commune, Collection<String> roles, Rulebook rules, LocalDate day) {
    this.commune = commune;
    this.roles = roles;
    this.rules = rules;
    this.day = day;
  }

  /// @param communes how many communes became this one
  List<Told> judged(int communes) {
    int members = count("secretary", "deputy_secretary", "board_member", "committee_member");
    int board = count("secretary", "deputy_secretary", "board_member");
    boolean known = count("committee_member") > 0;
    boolean boardKnown = count("board_member") > 0;
    boolean many =
        rules
            .on(day, Rule.COMMUNE_COMMITTEE_MANY)
            .filter(from -> communes >= from.integer())
            .isPresent();
    rules
        .on(day, many ? Rule.COMMUNE_COMMITTEE_MOST_OF_THREE : Rule.COMMUNE_COMMITTEE_MOST)
        .or(() -> rules.on(day, Rule.COMMUNE_COMMITTEE_MOST))
        .filter(most -> !known || members > most.integer())
        .ifPresent(most -> {
          if (known) {
            tell("large", most, members, most.integer());
          } else {
            tell("size", most, most.integer());
          }
        });
    between("board", boardKnown, board, Rule.COMMUNE_BOARD_LEAST, Rule.COMMUNE_BOARD_MOST);
    int deputies = count("deputy_secretary");
    between(
        "deputies",
        deputies > 0,
        deputies,
        Rule.COMMUNE_DEPUTIES_LEAST,
        Rule.COMMUNE_DEPUTIES_MOST);
    rules
        .on(day, Rule.COMMUNE_BOARD_SHARE)
        .filter(share -> known && boardKnown && board * share.integer() > members)
        .ifPresent(share -> tell("share", share, board, share.integer(), members));
    return told;
  }

  private void between(String what, boolean known, int number, Rule least, Rule most) {
    rules
        .on(day, most)
        .ifPresent(upper -> {
          int from = rules.on(day, least).map(RuleValue::integer).orElse(0);
          int to = upper.integer();
          String range = from == to ? String.valueOf(to) : from + "–" + to;
          if (!known) {
            tell(what + ".size", upper, range);
          } else if (number < from || number > to) {
            tell(what, upper, number, range);
          }
        });
  }

  private int count(String... ends) {
    return Math.toIntExact(
        roles.stream().filter(role -> List.of(ends).stream().anyMatch(role::endsWith)).count());
  }

  private void tell(String code, RuleValue rule, Object... rest) {
    List<Object> arguments = new ArrayList<>(List.of(commune));
    arguments.addAll(List.of(rest));
    told.add(new Told("consolidation.reorganization.warning.committee." + code, arguments, rule));
  }
}
