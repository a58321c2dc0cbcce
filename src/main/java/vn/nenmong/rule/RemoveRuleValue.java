package vn.nenmong.rule;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.organization.OrganizationRef;

/// Takes a value out again that an office had added by mistake. The program's own stay.
@Component
class RemoveRuleValue {

  private final RuleRepository rules;
  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  RemoveRuleValue(RuleRepository rules, Audit audit) {
    this.rules = rules;
    this.audit = audit;
  }

  /// @return the code of the rule
  /// @throws Refused where it is not there or not this part's own, or no reason is given
  @Transactional
  String run(Viewer viewer, OrganizationRef part, UUID id, String reason) {
    RuleRepository.Own own =
        rules
            .own(id)
            .filter(found -> found.unit().equals(part.id()))
            .orElseThrow(() -> new Refused("rule.notOwn"));
    if (reason.isBlank()) {
      throw new Refused("rule.needsReason");
    }
    rules.remove(id, own);
    audit.record(
        viewer,
        part.communeId(),
        "remove",
        "rule",
        id,
        json.writeValueAsString(
            Map.of("code", own.code(), "from", own.from().toString(), "reason", reason.strip())));
    return own.code();
  }
}
