package vn.nenmong.quality;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A record that may be wrong.
///
/// @param kind one of [#KINDS]
/// @param other the second of two people who may be one; else the same as the subject
/// @param all how many doubts of the kind there are
/// @param reason why it was let stand, or null while it is open
public record Doubt(
    String kind,
    UUID subject,
    UUID other,
    UUID communeId,
    String name,
    @Nullable PartialDate born,
    @Nullable PartialDate admitted,
    @Nullable String cell,
    @Nullable String otherName,
    @Nullable PartialDate otherBorn,
    @Nullable String otherCell,
    boolean member,
    boolean otherMember,
    int all,
    @Nullable String reason,
    @Nullable String account) {

  /// Most serious first.
  static final List<String> KINDS =
      List.of(
          "namesakes",
          "official_undated",
          "age",
          "planned_disciplined",
          "card_missing",
          "village_unknown",
          "first_of_january",
          "capitals");

  public boolean isOfTwo() {
    return !subject.equals(other);
  }

  /// All of a kind, as far as they are listed.
  public record Group(String kind, List<Doubt> doubts) {
    public int all() {
      return doubts.getFirst().all();
    }
  }
}
