package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.consolidation.reorganization.Reorganization.Takes;

/// What was typed into the wizard, as it was typed.
///
/// @param typed the parameters by name
public record ReorganizationForm(Kind kind, Map<String, List<String>> typed) {

  /// How many new ones a split can name on the page; a file can name any number.
  public static final int PARTS = 4;

  private static final String NEW = "new";
  private static final String WORDS = "q";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  static ReorganizationForm of(Kind kind, Map<String, String[]> parameters) {
    Map<String, List<String>> typed = new TreeMap<>();
    parameters.forEach((name, values) -> {
      if (!name.equals("_csrf")) {
        typed.put(name, Arrays.stream(values).map(String::strip).toList());
      }
    });
    return new ReorganizationForm(kind, typed);
  }

  /// What was typed behind the choice of units.
  public Map<String, List<String>> later() {
    Map<String, List<String>> later = new LinkedHashMap<>(typed);
    later.keySet().removeAll(Set.of("unit", "effective", "seen", "do", "_csrf", WORDS, "look"));
    return later;
  }

  /// What is looked for among the units.
  public String words() {
    return first(WORDS);
  }

  /// Whether units are still being looked for.
  public boolean looks() {
    return first("look").equals("yes");
  }

  public String first(String name) {
    List<String> values = typed.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  public List<String> all(String name) {
    return typed.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).toList();
  }

  private @Nullable String given(String name) {
    return first(name).isEmpty() ? null : first(name);
  }

  /// Those that it begins from; of a founding, those that it takes from.
  public List<String> units() {
    return all("unit");
  }

  /// The first day, where one was typed.
  public @Nullable LocalDate effective() {
    return day("effective");
  }

  private @Nullable LocalDate day(String name) {
    try {
      return LocalDate.parse(first(name), DAY);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// What is missing before it can be an event at all: keys of sentences.
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (effective() == null) {
      missing.add("consolidation.reorganization.missing.effective");
    }
    if (!hasDecision()) {
      missing.add("consolidation.reorganization.missing.decision");
    }
    if (kind != Kind.FOUND && units().isEmpty()) {
      missing.add("consolidation.reorganization.missing.units");
    }
    return missing;
  }

  /// The event; only where nothing is missing.
  Reorganization event() {
    return new Reorganization(
        kind,
        Objects.requireNonNull(effective()),
        decision(),
        kind == Kind.FOUND ? List.of() : units(),
        into(),
        offices(),
        all("carry"));
  }

  boolean hasDecision() {
    return given("number") != null && given("body") != null && day("decided") != null;
  }

  Decision decision() {
    return new Decision(
        first("number"), first("body"), Objects.requireNonNull(day("decided")), given("note"));
  }

  private List<Into> into() {
    return switch (kind) {
      case RENAME, RENAME_VILLAGE ->
          List.of(
              new Into(
                  units().getFirst(),
                  null,
                  given("name"),
                  null,
                  null,
                  given("superior"),
                  null,
                  null));
      case CHANGE_KIND ->
          List.of(
              new Into(
                  units().getFirst(),
                  null,
                  given("name"),
                  given("newKind"),
                  null,
                  null,
                  null,
                  null));
      case MOVE -> Stream.ofNullable(given("target")).map(Into::existing).toList();
      case DISSOLVE -> Stream.ofNullable(given("target")).map(Into::existing).toList();
      case MERGE, MERGE_VILLAGES -> {
        String target = first("target");
        yield target.isEmpty()
            ? List.of()
            : List.of(target.equals(NEW) ? made("", null) : Into.existing(target));
      }
      case FOUND -> List.of(made("", takes("new")));
      case SPLIT, SPLIT_VILLAGE -> parts();
    };
  }

  private Into made(String number, @Nullable Takes takes) {
    return new Into(
        null,
        given("code" + number),
        given("name" + number),
        given("newKind"),
        given("parent"),
        given("superior"),
        given("cell"),
        takes);
  }

  private List<Into> parts() {
    List<Into> parts = new ArrayList<>();
    if (!first("ends").equals("yes")) {
      parts.add(Into.existing(units().getFirst()));
    }
    for (int i = 1; i <= PARTS; i++) {
      if (given("code" + i) != null || given("name" + i) != null) {
        parts.add(made(String.valueOf(i), takes(String.valueOf(i))));
      }
    }
    return parts;
  }

  /// What was put to one of the new ones.
  private Takes takes(String part) {
    return new Takes(chosen("m.", part), chosen("v.", part), chosen("u.", part));
  }

  private List<String> chosen(String prefix, String part) {
    return typed.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> entry.getValue().contains(part))
        .map(entry -> entry.getKey().substring(prefix.length()))
        .toList();
  }

  /// Who holds what in those that come of it: in the one that was chosen beside the name, else in
  /// the first; and the secretaries of new parts.
  private List<Reorganization.Office> offices() {
    List<Into> into = into();
    if (into.isEmpty() || kind.isOfVillages()) {
      return List.of();
    }
    Into heir = into.getFirst();
    String unit = heir.isNew() ? String.valueOf(heir.code()) : String.valueOf(heir.unit());
    Stream<Reorganization.Office> named =
        typed.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("o."))
            .flatMap(entry ->
                entry.getValue().stream()
                    .filter(value -> value.contains("|"))
                    .map(value -> {
                      String person = entry.getKey().substring(2);
                      String part = first("a." + person);
                      return new Reorganization.Office(
                          part.isEmpty() ? unit : first("code" + part),
                          person,
                          value.substring(value.indexOf('|') + 1),
                          value.substring(0, value.indexOf('|')));
                    }));
    if (kind == Kind.FOUND && given("s") != null) {
      return List.of(new Reorganization.Office(unit, first("s"), first("s.title"), "secretary"));
    }
    Stream<Reorganization.Office> ofParts =
        IntStream.rangeClosed(1, kind == Kind.SPLIT ? PARTS : 0)
            .filter(part -> given("s" + part) != null)
            .mapToObj(part ->
                new Reorganization.Office(
                    first("code" + part), first("s" + part), first("s.title"), "secretary"));
    return Stream.concat(named, ofParts).toList();
  }
}
