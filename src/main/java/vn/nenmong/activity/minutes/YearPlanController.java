package vn.nenmong.activity.minutes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.MeetingViews;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// The calendar of a year's meetings, seen before it is made.
@Controller
class YearPlanController {

  private static final int FIRST_YEAR = 1930;
  private static final int LAST_YEAR = 2200;
  private static final int LAST_DAY = 31;
  private static final List<Integer> ENDS_OF_QUARTERS = List.of(3, 6, 9, 12);

  private final PlanYear plan;
  private final Today today;

  YearPlanController(PlanYear plan, Today today) {
    this.plan = plan;
    this.today = today;
  }

  @GetMapping("/meetings/year")
  String show(
      @RequestParam(required = false) @Nullable Integer plan,
      @RequestParam(defaultValue = "5") int day,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(required = false) @Nullable List<Integer> thematic,
      @RequestParam(defaultValue = "20") int thematicDay,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    List<Integer> months = plan == null ? ENDS_OF_QUARTERS : orNone(thematic);
    int year = plan == null ? today.date().plusMonths(1).getYear() : plan;
    model.addAttribute("plan", this.plan.of(viewer, wish(year, day, at, months, thematicDay)));
    model.addAttribute("views", MeetingViews.of(page));
    model.addAttribute("form", UUID.randomUUID());
    return "vn/nenmong/activity/minutes/year";
  }

  @PostMapping("/meetings/year")
  String run(
      @RequestParam int plan,
      @RequestParam int day,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(required = false) @Nullable List<Integer> thematic,
      @RequestParam int thematicDay,
      @RequestParam UUID form,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    YearPlan.Wish wish = wish(plan, day, at, orNone(thematic), thematicDay);
    long planned = this.plan.run(viewer, wish, form.toString());
    redirect.addFlashAttribute(
        Notice.NAME,
        new Notice(
            page.t("activity.year.planned", page.number(planned), String.valueOf(plan)), null));
    return "redirect:/meetings/overview?year=" + plan;
  }

  private static List<Integer> orNone(@Nullable List<Integer> months) {
    return months == null ? List.of() : months;
  }

  /// What a form cannot send is no address.
  private static YearPlan.Wish wish(
      int year, int day, String at, List<Integer> thematic, int thematicDay) {
    boolean known =
        year >= FIRST_YEAR
            && year <= LAST_YEAR
            && List.of(day, thematicDay).stream().allMatch(each -> each >= 1 && each <= LAST_DAY)
            && thematic.stream().allMatch(month -> month >= 1 && month <= 12)
            && (at.isEmpty() || at.matches("([01]\\d|2[0-3]):[0-5]\\d"));
    if (!known) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.badRequest");
    }
    return new YearPlan.Wish(year, day, at.isEmpty() ? null : at, thematic, thematicDay);
  }
}
