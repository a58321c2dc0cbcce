package vn.nenmong.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;

/// The rules of a day for other programs.
@RestController
class RulesApi {

  private final RuleParts parts;
  private final RuleAnswers answers;

  RulesApi(RuleParts parts, RuleAnswers answers) {
    this.parts = parts;
    this.answers = answers;
  }

  @GetMapping("/api/rules")
  List<RuleAnswers.RuleAnswer> rules(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer) {
    return answers.on(parts.rules(parts.chosen(viewer, organization)), page.on());
  }
}
