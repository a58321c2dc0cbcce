package vn.nenmong.activity.minutes;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Page;

/// A sheet as it is keyed in: what was typed, and the changes that it makes.
///
/// @param meeting what is known of it already, or null
/// @param typed by the names of the inputs
/// @param problems message keys, by input
/// @param refused sentences that say why it was not taken
public record SheetForm(
    Sheet sheet,
    @Nullable Meeting meeting,
    Map<String, String> typed,
    Map<String, String> problems,
    List<String> refused) {

  static final List<String> REASONS = List.of("away", "ill", "family", "other", "none");
  static final int VOTES = 3;
  static final int TASKS = 4;

  /// Behind what the agenda has.
  private static final int LAST = 100;

  private static final int LATEST_HOUR = 23;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Each once, as they were at the end of the month, in the order of the roster.
  static List<Attendee> people(List<Attendee> roster) {
    Map<UUID, Attendee> people = new LinkedHashMap<>();
    roster.stream()
        .filter(person -> !person.away())
        .forEach(person -> people.put(person.id(), person));
    return List.copyOf(people.values());
  }

  static List<String> agenda(@Nullable Frame frame, Page page) {
    Stream<String> template =
        Stream.of(Template.values())
            .map(item -> page.t("activity.minutes.template." + item.code()));
    return frame == null
        ? template.toList()
        : Stream.concat(template, frame.agenda().stream()).toList();
  }

  static SheetForm of(Sheet sheet, @Nullable Meeting meeting) {
    Map<String, String> typed = new HashMap<>();
    typed.put("approved", "yes");
    if (meeting != null) {
      fill(typed, sheet, new Minutes(meeting));
    }
    return new SheetForm(sheet, meeting, typed, Map.of(), List.of());
  }

  private static void fill(Map<String, String> typed, Sheet sheet, Minutes told) {
    if (told.heldOn() != null) {
      typed.put("day", String.valueOf(told.heldOn().getDayOfMonth()));
      if (!YearMonth.from(told.heldOn()).equals(sheet.month())) {
        typed.put("day", "%tF".formatted(told.heldOn()));
      }
    }
    for (String field :
        List.of("began", "ended", "place", "resolution", "summary", "missedReason")) {
      String text = told.text(field);
      if (text != null) {
        typed.put(field, text);
      }
    }
    for (String field : List.of("chair", "secretary")) {
      UUID person = told.person(field);
      if (person != null) {
        typed.put(field, person.toString());
      }
    }
    told.absences().forEach(absence -> typed.put("absent." + absence.person(), absence.reason()));
    List<Minutes.Item> voted = told.agenda().stream().filter(item -> item.vote() != null).toList();
    for (int i = 0; i < Math.min(VOTES, voted.size()); i++) {
      Minutes.Item item = voted.get(i);
      Minutes.Vote vote = Objects.requireNonNull(item.vote());
      typed.put("vote." + i + ".id", item.id().toString());
      typed.put("vote." + i + ".title", item.title());
      typed.put("vote." + i + ".matter", item.matter().code());
      typed.put("vote." + i + ".for", String.valueOf(vote.inFavour()));
      typed.put("vote." + i + ".against", String.valueOf(vote.against()));
      typed.put("vote." + i + ".blank", String.valueOf(vote.blank()));
      typed.put("vote." + i + ".carried", vote.carried() ? "yes" : "");
    }
    List<Minutes.Conclusion> tasks = told.conclusions();
    for (int i = 0; i < Math.min(TASKS, tasks.size()); i++) {
      typed.put("task." + i + ".id", tasks.get(i).id().toString());
      typed.put("task." + i + ".text", tasks.get(i).text());
      typed.put("task." + i + ".person", Objects.toString(tasks.get(i).person(), ""));
      LocalDate due = tasks.get(i).due();
      typed.put(
          "task." + i + ".due",
          due == null
              ? ""
              : "%02d/%02d/%d".formatted(due.getDayOfMonth(), due.getMonthValue(), due.getYear()));
    }
  }

  /// Whether nothing is known of the meeting yet.
  public boolean isNew() {
    return meeting == null;
  }

  public String value(String input) {
    return typed.getOrDefault(input, "");
  }

  public @Nullable String problem(String input) {
    return problems.get(input);
  }

  /// By which a form that is sent twice is known, also one that was corrected meanwhile.
  public String key() {
    return typed.getOrDefault("form", UUID.randomUUID().toString());
  }

  /// Which version of the meeting whoever keys it in has before the eyes.
  public int version() {
    int known = meeting == null ? 0 : meeting.version();
    String typed = value("version");
    return typed.matches("\\d{1,9}") ? Math.min(known, Integer.parseInt(typed)) : known;
  }

  SheetForm typed(Map<String, String[]> parameters) {
    Map<String, String> now = new HashMap<>();
    parameters.forEach((name, values) -> now.put(name, values[0].replace("\r\n", "\n").strip()));
    SheetForm form = new SheetForm(sheet, meeting, now, Map.of(), List.of());
    Map<String, String> found = new LinkedHashMap<>();
    if (form.value("missedReason").isEmpty() && form.heldOn().isEmpty()) {
      found.put("day", "activity.minutes.sheet.problem.day");
    }
    for (String time : List.of("began", "ended")) {
      if (!form.value(time).isEmpty() && form.time(time).isEmpty()) {
        found.put(time, "activity.minutes.sheet.problem.time");
      }
    }
    for (int i = 0; i < VOTES; i++) {
      for (String part : List.of("for", "against", "blank")) {
        String input = "vote." + i + "." + part;
        if (!form.value(input).matches("\\d{0,4}")) {
          found.put(input, "activity.minutes.sheet.problem.number");
        }
      }
    }
    for (int i = 0; i < TASKS; i++) {
      String input = "task." + i + ".due";
      if (!form.value(input).isEmpty() && day(form.value(input)).isEmpty()) {
        found.put(input, "activity.minutes.sheet.problem.due");
      }
    }
    return new SheetForm(sheet, meeting, now, found, List.of());
  }

  SheetForm refused(List<String> why) {
    return new SheetForm(sheet, meeting, typed, problems, why);
  }

  /// A day of the sheet's month, alone or with its month, or a whole date.
  private Optional<LocalDate> heldOn() {
    String day =
        value("day")
            .replaceFirst("^(\\d{1,2})/0?%d$".formatted(sheet.month().getMonthValue()), "$1");
    return day.matches("\\d{1,2}")
            && Integer.parseInt(day) >= 1
            && Integer.parseInt(day) <= sheet.month().lengthOfMonth()
        ? Optional.of(sheet.month().atDay(Integer.parseInt(day)))
        : day(day);
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(TypedDay.parse(typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// `1930`, `19h30`, `19:30` or `19`.
  private Optional<String> time(String input) {
    String digits = value(input).replaceAll("\\D", "");
    String whole = digits.length() <= 2 ? digits + "00" : digits;
    if (whole.length() < 3 || whole.length() > 4) {
      return Optional.empty();
    }
    int number = Integer.parseInt(whole);
    return number / 100 > LATEST_HOUR || number % 100 > 59
        ? Optional.empty()
        : Optional.of("%02d:%02d".formatted(number / 100, number % 100));
  }

  /// What the sheet says, field by field: only what differs from what is known.
  ///
  /// @param form by which the form is known: sent twice, it makes the same changes
  /// @param now by the clock
  List<Change> changes(String form, Instant now) {
    Map<String, @Nullable JsonNode> says = new LinkedHashMap<>();
    says.put("heldOn", heldOn().<JsonNode>map(day -> JSON.stringNode(day.toString())).orElse(null));
    for (String time : List.of("began", "ended")) {
      says.put(time, time(time).<JsonNode>map(JSON::stringNode).orElse(null));
    }
    for (String text :
        List.of("place", "chair", "secretary", "resolution", "summary", "missedReason")) {
      says.put(text, value(text).isEmpty() ? null : JSON.stringNode(value(text)));
    }
    for (Attendee person : sheet.people()) {
      String reason = value("absent." + person.id());
      says.put(
          "absent/" + person.id(), REASONS.contains(reason) ? absence(person.id(), reason) : null);
    }
    for (int i = 0; i < VOTES; i++) {
      vote(says, form, i);
    }
    for (int i = 0; i < TASKS; i++) {
      task(says, form, i);
    }
    says.put(
        "state",
        JSON.stringNode(
            !value("missedReason").isEmpty()
                ? "missed"
                : value("approved").isEmpty() ? "minuted" : "approved"));
    List<Change> changes = new ArrayList<>();
    says.forEach((field, value) -> {
      if (!Objects.equals(known(field, JsonNode.class).orElse(null), value)
          && !(value == null && isSilent(field))) {
        changes.add(
            new Change(
                id(form, field),
                sheet.cell().id(),
                sheet.month(),
                sheet.kind(),
                field,
                value,
                version(),
                now));
      }
    });
    return changes;
  }

  /// What was told elsewhere after the form was opened, and is left empty here, is not
  /// contradicted. That somebody was there is.
  private boolean isSilent(String field) {
    return meeting != null
        && !field.startsWith("absent/")
        && Optional.ofNullable(meeting.fields().get(field))
            .filter(standing -> standing.version() > version())
            .isPresent();
  }

  /// What is known of a field, to which what the sheet says is added: it does not ask for all.
  private ObjectNode known(String field) {
    return known(field, ObjectNode.class).map(ObjectNode::deepCopy).orElseGet(JSON::objectNode);
  }

  private <T extends JsonNode> Optional<T> known(String field, Class<T> type) {
    return Optional.ofNullable(meeting)
        .flatMap(known -> known.value(field))
        .filter(type::isInstance)
        .map(type::cast);
  }

  private ObjectNode absence(UUID person, String reason) {
    ObjectNode known = known("absent/" + person);
    return known.path("reason").asString("").equals(reason)
        ? known
        : known.put("reason", reason).put("leave", !reason.equals("none"));
  }

  private void vote(Map<String, @Nullable JsonNode> says, String form, int i) {
    String input = "vote." + i + ".";
    UUID id = idOf(input, form);
    if (value(input + "title").isEmpty() && value(input + "id").isEmpty()) {
      return;
    }
    if (value(input + "title").isEmpty()) {
      says.put("agenda/" + id, null);
      says.put("vote/" + id, null);
      return;
    }
    ObjectNode item = known("agenda/" + id);
    if (item.isEmpty()) {
      item.put("order", LAST + i);
    }
    item.put("title", value(input + "title"))
        .put("matter", Matter.of(value(input + "matter")).orElse(Matter.RESOLUTION).code());
    says.put("agenda/" + id, item);
    ObjectNode vote = known("vote/" + id);
    if (vote.isEmpty()) {
      vote.put("way", "open");
    }
    says.put(
        "vote/" + id,
        vote.put("for", number(input + "for"))
            .put("against", number(input + "against"))
            .put("blank", number(input + "blank"))
            .put("carried", !value(input + "carried").isEmpty()));
  }

  private void task(Map<String, @Nullable JsonNode> says, String form, int i) {
    String input = "task." + i + ".";
    UUID id = idOf(input, form);
    if (value(input + "text").isEmpty()) {
      if (!value(input + "id").isEmpty()) {
        says.put("conclusion/" + id, null);
      }
      return;
    }
    ObjectNode task = known("conclusion/" + id).put("text", value(input + "text"));
    put(task, "person", value(input + "person"));
    put(task, "due", day(value(input + "due")).map(LocalDate::toString).orElse(""));
    says.put("conclusion/" + id, task);
  }

  /// A part that was never there is not told to be nothing.
  private static void put(ObjectNode value, String part, String text) {
    if (!text.isEmpty()) {
      value.put(part, text);
    } else if (value.path(part).isString()) {
      value.remove(part);
    }
  }

  private UUID idOf(String input, String form) {
    try {
      return UUID.fromString(value(input + "id"));
    } catch (IllegalArgumentException e) {
      return id(form, input);
    }
  }

  private int number(String input) {
    return value(input).isEmpty() ? 0 : Integer.parseInt(value(input));
  }

  private static UUID id(String form, String part) {
    return UUID.nameUUIDFromBytes((form + "/" + part).getBytes(StandardCharsets.UTF_8));
  }
}
