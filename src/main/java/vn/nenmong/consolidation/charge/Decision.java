package vn.nenmong.consolidation.charge;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision of the committee that puts members in charge of cells.
///
/// @param number as it is written: `05-QĐ/ĐU`
/// @param body that decided
/// @param day from which it holds
/// @param lines who is in charge of which cell
record Decision(
    String number,
    String body,
    LocalDate day,
    Replaces replaces,
    @Nullable String note,
    Set<Line> lines) {

  record Line(UUID cell, UUID person) {}

  /// Whose charges end with a decision.
  enum Replaces {
    /// Those of the cells that it names.
    CELLS,
    /// All there are.
    ALL,
    /// Nobody's: it adds to them.
    NOTHING;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Decision {
    lines = Set.copyOf(lines);
  }

  boolean names(UUID cell) {
    return lines.stream().anyMatch(line -> line.cell().equals(cell));
  }
}
