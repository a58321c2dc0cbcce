package vn.nenmong.workbook.reconciliation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was said of a difference.
///
/// @param account who said it, by name
/// @param day on which
/// @param carriedFrom day of the former reconciliation in which the same was settled, or null
public record Settlement(
    UUID id,
    Key key,
    Verdict verdict,
    String note,
    String account,
    LocalDate day,
    @Nullable LocalDate carriedFrom) {

  /// A difference: of whom, in what, between which values.
  ///
  /// @param item code of an [Item], or [#HERE] or [#THERE]
  public record Key(
      String item,
      @Nullable UUID person,
      @Nullable UUID row,
      @Nullable String ours,
      @Nullable String theirs) {

    /// Tells the difference from others in a form, and from itself once a value is another.
    public String code() {
      return String.join(
          ":",
          item,
          String.valueOf(person),
          String.valueOf(row),
          Integer.toHexString(Objects.hash(ours, theirs)));
    }
  }

  /// Someone is on our list alone.
  static final String HERE = "here";

  /// Someone is on their list alone.
  static final String THERE = "there";
}
