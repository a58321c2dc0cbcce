package vn.nenmong.command.bench;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

/// The hand of an office: the same name, date or tick written in all the ways that are met.
final class Hand {

  private final RandomGenerator random;

  Hand(RandomGenerator random) {
    this.random = random;
  }

  /// As a cell has it: a date of Excel, a text in one of four ways, a month, a year as number or
  /// text.
  Object date(PartialDate date) {
    LocalDate day = date.first();
    return switch (date.precision()) {
      case YEAR -> random.nextBoolean() ? (Object) day.getYear() : Integer.toString(day.getYear());
      case MONTH -> date.toVietnamese();
      case DAY ->
          switch (random.nextInt(10)) {
            case 0, 1 -> day;
            case 2 -> "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            case 3 -> date.toVietnamese().replace('/', '-');
            case 4 -> "%d.%d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            default -> date.toVietnamese();
          };
    };
  }

  @Nullable Object dateOrNothing(@Nullable PartialDate date) {
    return date == null ? null : date(date);
  }

  /// Mostly as it should be, sometimes in capitals, with spaces too many, or decomposed.
  String name(String name) {
    return switch (random.nextInt(30)) {
      case 0 -> name.toUpperCase(Vietnamese.LOCALE);
      case 1 -> " " + name.replaceFirst(" ", "  ");
      case 2 -> Normalizer.normalize(name, Normalizer.Form.NFD);
      case 3 -> name + "\u00A0";
      default -> name;
    };
  }

  @Nullable String yes(boolean yes) {
    return yes
        ? pick("x", "X", "✓", "có", "Có")
        : pick(null, null, null, null, null, "không", "0", "-");
  }

  /// A count with or without its unit.
  Object count(int count, String unit) {
    return switch (random.nextInt(6)) {
      case 0 -> count + " " + unit;
      case 1 -> Integer.toString(count);
      default -> count;
    };
  }

  private @Nullable String pick(@Nullable String... ways) {
    return ways[random.nextInt(ways.length)];
  }
}
