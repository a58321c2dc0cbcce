package vn.nenmong.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Chooser;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;

/// Each rule with its history, source and evidence, and what an office adds to it.
@Controller
class RulesController {

  private final RuleParts parts;
  private final AddRuleValue add;
  private final RemoveRuleValue remove;

  RulesController(RuleParts parts, AddRuleValue add, RemoveRuleValue remove) {
    this.parts = parts;
    this.add = add;
    this.remove = remove;
  }

  @GetMapping("/rules")
  String list(
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(defaultValue = "") String q,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Optional<OrganizationRef> part = parts.chosen(viewer, organization);
    Rulebook rules = parts.rules(part);
    String words = Vietnamese.fold(q);
    Map<String, List<RuleLine>> groups =
        codes(rules)
            .filter(
                code -> Vietnamese.fold(code + " " + RuleWords.name(page, code)).contains(words))
            .map(code -> new RuleLine(code, rules.on(page.on(), code).orElse(null)))
            .collect(
                Collectors.groupingBy(
                    line -> group(line.code()), LinkedHashMap::new, Collectors.toList()));
    model.addAttribute("groups", groups);
    model.addAttribute("q", q);
    model.addAttribute("chooser", chooser(viewer, part));
    return "vn/nenmong/rule/list";
  }

  private static Stream<String> codes(Rulebook rules) {
    return Stream.concat(rules.codes().stream(), AddRuleValue.WITHOUT_VALUE.keySet().stream())
        .distinct()
        .sorted(
            Comparator.comparingInt((String code) -> GROUPS.indexOf(group(code)))
                .thenComparing(code -> code));
  }

  /// In the order of a member's way.
  private static final List<String> GROUPS =
      List.of(
          "admission",
          "vote",
          "deadline",
          "moving",
          "discipline",
          "honour",
          "organization",
          "meeting",
          "review",
          "dues",
          "planning",
          "other");

  private static String group(String code) {
    return switch (code.replaceAll("\\..*", "")) {
      case "admit", "readmit", "authority", "probation", "recognition", "party_age" -> "admission";
      case "vote" -> "vote";
      case "deadline" -> "deadline";
      case "transfer", "exempt", "struck" -> "moving";
      case "discipline" -> "discipline";
      case "card", "badge" -> "honour";
      case "cell", "grassroots", "grassroots_committee" -> "organization";
      case "meeting" -> "meeting";
      case "review" -> "review";
      case "dues" -> "dues";
      case "planning" -> "planning";
      default -> "other";
    };
  }

  /// @param start day from which a time limit is counted, to see where it ends
  @GetMapping("/rules/{code}")
  String show(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable String start,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    return show(code, organization, start, TypedRuleValue.NOTHING, null, page, viewer, model);
  }

  private String show(
      String code,
      @Nullable String organization,
      @Nullable String start,
      TypedRuleValue typed,
      @Nullable String problem,
      Page page,
      Viewer viewer,
      Model model) {
    Optional<OrganizationRef> part = parts.chosen(viewer, organization);
    Rulebook rules = parts.rules(part);
    List<RuleValue> history = rules.history(code);
    List<String> known = AddRuleValue.known(rules, code);
    if (known.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    LocalDate day = start == null || start.isBlank() ? page.on() : day(start);
    model.addAttribute("code", code);
    model.addAttribute("decides", Rule.decides(code));
    model.addAttribute("history", history.reversed());
    model.addAttribute("current", rules.on(page.on(), code).orElse(null));
    model.addAttribute("deadline", rules.deadline(code, day).orElse(null));
    model.addAttribute("isDeadline", history.stream().anyMatch(value -> value.span().isPresent()));
    model.addAttribute("start", page.date(day));
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute("part", part.orElse(null));
    model.addAttribute("chooser", chooser(viewer, part));
    model.addAttribute("example", RuleWords.example(page, code, known.getLast()));
    model.addAttribute("words", Vocabulary.of(known));
    return "vn/nenmong/rule/show";
  }

  @PostMapping("/rules/{code}")
  String add(
      @PathVariable String code,
      @RequestParam String organization,
      TypedRuleValue typed,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    OrganizationRef part = part(viewer, organization);
    try {
      add.run(viewer, part, value(code, typed));
    } catch (Refused refused) {
      return show(
          code,
          organization,
          null,
          typed,
          page.t(refused.code(), refused.arguments()),
          page,
          viewer,
          model);
    }
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("rule.added"), null));
    redirect.addAttribute("organization", organization);
    return "redirect:/rules/" + code;
  }

  private NewRuleValue value(String code, TypedRuleValue typed) {
    return new NewRuleValue(
        code,
        parsed(needed(typed.since(), "rule.from")),
        needed(typed.value(), "rule.value"),
        new Source(
            needed(typed.number(), "rule.number"),
            needed(typed.body(), "rule.body"),
            parsed(needed(typed.date(), "rule.date")),
            typed.clause() == null || typed.clause().isBlank() ? null : typed.clause().strip(),
            evidence(typed.evidence())));
  }

  private static String needed(@Nullable String typed, String field) {
    if (typed == null || typed.isBlank()) {
      throw new Refused("rule.missing." + field.substring("rule.".length()));
    }
    return typed.strip();
  }

  private static Evidence evidence(@Nullable String typed) {
    for (Evidence evidence : Evidence.values()) {
      if (evidence.name().equals(typed)) {
        return evidence;
      }
    }
    throw new Refused("rule.missing.evidence");
  }

  private static LocalDate parsed(String typed) {
    try {
      return TypedDay.parse(typed);
    } catch (DateTimeException e) {
      throw new Refused("rule.noDay", typed);
    }
  }

  private static LocalDate day(String typed) {
    try {
      return TypedDay.parse(typed);
    } catch (DateTimeException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.period", e);
    }
  }

  @PostMapping("/rules/values/{id}/remove")
  String remove(
      @PathVariable UUID id,
      @RequestParam String organization,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    OrganizationRef part = part(viewer, organization);
    try {
      String code = remove.run(viewer, part, id, reason);
      redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("rule.removed"), null));
      redirect.addAttribute("organization", organization);
      return "redirect:/rules/" + code;
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          Notice.NAME, Notice.refused(page.t(refused.code(), refused.arguments())));
      redirect.addAttribute("organization", organization);
      return "redirect:/rules";
    }
  }

  private OrganizationRef part(Viewer viewer, String organization) {
    return parts
        .chosen(viewer, organization)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Chooser chooser(Viewer viewer, Optional<OrganizationRef> part) {
    return new Chooser(
        parts.of(viewer).stream()
            .map(choice ->
                new Chooser.Choice(choice.fullCode(), choice.name(), choice.isAboveCommunes()))
            .toList(),
        part.map(OrganizationRef::fullCode).orElse(""));
  }
}
