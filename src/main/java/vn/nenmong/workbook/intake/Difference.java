package vn.nenmong.workbook.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// The fields in which a row of the file differs from what the database holds.
final class Difference {

  record Field(String column, @Nullable String before, @Nullable String after) {}

  private @Nullable List<Field> fields;

  Difference of(String column, @Nullable Object before, @Nullable Object after) {
    if (!same(before, after)) {
      if (fields == null) {
        fields = new ArrayList<>();
      }
      fields.add(new Field(column, text(before), text(after)));
    }
    return this;
  }

  boolean isEmpty() {
    return fields == null;
  }

  List<Field> fields() {
    return fields == null ? List.of() : fields;
  }

  /// `510` and `510.0000` are one number.
  static boolean same(@Nullable Object before, @Nullable Object after) {
    return (before instanceof BigDecimal left && after instanceof BigDecimal right)
        ? left.compareTo(right) == 0
        : Objects.equals(before, after);
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case PartialDate date -> date.toVietnamese();
      case LocalDate date -> PartialDate.day(date).toVietnamese();
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }
}
