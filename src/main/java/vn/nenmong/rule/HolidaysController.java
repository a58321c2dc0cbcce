package vn.nenmong.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;

/// The days off of a year, which time limits in working days are counted by.
@Controller
class HolidaysController {

  private final HolidayRepository holidays;
  private final RuleParts parts;
  private final AddHolidays add;
  private final RemoveHoliday remove;
  private final UnmarkHolidays unmark;

  HolidaysController(
      HolidayRepository holidays,
      RuleParts parts,
      AddHolidays add,
      RemoveHoliday remove,
      UnmarkHolidays unmark) {
    this.holidays = holidays;
    this.parts = parts;
    this.add = add;
    this.remove = remove;
    this.unmark = unmark;
  }

  @GetMapping("/holidays")
  String show(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    return show(page.period().year(), organization, "", "", null, viewer, model);
  }

  private String show(
      int year,
      @Nullable String organization,
      String lines,
      String source,
      @Nullable String problem,
      Viewer viewer,
      Model model) {
    Set<Integer> years = holidays.years();
    Optional<OrganizationRef> part = parts.chosen(viewer, organization);
    List<OrganizationRef> all = parts.of(viewer);
    model.addAttribute("year", year);
    model.addAttribute("years", years);
    model.addAttribute("rows", holidays.of(year));
    model.addAttribute("known", years.contains(year));
    model.addAttribute("marked", part.filter(one -> holidays.marked(one.id(), year)).isPresent());
    model.addAttribute("part", part.orElse(null));
    model.addAttribute("parts", all);
    model.addAttribute("lines", lines);
    model.addAttribute("source", source);
    model.addAttribute("problem", problem);
    return "vn/nenmong/rule/holidays";
  }

  @PostMapping("/holidays")
  String add(
      @RequestParam String organization,
      @RequestParam int year,
      @RequestParam(defaultValue = "") String lines,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "B") Evidence evidence,
      @RequestParam(required = false) @Nullable String complete,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    try {
      add.run(viewer, part(viewer, organization), year, lines, source, evidence, complete != null);
    } catch (Refused refused) {
      return show(
          year,
          organization,
          lines,
          source,
          page.t(refused.code(), refused.arguments()),
          viewer,
          model);
    }
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("rule.holiday.added"), null));
    return redirect(year, organization, redirect);
  }

  @PostMapping("/holidays/{id}/remove")
  String remove(
      @PathVariable UUID id,
      @RequestParam String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    int year =
        remove
            .run(viewer, part(viewer, organization), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("rule.holiday.removed"), null));
    return redirect(year, organization, redirect);
  }

  @PostMapping("/holidays/years/{year}/remove")
  String unmark(
      @PathVariable int year,
      @RequestParam String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    if (!unmark.run(viewer, part(viewer, organization), year)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("rule.holiday.unmarked"), null));
    return redirect(year, organization, redirect);
  }

  private static String redirect(int year, String organization, RedirectAttributes redirect) {
    redirect.addAttribute("year", year);
    redirect.addAttribute("organization", organization);
    return "redirect:/holidays";
  }

  private OrganizationRef part(Viewer viewer, String organization) {
    return parts
        .chosen(viewer, organization)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
