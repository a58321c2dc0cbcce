package vn.nenmong.membership.due;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.step.Ways;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Whose badges are to be awarded in a year, on which of its award days.
@Controller
@ByOrganization
class BadgesController {

  private final FindDue find;
  private final ExportDue export;
  private final Ways ways;
  private final Rulebooks rulebooks;
  private final Today today;

  BadgesController(FindDue find, ExportDue export, Ways ways, Rulebooks rulebooks, Today today) {
    this.find = find;
    this.export = export;
    this.ways = ways;
    this.rulebooks = rulebooks;
    this.today = today;
  }

  @GetMapping("/badges")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable Integer of,
      Model model) {
    int year = year(of);
    List<BadgeLine> lines = lines(viewer, year);
    model.addAttribute("lines", lines);
    model.addAttribute("cells", cells(lines));
    model.addAttribute("year", year);
    model.addAttribute("thisYear", today.date().getYear());
    Optional<LocalDate> known = known(year);
    model.addAttribute("known", known.orElse(null));
    model.addAttribute("rules", known.map(this::rules).orElse(List.of()));
    return "vn/nenmong/membership/due/badges";
  }

  @GetMapping("/badges/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable Integer of,
      HttpServletResponse response)
      throws IOException {
    List<BadgeLine> lines = lines(viewer, year(of));
    export.badges(page, viewer, lines, cells(lines), response);
  }

  /// Next year where none is asked for: its list is made before it begins.
  private int year(@Nullable Integer of) {
    int next = today.date().getYear() + 1;
    return of == null ? next : Math.clamp(of, 1930, next + 10);
  }

  private List<BadgeLine> lines(Viewer viewer, int year) {
    return find.badges(viewer.scope(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  private Map<UUID, String> cells(List<BadgeLine> lines) {
    return ways.names(lines.stream().map(BadgeLine::cell).collect(Collectors.toSet()));
  }

  /// The first day of a year for which it is known which badges there are and when they are
  /// awarded.
  private Optional<LocalDate> known(int year) {
    Rulebook rules = rulebooks.common();
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day ->
            rules.on(day, Rule.BADGE_YEARS).isPresent()
                && rules.on(day, Rule.BADGE_AWARD_DAYS).isPresent())
        .findFirst();
  }

  private List<RuleValue> rules(LocalDate day) {
    Rulebook rules = rulebooks.common();
    return List.of(Rule.BADGE_YEARS, Rule.BADGE_AWARD_DAYS, Rule.BADGE_EARLY).stream()
        .flatMap(rule -> rules.on(day, rule).stream())
        .toList();
  }
}
