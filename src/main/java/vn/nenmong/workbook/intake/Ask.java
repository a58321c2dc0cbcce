package vn.nenmong.workbook.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// Who a row means can't be told: one of these people, or someone new.
///
/// @param given what the row says of them
public record Ask(String sheet, int row, Traits given, List<Option> options) {

  /// Someone known, and how they differ from the row.
  ///
  /// @param person id of the person
  public record Option(UUID person, Traits traits, String description) {}

  /// What tells people of one name apart, as a page shows it.
  public record Traits(
      String name,
      @Nullable String born,
      @Nullable String cell,
      @Nullable String village,
      @Nullable String card,
      @Nullable String admitted) {

    static Traits of(
        String name,
        @Nullable PartialDate born,
        @Nullable String cell,
        @Nullable String village,
        @Nullable String card,
        @Nullable PartialDate admitted) {
      return new Traits(name, words(born), cell, village, card, words(admitted));
    }

    private static @Nullable String words(@Nullable PartialDate date) {
      return date == null ? null : date.toVietnamese();
    }
  }

  /// One trait of the row beside that of each option.
  ///
  /// @param label message key
  /// @param known of each option in its order
  public record Line(String label, @Nullable String given, List<@Nullable String> known) {

    /// Whether an option says something else than the row; silence on either side does not.
    public boolean differs(int option) {
      String other = known.get(option);
      return given != null && other != null && !given.equals(other);
    }
  }

  public String name() {
    return given.name();
  }

  /// The row and the options side by side, as far as any of them says something.
  public List<Line> lines() {
    return List.of(
            line("workbook.who.name", Traits::name),
            line("workbook.who.born", Traits::born),
            line("workbook.who.cell", Traits::cell),
            line("workbook.who.village", Traits::village),
            line("workbook.who.card", Traits::card),
            line("workbook.who.admitted", Traits::admitted))
        .stream()
        .filter(line -> line.given() != null || line.known().stream().anyMatch(k -> k != null))
        .toList();
  }

  private Line line(String label, Function<Traits, @Nullable String> trait) {
    List<@Nullable String> known = new ArrayList<>(options.size());
    options.forEach(option -> known.add(trait.apply(option.traits())));
    return new Line(label, trait.apply(given), known);
  }
}
