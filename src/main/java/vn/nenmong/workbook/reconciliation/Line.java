package vn.nenmong.workbook.reconciliation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Someone who is on one of the lists or on both.
///
/// @param ours null where they are on theirs alone
/// @param theirs null where they are on ours alone
/// @param by how the two were found to be one, or null
/// @param differences what there is to settle; none where all is the same
/// @param perhaps our members without a pair who may be it
/// @param former who is ours no more or not yet, and is it
public record Line(
    @Nullable Ours ours,
    @Nullable Theirs theirs,
    Pairing.@Nullable By by,
    List<Difference> differences,
    List<Ours> perhaps,
    @Nullable Ours former) {

  public enum Kind {
    DIFFERS,
    THERE,
    HERE,
    SAME;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param settlement null while it is open
  public record Difference(Settlement.Key key, @Nullable Settlement settlement) {

    public boolean isOpen() {
      return settlement == null;
    }
  }

  public Line {
    differences = List.copyOf(differences);
    perhaps = List.copyOf(perhaps);
  }

  Kind kind() {
    if (ours == null) {
      return Kind.THERE;
    }
    return theirs == null ? Kind.HERE : differences.isEmpty() ? Kind.SAME : Kind.DIFFERS;
  }

  /// What one of the lists calls them, ours before theirs.
  public Told told() {
    return ours != null ? ours.told() : Objects.requireNonNull(theirs).told();
  }

  /// Tells the line from others in a form and an address.
  UUID id() {
    return ours != null ? ours.id() : Objects.requireNonNull(theirs).id();
  }

  boolean isOpen() {
    return differences.stream().anyMatch(Difference::isOpen);
  }

  /// The words that a search looks at.
  String words() {
    return Stream.of(ours == null ? null : ours.told(), theirs == null ? null : theirs.told())
        .filter(Objects::nonNull)
        .map(told -> told.name() + " " + told.card() + " " + told.cell())
        .reduce("", (all, words) -> all + " " + words);
  }
}
