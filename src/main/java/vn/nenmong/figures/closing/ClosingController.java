package vn.nenmong.figures.closing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import vn.nenmong.entry.RecordChange;
import vn.nenmong.figures.kept.Registers;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Stay;
import vn.nenmong.organization.Units;

/// Closes a year of a commune, and shows what has become different since.
@Controller
class ClosingController {

  private final Organizations organizations;
  private final ClosedYears years;
  private final YearClosingRepository closings;
  private final RecordChange record;
  private final Today today;

  ClosingController(
      Organizations organizations,
      ClosedYears years,
      YearClosingRepository closings,
      RecordChange record,
      Today today) {
    this.organizations = organizations;
    this.years = years;
    this.closings = closings;
    this.record = record;
    this.today = today;
  }

  @GetMapping("/closing")
  String show(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    int year = page.period().year();
    List<OrganizationRef> communes = communes(viewer, year);
    OrganizationRef commune = shown(viewer, communes, organization, year);
    Optional<YearClosing> closing = closings.find(viewer.scope(), commune.id(), year);
    List<KeptValue> values =
        values(viewer, commune, year, closing.map(YearClosing::values).orElse(Map.of()));
    model.addAttribute("commune", commune);
    model.addAttribute("communes", communes);
    model.addAttribute("past", isOfOthers(viewer, communes));
    model.addAttribute("year", year);
    model.addAttribute("over", year < today.date().getYear() || isLastDay(year));
    model.addAttribute("closing", closing.orElse(null));
    model.addAttribute("values", values);
    model.addAttribute(
        "incomplete", closings.incomplete(viewer.scope(), commune.id(), year, Registers.ALL));
    return "vn/nenmong/figures/closing/show";
  }

  @PostMapping("/closing/close")
  String close(
      @RequestParam String organization,
      @RequestParam int year,
      @RequestParam(defaultValue = "") String note,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    OrganizationRef commune = chosen(communes(viewer, year), organization);
    Map<String, String> values = new TreeMap<>();
    for (KeptValue value : values(viewer, commune, year, Map.of())) {
      if (value.now() != null) {
        values.put(value.key(), value.now());
      }
    }
    String words = Vietnamese.clean(note);
    UUID change =
        record.run(
            viewer,
            commune.id(),
            "close_year",
            "year",
            commune.id(),
            words.isEmpty() ? null : words,
            () ->
                closings.insert(
                    commune.id(),
                    year,
                    today.now(),
                    viewer.account(),
                    words.isEmpty() ? null : words,
                    values));
    return done(redirect, page, "figures.closing.closed", change, commune, year);
  }

  @PostMapping("/closing/reopen")
  String reopen(
      @RequestParam String organization,
      @RequestParam int year,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    OrganizationRef commune = chosen(communes(viewer, year), organization);
    String words = Vietnamese.clean(reason);
    if (words.isEmpty()) {
      redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("figures.closing.noReason"), null));
      return "redirect:" + address(commune, year);
    }
    UUID change =
        record.run(
            viewer,
            commune.id(),
            "reopen_year",
            "year",
            commune.id(),
            words,
            () -> closings.delete(commune.id(), year));
    return done(redirect, page, "figures.closing.reopened", change, commune, year);
  }

  private static String done(
      RedirectAttributes redirect,
      Page page,
      String words,
      UUID change,
      OrganizationRef commune,
      int year) {
    redirect.addFlashAttribute(
        Notice.NAME, Notice.undoable(page, page.t(words, String.valueOf(year)), change));
    return "redirect:" + address(commune, year);
  }

  private static String address(OrganizationRef commune, int year) {
    return "/closing?year=" + year + "&organization=" + commune.fullCode();
  }

  private List<KeptValue> values(
      Viewer viewer, OrganizationRef commune, int year, Map<String, String> kept) {
    return years.values(viewer.scope(), commune, year, kept);
  }

  private List<OrganizationRef> communes(Viewer viewer, int year) {
    return organizations.choices(viewer.scope(), ReportPeriod.year(year).to()).stream()
        .filter(choice -> choice.isCommune() && !choice.isAboveCommunes())
        .toList();
  }

  /// Whether some of the communes have ended since.
  private boolean isOfOthers(Viewer viewer, List<OrganizationRef> communes) {
    return communes.stream()
        .anyMatch(then -> organizations.find(viewer.scope(), then.id(), today.date()).isEmpty());
  }

  /// What was asked for; of a commune of today that was not there yet the first that it came of.
  private OrganizationRef shown(
      Viewer viewer, List<OrganizationRef> communes, @Nullable String code, int year) {
    ReportPeriod period = ReportPeriod.year(year);
    List<UUID> before =
        code == null || code.isBlank()
            ? List.of()
            : organizations
                .told(viewer.scope(), code, period.to(), Units.THEN)
                .map(told -> organizations.communesWithin(viewer.scope(), told, period))
                .orElse(List.of())
                .stream()
                .map(Stay::id)
                .toList();
    return communes.stream()
        .filter(commune -> before.contains(commune.id()))
        .findFirst()
        .orElseGet(() -> chosen(communes, code));
  }

  private static OrganizationRef chosen(List<OrganizationRef> communes, @Nullable String code) {
    return communes.stream()
        .filter(commune -> code == null || code.isBlank() || commune.fullCode().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private boolean isLastDay(int year) {
    return today.date().equals(ReportPeriod.year(year).to());
  }
}
