package vn.nenmong.rule;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.organization.OrganizationRef;

/// Adds a newer value of a rule with its source, effective from a day. Earlier days keep theirs.
@Component
class AddRuleValue {

  /// Rules of which the program knows that offices have them, and no value.
  static final Map<String, String> WITHOUT_VALUE =
      Map.of("retention.left.months", "120", "meeting.quorum", "1/2+");

  private final RuleRepository rules;
  private final Rulebooks rulebooks;
  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  AddRuleValue(RuleRepository rules, Rulebooks rulebooks, Audit audit) {
    this.rules = rules;
    this.rulebooks = rulebooks;
    this.audit = audit;
  }

  /// @throws Refused where the rule is none, the value of another kind than it has, or an own value
  ///   begins on that day already
  @Transactional
  void run(Viewer viewer, OrganizationRef part, NewRuleValue value) {
    Rulebook book = rulebooks.of(part.id());
    List<RuleValue> history = book.history(value.code());
    if (history.isEmpty() && !WITHOUT_VALUE.containsKey(value.code())) {
      throw new Refused("rule.unknown", value.code());
    }
    if (!history.isEmpty() && !history.getLast().isOfKind(value.value())) {
      throw new Refused("rule.otherKind", history.getLast().value());
    }
    if (rules.beginsThen(part.id(), value.code(), value.from())) {
      throw new Refused("rule.beginsThen");
    }
    UUID id = rules.add(part.id(), viewer.account(), value);
    audit.record(
        viewer,
        part.communeId(),
        "add",
        "rule",
        id,
        json.writeValueAsString(
            Map.of(
                "code", value.code(),
                "value", value.value(),
                "from", value.from().toString(),
                "document", value.source().number())));
  }
}
