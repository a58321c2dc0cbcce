package vn.nenmong.entry;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

/// Reads what was typed into the fields of a form, and says what is wrong with it.
public final class ReadEntry {

  private static final int LONGEST_TEXT = 300;
  private static final int LONGEST = 4_000;
  private static final Pattern DATE =
      Pattern.compile("(?:(?:(\\d{1,2})\\s*[/.-]\\s*)?(\\d{1,2})\\s*[/.-]\\s*)?(\\d{4})");

  private final Scope scope;
  private final People people;
  private final UnaryOperator<@Nullable String> words;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /// @param words of a message key, by which a choice can be typed
  public ReadEntry(Scope scope, People people, UnaryOperator<@Nullable String> words) {
    this.scope = scope;
    this.people = people;
    this.words = words;
  }

  /// @param typed what was typed, by the name of the input: a date has three, `name.day`,
  ///   `name.month` and `name.year`, or one
  public ReadEntry read(List<Field> fields, UnaryOperator<@Nullable String> typed) {
    for (Field field : fields) {
      String text = clean(text(field, typed));
      if (text.isEmpty()) {
        if (field.required()) {
          problems.add(Problem.of(field.name(), "entry.problem.missing"));
        }
      } else {
        value(field, text).ifPresent(value -> values.put(field.name(), value));
      }
    }
    return this;
  }

  public Values values() {
    return new Values(values);
  }

  public List<Problem> problems() {
    return problems;
  }

  private static @Nullable String text(Field field, UnaryOperator<@Nullable String> typed) {
    boolean date = field.kind() == Field.Kind.DAY || field.kind() == Field.Kind.DATE;
    if (!date || typed.apply(field.name()) != null) {
      return typed.apply(field.name());
    }
    StringBuilder text = new StringBuilder();
    for (String part : List.of(".day", ".month", ".year")) {
      String typedPart = clean(typed.apply(field.name() + part));
      if (!typedPart.isEmpty()) {
        text.append(text.isEmpty() ? "" : "/").append(typedPart);
      }
    }
    return text.toString();
  }

  private static String clean(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text.replace('\u00a0', ' '), Normalizer.Form.NFC).strip();
  }

  private Optional<String> value(Field field, String text) {
    return switch (field.kind()) {
      case TEXT -> text(field, text.replaceAll("\\s+", " "), LONGEST_TEXT);
      case LONG_TEXT -> text(field, text, LONGEST);
      case CHOICE -> choice(field, text);
      case DAY -> date(field, text).filter(date -> whole(field, date)).map(PartialDate::toIso);
      case DATE -> date(field, text).map(PartialDate::toIso);
      case INTEGER -> integer(field, text);
      case YEAR -> year(field, text);
      case DECIMAL -> decimal(field, text);
      case YES -> yes(field, text);
      case PERSON -> person(field, text);
    };
  }

  private Optional<String> wrong(Field field, String key, Object... arguments) {
    problems.add(Problem.of(field.name(), key, arguments));
    return Optional.empty();
  }

  private Optional<String> text(Field field, String text, int longest) {
    return text.length() <= longest
        ? Optional.of(text)
        : wrong(field, "entry.problem.long", String.valueOf(longest));
  }

  private Optional<String> choice(Field field, String text) {
    if (field.chosen(text).isPresent()) {
      return Optional.of(text);
    }
    String folded = Vietnamese.fold(text);
    List<Field.Choice> named =
        field.choices().stream()
            .filter(choice ->
                Vietnamese.fold(choice.key() ? words.apply(choice.text()) : choice.text())
                    .equals(folded))
            .toList();
    return named.size() == 1
        ? Optional.of(named.getFirst().value())
        : wrong(field, "entry.problem.choice", text);
  }

  private Optional<PartialDate> date(Field field, String text) {
    Matcher date = DATE.matcher(text);
    try {
      if (date.matches()) {
        int year = Integer.parseInt(date.group(3));
        PartialDate read =
            date.group(2) == null
                ? PartialDate.year(year)
                : date.group(1) == null
                    ? PartialDate.month(YearMonth.of(year, Integer.parseInt(date.group(2))))
                    : PartialDate.day(
                        LocalDate.of(
                            year,
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(1))));
        if (isYear(year)) {
          return Optional.of(read);
        }
      }
    } catch (DateTimeException e) {
      // Told below: a day that isn't in the calendar.
    }
    wrong(field, "entry.problem.date", text);
    return Optional.empty();
  }

  private boolean whole(Field field, PartialDate date) {
    boolean whole = date.precision() == PartialDate.Precision.DAY;
    if (!whole) {
      wrong(field, "entry.problem.day");
    }
    return whole;
  }

  private Optional<String> integer(Field field, String text) {
    String digits = text.replaceAll("[.\\s]", "");
    return digits.matches("\\d{1,9}")
        ? Optional.of(String.valueOf(Integer.parseInt(digits)))
        : wrong(field, "entry.problem.integer", text);
  }

  private Optional<String> year(Field field, String text) {
    return text.matches("\\d{4}") && isYear(Integer.parseInt(text))
        ? Optional.of(text)
        : wrong(field, "entry.problem.year", text);
  }

  private static boolean isYear(int year) {
    return year >= 1900 && year <= 2100;
  }

  /// `1.234,5` and `1234.5` alike: a point with three digits behind it and no comma is one of
  /// thousands.
  private Optional<String> decimal(Field field, String text) {
    String plain = text.replaceAll("\\s", "");
    if (plain.indexOf(',') >= 0) {
      plain = plain.replace(".", "").replace(',', '.');
    } else if (plain.matches("-?\\d{1,3}(\\.\\d{3})+")) {
      plain = plain.replace(".", "");
    }
    return plain.matches("-?\\d{1,14}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(plain).stripTrailingZeros().toPlainString())
        : wrong(field, "entry.problem.decimal", text);
  }

  private Optional<String> yes(Field field, String text) {
    return switch (Vietnamese.fold(text)) {
      case "yes", "x", "co", "✓", "1", "true" -> Optional.of("yes");
      case "no", "khong", "-", "0", "false" -> Optional.empty();
      default -> wrong(field, "entry.problem.yes", text);
    };
  }

  /// By id, by label, or by a name that only one bears.
  private Optional<String> person(Field field, String text) {
    Optional<People.Known> byId = id(text).flatMap(id -> people.find(scope, id));
    if (byId.isPresent()) {
      return Optional.of(text);
    }
    String name = text.replaceAll("\\s*\\(.*$", "");
    List<People.Known> named =
        people.named(scope, name).stream()
            .filter(person -> Vietnamese.fold(person.name()).equals(Vietnamese.fold(name)))
            .toList();
    List<People.Known> meant =
        named.stream().filter(person -> person.label().equals(text)).toList();
    if (meant.size() == 1) {
      return Optional.of(meant.getFirst().id().toString());
    }
    if (named.size() == 1) {
      return Optional.of(named.getFirst().id().toString());
    }
    return named.isEmpty()
        ? wrong(field, "entry.problem.noPerson", text)
        : wrong(
            field,
            "entry.problem.namesakes",
            String.join("; ", named.stream().map(People.Known::label).toList()));
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
