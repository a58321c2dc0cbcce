package vn.nenmong.workbook.reconciliation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list of theirs that was taken in beside ours, or their numbers alone.
///
/// @param commune id of its root
/// @param day as of which both lists are
/// @param fileName null where they gave numbers alone
/// @param skipped lines of the file without a name and a card
/// @param items what their list tells at all
/// @param account who took it in, by name
public record Reconciliation(
    UUID id,
    UUID commune,
    String communeCode,
    String communeName,
    LocalDate day,
    Source source,
    @Nullable String fileName,
    int skipped,
    Set<Item> items,
    String account,
    OffsetDateTime at) {

  /// Whose list it is.
  public enum Source {
    NATIONAL,
    ABOVE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Source> of(String code) {
      return Arrays.stream(values()).filter(source -> source.code().equals(code)).findFirst();
    }
  }

  public Reconciliation {
    items = Set.copyOf(items);
  }

  public boolean hasList() {
    return fileName != null;
  }

  /// What can't be compared, since their list says nothing of it.
  public List<Item> notTold() {
    return Arrays.stream(Item.values()).filter(item -> !items.contains(item)).toList();
  }

  public Quarter quarter() {
    return Quarter.of(day);
  }

  public String address() {
    return "/reconciliations/" + id;
  }
}
