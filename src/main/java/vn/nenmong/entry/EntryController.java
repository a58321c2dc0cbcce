package vn.nenmong.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.id.Ids;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// The forms of all registers.
@Controller
class EntryController {

  private static final String FORM = "vn/nenmong/entry/form";
  private static final String MANY = "vn/nenmong/entry/many";
  private static final String WAS = "was.";
  private static final String INPUT = "f.";

  /// As browsers write them, so without letters that mean something elsewhere.
  private static final String LOCAL = "/(?![/\\\\])[\\w.~!$&'()*+,;=:@%/?-]*";

  private static final Field FROM = Field.of("from", "entry.from", Field.Kind.DAY).needed();
  private static final Field LAST = Field.of("last", "entry.last", Field.Kind.DAY).needed();
  private static final Field REASON = Field.of("reason", "entry.reason", Field.Kind.TEXT).needed();

  private final Map<String, EntryForm> forms;
  private final RecordEntry record;
  private final UndoChange undo;
  private final People people;
  private final Audit audit;
  private final Today today;

  EntryController(
      List<EntryForm> forms,
      RecordEntry record,
      UndoChange undo,
      People people,
      Audit audit,
      Today today) {
    this.forms = forms.stream().collect(Collectors.toMap(EntryForm::register, form -> form));
    this.record = record;
    this.undo = undo;
    this.people = people;
    this.audit = audit;
    this.today = today;
  }

  @GetMapping("/entry/{register}/new")
  String blank(
      @PathVariable String register,
      @RequestParam(required = false) @Nullable UUID like,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    EntryForm form = form(register, Deed.ADD);
    List<Field> fields = form.fields(viewer, today.date());
    Map<String, String> typed = new HashMap<>();
    Optional.ofNullable(like)
        .flatMap(id -> form.find(viewer.scope(), id))
        .ifPresent(last ->
            fields.stream()
                .filter(Field::ditto)
                .forEach(field -> typed.putAll(inputs(viewer, field, last.values()))));
    for (Field field : fields) {
      String given = request.getParameter(INPUT + field.name());
      if (given != null) {
        typed.put(INPUT + field.name(), given);
      }
    }
    return show(
        model,
        viewer,
        new EntryPage(
            form,
            Deed.ADD,
            null,
            null,
            fields,
            typed,
            Map.of(),
            List.of(),
            null,
            back(form, request)));
  }

  @PostMapping("/entry/{register}/new")
  String add(
      @PathVariable String register,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      Model model,
      RedirectAttributes redirect) {
    return save(form(register, Deed.ADD), Deed.ADD, null, request, viewer, page, model, redirect);
  }

  @GetMapping("/entry/{register}/{id}/{deed}")
  String open(
      @PathVariable String register,
      @PathVariable UUID id,
      @PathVariable String deed,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Deed what = deed(deed);
    EntryForm form = form(register, what);
    Kept kept = kept(form, viewer, id);
    audit.look(viewer, kept.commune(), register, id);
    List<Field> fields = form.fields(viewer, today.date());
    Map<String, String> typed = new HashMap<>();
    fields.forEach(field -> typed.putAll(inputs(viewer, field, kept.values())));
    return show(
        model,
        viewer,
        new EntryPage(
            form,
            what,
            id,
            kept,
            asked(form, what, fields),
            typed,
            Map.of(),
            List.of(),
            null,
            back(form, request)));
  }

  @PostMapping("/entry/{register}/{id}/{deed}")
  String change(
      @PathVariable String register,
      @PathVariable UUID id,
      @PathVariable String deed,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      Model model,
      RedirectAttributes redirect) {
    Deed what = deed(deed);
    return save(form(register, what), what, id, request, viewer, page, model, redirect);
  }

  /// Rows pasted from a spreadsheet, one record each.
  @GetMapping("/entry/{register}/many")
  String many(
      @PathVariable String register,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    EntryForm form = form(register, Deed.ADD);
    model.addAttribute(
        "pasted",
        new Pasted(
            form,
            form.fields(viewer, today.date()),
            "",
            List.of(),
            List.of(),
            back(form, request)));
    return MANY;
  }

  @PostMapping("/entry/{register}/many")
  String addMany(
      @PathVariable String register,
      @RequestParam String rows,
      @RequestParam(required = false) @Nullable String save,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      Model model,
      RedirectAttributes redirect) {
    EntryForm form = form(register, Deed.ADD);
    List<Field> fields = form.fields(viewer, today.date());
    List<List<String>> cells = Pasted.cells(rows, fields.size());
    List<Problem> problems = new ArrayList<>();
    List<Values> values = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      List<String> typed = cells.get(row);
      ReadEntry read =
          new ReadEntry(viewer.scope(), people, page::t)
              .read(fields, name -> typed.get(place(fields, name)));
      values.add(read.values());
      List<Problem> ofRow = new ArrayList<>(read.problems());
      if (ofRow.isEmpty()) {
        try {
          form.check(viewer.scope(), read.values());
        } catch (Rejected e) {
          ofRow.add(e.problem());
        }
      }
      for (Problem problem : ofRow) {
        problems.add(problem.ofRow(row));
      }
    }
    boolean reopened = request.getParameter("reopened") != null;
    if (problems.isEmpty() && save != null && !reopened && !values.isEmpty()) {
      RecordEntry.Outcome outcome = record.addAll(viewer, form, values);
      if (outcome.change() != null) {
        redirect.addFlashAttribute(
            Notice.NAME,
            new Notice(
                page.t("entry.saved.many", page.number(values.size())),
                "/entry/undo/" + outcome.change()));
        return "redirect:" + back(form, request);
      }
      problems.addAll(outcome.problems());
    }
    model.addAttribute(
        "pasted", new Pasted(form, fields, rows, cells, problems, back(form, request)));
    return MANY;
  }

  private static int place(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /// Names for a field that asks for someone, as they are typed.
  @GetMapping("/api/people")
  @ResponseBody
  List<String> people(
      @RequestParam(defaultValue = "") String q, @ModelAttribute(binding = false) Viewer viewer) {
    return people.named(viewer.scope(), q).stream().map(People.Known::label).toList();
  }

  @PostMapping("/entry/undo/{change}")
  String undo(
      @PathVariable UUID change,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      RedirectAttributes redirect) {
    Notice notice;
    try {
      undo.run(viewer, change);
      notice = new Notice(page.t("entry.undone"), null);
    } catch (Refused e) {
      notice = Notice.refused(page.t(e.code(), e.arguments()));
    }
    redirect.addFlashAttribute(Notice.NAME, notice);
    return "redirect:" + local(request.getParameter("back"), "/");
  }

  private String save(
      EntryForm form,
      Deed deed,
      @Nullable UUID id,
      HttpServletRequest request,
      Viewer viewer,
      Page page,
      Model model,
      RedirectAttributes redirect) {
    List<Field> fields = asked(form, deed, form.fields(viewer, today.date()));
    ReadEntry read =
        new ReadEntry(viewer.scope(), people, page::t)
            .read(fields, name -> request.getParameter(INPUT + name));
    Map<String, String> was = was(request);
    Values values = read.values();
    boolean reopened = request.getParameter("reopened") != null;
    RecordEntry.Outcome outcome =
        read.problems().isEmpty() && !reopened
            ? record.run(
                viewer,
                form,
                new RecordEntry.Request(
                    deed,
                    id,
                    values,
                    was,
                    deed == Deed.CHANGE ? values.day(FROM.name()) : values.day(LAST.name()),
                    values.text(REASON.name())))
            : new RecordEntry.Outcome(null, id, reopened ? List.of() : read.problems(), null);
    if (outcome.change() != null) {
      redirect.addFlashAttribute(
          Notice.NAME,
          new Notice(page.t("entry.saved." + deed.code()), "/entry/undo/" + outcome.change()));
      return "redirect:"
          + (request.getParameter("another") == null
              ? back(form, request)
              : "/entry/" + form.register() + "/new?like=" + outcome.id());
    }
    Kept kept = id == null ? null : kept(form, viewer, id);
    EntryPage shown =
        new EntryPage(
            form,
            deed,
            id,
            kept == null ? null : new Kept(kept.commune(), kept.title(), was),
            fields,
            Inputs.typed(request, INPUT),
            Map.of(),
            outcome.problems(),
            outcome.now(),
            back(form, request));
    return show(model, viewer, shown);
  }

  private String show(Model model, Viewer viewer, EntryPage page) {
    Map<String, String> labels = new HashMap<>();
    for (Kept kept :
        java.util.stream.Stream.of(page.kept(), page.now())
            .filter(java.util.Objects::nonNull)
            .toList()) {
      page.fields().stream()
          .filter(field -> field.kind() == Field.Kind.PERSON)
          .map(field -> kept.values().get(field.name()))
          .filter(java.util.Objects::nonNull)
          .forEach(id -> labels.put(id, label(viewer, id)));
    }
    model.addAttribute(
        "entry",
        new EntryPage(
            page.form(),
            page.deed(),
            page.id(),
            page.kept(),
            page.fields(),
            page.typed(),
            labels,
            page.problems(),
            page.now(),
            page.back()));
    return FORM;
  }

  private String label(Viewer viewer, String id) {
    return Ids.parse(id)
        .flatMap(known -> people.find(viewer.scope(), known))
        .map(People.Known::label)
        .orElse("");
  }

  private EntryForm form(String register, Deed deed) {
    EntryForm form = forms.get(register);
    if (form == null || !form.deeds().contains(deed)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return form;
  }

  private static Deed deed(String code) {
    return Deed.of(code)
        .filter(deed -> deed != Deed.ADD)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Kept kept(EntryForm form, Viewer viewer, UUID id) {
    return form.find(viewer.scope(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// What a deed asks for.
  private static List<Field> asked(EntryForm form, Deed deed, List<Field> fields) {
    List<Field> asked = new ArrayList<>();
    switch (deed) {
      case CHANGE -> asked.add(FROM);
      case END -> {
        asked.add(LAST);
        asked.add(REASON);
      }
      case CORRECT, REMOVE -> asked.add(REASON);
      case ADD -> {}
    }
    if (deed.asksForFields()) {
      asked.addAll(0, fields.stream().filter(field -> form.asks(deed, field)).toList());
    }
    return asked;
  }

  private Map<String, String> inputs(Viewer viewer, Field field, Map<String, String> values) {
    String value = values.get(field.name());
    String input = INPUT + field.name();
    if (value == null) {
      return Map.of();
    }
    return switch (field.kind()) {
      case DAY, DATE -> {
        PartialDate date = PartialDate.parse(value);
        Map<String, String> boxes = new HashMap<>();
        boxes.put(input + ".year", String.valueOf(date.first().getYear()));
        if (date.precision() != PartialDate.Precision.YEAR) {
          boxes.put(input + ".month", String.valueOf(date.first().getMonthValue()));
        }
        if (date.precision() == PartialDate.Precision.DAY) {
          boxes.put(input + ".day", String.valueOf(date.first().getDayOfMonth()));
        }
        yield boxes;
      }
      case PERSON -> Map.of(input, label(viewer, value));
      case DECIMAL -> Map.of(input, value.replace('.', ','));
      default -> Map.of(input, value);
    };
  }

  private static Map<String, String> was(HttpServletRequest request) {
    Map<String, String> was = new HashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (name.startsWith(WAS)) {
            was.put(name.substring(WAS.length()), values[0]);
          }
        });
    return was;
  }

  private static String back(EntryForm form, HttpServletRequest request) {
    return local(request.getParameter("back"), form.page());
  }

  /// An address of this program only: what comes with a link leads nowhere else.
  static String local(@Nullable String address, String otherwise) {
    return address != null && address.matches(LOCAL) ? address : otherwise;
  }
}
