package vn.nenmong.entry;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.kernel.time.Today;

/// What was done to someone or something, deed by deed.
public record History(List<Deeds> deeds) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  /// Columns whose values say something to a reader as they are.
  private static final Set<String> TOLD =
      Set.of(
          "name",
          "sex",
          "born",
          "ethnicity",
          "languages",
          "card_number",
          "admitted",
          "recognised",
          "standing",
          "exempt",
          "education",
          "qualification",
          "theory",
          "occupation",
          "period",
          "title",
          "since",
          "until",
          "end_reason",
          "note",
          "number",
          "kind",
          "issued_on",
          "held_on",
          "due",
          "present",
          "label",
          "households",
          "population",
          "poor_households",
          "founded",
          "ended",
          "superior",
          "document_number",
          "plan",
          "actual",
          "post",
          "status_text",
          "day",
          "body",
          "found",
          "agreed",
          "next_day",
          "months",
          "changed");

  /// All that one change did to it.
  ///
  /// @param reason given for it, or the file it came from, or null
  public record Deeds(
      UUID change,
      LocalDateTime at,
      String account,
      String action,
      @Nullable String reason,
      boolean undone,
      List<Line> lines) {}

  /// One row: new, changed or taken.
  ///
  /// @param how `new`, `changed` or `taken`
  public record Line(String register, String how, List<Difference> differences) {}

  public record Difference(String column, String before, String after) {}

  /// A change as a whole.
  public record Told(
      UUID change, OffsetDateTime at, String account, String action, boolean undone) {}

  /// @param rows how many rows of a register a change touched
  public record Touched(String register, int rows) {}

  static History of(List<HistoryRepository.Row> rows) {
    return new History(
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    HistoryRepository.Row::change,
                    java.util.LinkedHashMap::new,
                    Collectors.toList()))
            .values()
            .stream()
            .map(History::deeds)
            .toList());
  }

  private static Deeds deeds(List<HistoryRepository.Row> rows) {
    HistoryRepository.Row first = rows.getFirst();
    return new Deeds(
        first.change(),
        first.at().atZoneSameInstant(Today.ZONE).toLocalDateTime(),
        first.account(),
        first.action(),
        first.reason(),
        first.undone(),
        rows.reversed().stream().map(History::line).toList());
  }

  private static Line line(HistoryRepository.Row row) {
    if (row.before() == null) {
      return new Line(row.register(), "new", List.of());
    }
    Map<String, @Nullable Object> before = JSON.readValue(row.before(), OBJECT);
    if (row.after() == null) {
      return new Line(row.register(), "taken", List.of());
    }
    Map<String, @Nullable Object> after = JSON.readValue(row.after(), OBJECT);
    List<Difference> differences = new ArrayList<>();
    for (String column : new TreeSet<>(before.keySet())) {
      if (TOLD.contains(column) && !Objects.equals(before.get(column), after.get(column))) {
        differences.add(
            new Difference(column, shown(before.get(column)), shown(after.get(column))));
      }
    }
    return new Line(row.register(), "changed", differences);
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }
}
