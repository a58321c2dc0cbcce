package vn.nenmong.activity.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.People;
import vn.nenmong.entry.Problem;
import vn.nenmong.entry.ReadEntry;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// Sends frames to the cells, and corrects or withdraws them.
@Controller
class WriteFrameController {

  private static final String FORM = "vn/nenmong/activity/frame/form";
  private static final String INPUT = "f.";

  private final FrameRepository frames;
  private final WriteFrame write;
  private final Units units;
  private final People people;
  private final Today today;

  WriteFrameController(
      FrameRepository frames, WriteFrame write, Units units, People people, Today today) {
    this.frames = frames;
    this.write = write;
    this.units = units;
    this.people = people;
    this.today = today;
  }

  /// For the next month, unless another is chosen.
  @GetMapping("/meetings/frames/new")
  String blank(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    LocalDate next = today.date().plusMonths(1);
    return show(
        model,
        new FrameForm(
            null,
            fields(viewer, null),
            Map.of(
                INPUT + "year",
                String.valueOf(next.getYear()),
                INPUT + "month",
                String.valueOf(next.getMonthValue()),
                INPUT + "kind",
                "regular"),
            List.of()));
  }

  @PostMapping("/meetings/frames/new")
  String add(
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    return save(null, request, page, viewer, model, redirect);
  }

  @GetMapping("/meetings/frames/{id}/correct")
  String open(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    MeetingFrame frame = find(viewer, id);
    Map<String, String> typed = new HashMap<>();
    typed.put(INPUT + "year", String.valueOf(frame.month().getYear()));
    typed.put(INPUT + "month", String.valueOf(frame.month().getMonthValue()));
    typed.put(INPUT + "kind", frame.kind());
    typed.put(INPUT + "title", frame.title());
    typed.put(INPUT + "text", Objects.requireNonNullElse(frame.text(), ""));
    typed.put(INPUT + "agenda", frame.agenda());
    typed.put(INPUT + "documents", frame.documents());
    return show(model, new FrameForm(frame, fields(viewer, frame), typed, List.of()));
  }

  @PostMapping("/meetings/frames/{id}/correct")
  String correct(
      @PathVariable UUID id,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    return save(find(viewer, id), request, page, viewer, model, redirect);
  }

  @PostMapping("/meetings/frames/{id}/remove")
  String remove(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    WriteFrame.Done done = write.remove(viewer, find(viewer, id));
    redirect.addFlashAttribute(
        Notice.NAME, Notice.undoable(page, page.t("activity.frame.removed"), done.change()));
    return "redirect:/meetings/frames";
  }

  private String save(
      @Nullable MeetingFrame corrected,
      HttpServletRequest request,
      Page page,
      Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    List<Field> fields = fields(viewer, corrected);
    ReadEntry read =
        new ReadEntry(viewer.scope(), people, page::t)
            .read(fields, name -> request.getParameter(INPUT + name));
    List<Problem> problems = new ArrayList<>(read.problems());
    if (problems.isEmpty() && request.getParameter("reopened") == null) {
      try {
        MeetingFrame.Told told = told(read.values());
        WriteFrame.Done done =
            corrected == null
                ? write.add(viewer, commune(viewer, read.values()), told)
                : write.correct(viewer, corrected, told);
        redirect.addFlashAttribute(
            Notice.NAME, Notice.undoable(page, page.t("activity.frame.saved"), done.change()));
        return "redirect:/meetings/frames/" + done.frame();
      } catch (Refused e) {
        problems.add(new Problem(null, e.code(), List.of(e.arguments())));
      }
    }
    return show(model, new FrameForm(corrected, fields, Inputs.typed(request, INPUT), problems));
  }

  private UUID commune(Viewer viewer, Values values) {
    return units.commune(viewer.scope(), UUID.fromString(values.needed("commune")), today.date());
  }

  private MeetingFrame find(Viewer viewer, UUID id) {
    return frames
        .find(viewer.scope(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private List<Field> fields(Viewer viewer, @Nullable MeetingFrame corrected) {
    List<Field> fields = new ArrayList<>();
    if (corrected == null) {
      fields.add(
          Field.choice(
                  "commune", "activity.frame.commune", units.communes(viewer.scope(), today.date()))
              .needed());
    }
    fields.add(
        Field.choice(
                "month",
                "activity.meeting.month",
                IntStream.rangeClosed(1, 12)
                    .mapToObj(String::valueOf)
                    .map(month -> Choice.word(month, "activity.meeting.month." + month))
                    .toList())
            .needed());
    fields.add(Field.of("year", "activity.frame.year", Kind.YEAR).needed());
    fields.add(
        Field.choice(
                "kind",
                "activity.meeting.kind",
                List.of(
                    Choice.word("regular", "activity.meeting.kind.regular"),
                    Choice.word("thematic", "activity.meeting.kind.thematic")))
            .needed());
    fields.add(Field.of("title", "activity.frame.title", Kind.TEXT).needed());
    fields.add(Field.of("text", "activity.frame.text", Kind.LONG_TEXT));
    fields.add(Field.of("agenda", "activity.frame.agenda", Kind.LONG_TEXT));
    fields.add(Field.of("documents", "activity.frame.documents", Kind.LONG_TEXT));
    return fields;
  }

  private static MeetingFrame.Told told(Values values) {
    return new MeetingFrame.Told(
        LocalDate.of(
            Integer.parseInt(values.needed("year")), Integer.parseInt(values.needed("month")), 1),
        values.needed("kind"),
        values.needed("title"),
        values.text("text"),
        lines(values.text("agenda")),
        lines(values.text("documents")));
  }

  private static List<String> lines(@Nullable String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  private static String show(Model model, FrameForm form) {
    model.addAttribute("frame", form);
    return FORM;
  }
}
