package vn.nenmong.workbook.reconciliation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.workbook.intake.NameKey;
import vn.nenmong.workbook.mapping.Place;

/// What is compared of someone who is on both lists. Another way to write the same is no
/// difference: case, spaces, composed letters, where a tone stands, how a date or a card is set.
public enum Item {
  NAME(Told::name),
  BORN(Told::born),
  SEX(Told::sex),
  ETHNICITY(Told::ethnicity),
  CARD(Told::card),
  CELL(Told::cell),
  ADMITTED(Told::admitted),
  RECOGNISED(Told::recognised),
  ACTIVITY(Told::activity);

  private static final Pattern ISO = Pattern.compile("\\d{4}(?:-\\d{2}){0,2}");
  private static final Pattern NO_SIGN = Pattern.compile("[^0-9A-Z]");
  private static final Pattern LEADING = Pattern.compile("^0+(?=.)");

  @SuppressWarnings("ImmutableEnumChecker") // a method of a record
  private final Function<Told, @Nullable String> value;

  Item(Function<Told, @Nullable String> value) {
    this.value = value;
  }

  static Optional<Item> of(@Nullable String code) {
    return Arrays.stream(values()).filter(item -> item.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a list tells of it, or null.
  @Nullable String of(Told told) {
    String words = value.apply(told);
    return words == null || words.isBlank() ? null : words;
  }

  /// Whether two lists say the same as of a day. What is of a later day neither says yet.
  boolean isSame(Told ours, Told theirs, LocalDate day) {
    return Objects.equals(key(of(ours), day), key(of(theirs), day));
  }

  private @Nullable String key(@Nullable String words, LocalDate day) {
    if (this == ACTIVITY) {
      return Activity.of(words).code();
    }
    Optional<PartialDate> date = date(words);
    return words == null
        ? null
        : switch (this) {
          case CARD -> card(words);
          case CELL -> Place.key(words);
          case BORN -> date.map(Item::withoutNewYear).orElse(words);
          case ADMITTED, RECOGNISED ->
              date.isPresent() && date.get().first().isAfter(day) ? null : words;
          default -> NameKey.of(words);
        };
  }

  /// The figures of a card, whatever stands between them; zeros before them are lost by Excel.
  static String card(String words) {
    String plain = NO_SIGN.matcher(words.toUpperCase(Locale.ROOT)).replaceAll("");
    return LEADING.matcher(plain).replaceFirst("");
  }

  /// The first of January stands for the year alone where no more was known.
  private static String withoutNewYear(PartialDate born) {
    return born.first().getDayOfYear() == 1 ? String.valueOf(born.first().getYear()) : born.toIso();
  }

  static Optional<PartialDate> date(@Nullable String words) {
    try {
      return words != null && ISO.matcher(words).matches()
          ? Optional.of(PartialDate.parse(words))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
