package vn.nenmong.activity.minutes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// Meetings without a phone: sheets are printed, written on by hand, and keyed in at the office in
/// the same order.
@Controller
class SheetsController {

  private static final String FOLDER = "vn/nenmong/activity/minutes/";
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("M/uuuu");

  private final SheetRepository sheets;
  private final MinutesRepository minutes;
  private final BagRepository bag;
  private final TakeChanges take;
  private final Audit audit;
  private final Today today;

  SheetsController(
      SheetRepository sheets,
      MinutesRepository minutes,
      BagRepository bag,
      TakeChanges take,
      Audit audit,
      Today today) {
    this.sheets = sheets;
    this.minutes = minutes;
    this.bag = bag;
    this.take = take;
    this.audit = audit;
    this.today = today;
  }

  /// @param code of a sheet that is to be keyed in
  @GetMapping("/meetings/sheets")
  String list(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(defaultValue = "regular") String kind,
      @RequestParam(required = false) @Nullable String code,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    if (code != null && !code.isBlank()) {
      boolean known =
          Sheet.Code.parse(code)
              .filter(sheet ->
                  sheets.cells(viewer.scope(), sheet.month(), sheet.kind()).stream()
                      .anyMatch(cell -> cell.code().equalsIgnoreCase(sheet.cell())))
              .isPresent();
      if (known) {
        redirect.addAttribute("code", code.strip());
        return "redirect:/meetings/sheets/enter";
      }
    }
    YearMonth of = month(month);
    MeetingKind which = kind(kind);
    model.addAttribute("month", of);
    model.addAttribute("kind", which);
    model.addAttribute("cells", sheets.cells(viewer.scope(), of, which));
    model.addAttribute("unknown", code == null || code.isBlank() ? null : code);
    return FOLDER + "sheets";
  }

  /// @param cell of which the sheet is printed; null for all
  @GetMapping("/meetings/sheets/print")
  String print(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(defaultValue = "regular") String kind,
      @RequestParam(required = false) @Nullable UUID cell,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    YearMonth of = month(month);
    MeetingKind which = kind(kind);
    List<SheetCell> cells =
        sheets.cells(viewer.scope(), of, which).stream()
            .filter(each -> cell == null || each.id().equals(cell))
            .toList();
    if (cells.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    LocalDate first = of.atDay(1);
    Map<UUID, List<Attendee>> roster =
        minutes.roster(cells.stream().map(SheetCell::id).toList(), first, of.atEndOfMonth());
    Map<BagRepository.FrameKey, Frame> frames =
        bag.frames(cells.stream().map(SheetCell::communeId).distinct().toList(), of, of);
    cells.stream()
        .map(SheetCell::communeId)
        .distinct()
        .forEach(commune -> audit.record(viewer, commune, "export", "meeting_sheet", cell, null));
    model.addAttribute(
        "sheets",
        cells.stream()
            .map(each ->
                new Sheet(
                    each,
                    of,
                    which,
                    SheetForm.people(roster.getOrDefault(each.id(), List.of())),
                    SheetForm.agenda(
                        frames.get(new BagRepository.FrameKey(each.communeId(), of, which)), page)))
            .toList());
    return FOLDER + "sheet";
  }

  @GetMapping("/meetings/sheets/enter")
  String enter(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    if (code.isBlank()) {
      return "redirect:/meetings/sheets";
    }
    SheetForm form = form(viewer, page, code);
    if (form.meeting() != null) {
      audit.look(viewer, form.sheet().cell().communeId(), TakeChanges.SUBJECT, form.meeting().id());
    }
    model.addAttribute("form", form);
    return FOLDER + "enter";
  }

  @PostMapping("/meetings/sheets/enter")
  String save(
      @RequestParam String code,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    SheetForm form = form(viewer, page, code).typed(request.getParameterMap());
    if (form.problems().isEmpty() && request.getParameter("reopened") == null) {
      try {
        boolean aside =
            take
                .all(
                    viewer,
                    form.changes(
                        Objects.requireNonNullElse(request.getParameter("form"), ""), today.now()))
                .stream()
                .anyMatch(answer ->
                    answer.outcome() == Outcome.BESIDE || answer.outcome() == Outcome.PROPOSED);
        redirect.addFlashAttribute(
            Notice.NAME,
            new Notice(
                page.t(
                    aside ? "activity.minutes.sheet.aside" : "activity.minutes.sheet.saved",
                    form.sheet().cell().name()),
                null));
        return "redirect:/meetings/sheets?month=%s&kind=%s"
            .formatted(form.sheet().month(), form.sheet().kind().code());
      } catch (TakeChanges.NotAll e) {
        form =
            form.refused(
                e.why().stream()
                    .map(why -> page.t(why.code(), why.arguments()))
                    .distinct()
                    .toList());
      }
    }
    model.addAttribute("form", form);
    return FOLDER + "enter";
  }

  private SheetForm form(Viewer viewer, Page page, String code) {
    Sheet.Code typed =
        Sheet.Code.parse(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    SheetCell cell =
        sheets.cells(viewer.scope(), typed.month(), typed.kind()).stream()
            .filter(each -> each.code().equalsIgnoreCase(typed.cell()))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Map<UUID, List<Attendee>> roster =
        minutes.roster(List.of(cell.id()), typed.month().atDay(1), typed.month().atEndOfMonth());
    Map<BagRepository.FrameKey, Frame> frames =
        bag.frames(List.of(cell.communeId()), typed.month(), typed.month());
    Meeting meeting =
        minutes.ofCell(cell.id(), typed.month(), typed.month()).stream()
            .filter(each -> each.key().kind() == typed.kind())
            .findFirst()
            .orElse(null);
    return SheetForm.of(
        new Sheet(
            cell,
            typed.month(),
            typed.kind(),
            SheetForm.people(roster.getOrDefault(cell.id(), List.of())),
            SheetForm.agenda(
                frames.get(
                    new BagRepository.FrameKey(cell.communeId(), typed.month(), typed.kind())),
                page)),
        meeting);
  }

  private YearMonth month(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank()
          ? YearMonth.from(today.date())
          : typed.strip().matches("\\d{1,2}/\\d{4}")
              ? YearMonth.parse(typed.strip(), MONTH)
              : YearMonth.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.badRequest", e);
    }
  }

  private static MeetingKind kind(String typed) {
    try {
      return MeetingKind.of(typed);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.badRequest", e);
    }
  }
}
