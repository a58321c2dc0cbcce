package vn.nenmong.workbook.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.reading.Sheet;

/// How the rows of one sheet stand to the database.
final class Tally {

  /// So many changed values are kept one by one for the audit trail; the rest are counted.
  private static final int KEPT = 10_000;

  /// So many of them are shown.
  private static final int SHOWN = 200;

  private final Sheet sheet;
  private final List<Change> changes = new ArrayList<>();
  private final List<Absent> absent = new ArrayList<>();
  private int added;
  private int changed;
  private int unchanged;
  private int leftOut;

  Tally(Sheet sheet) {
    this.sheet = sheet;
  }

  void added() {
    added++;
  }

  void unchanged() {
    unchanged++;
  }

  void leftOut() {
    leftOut++;
  }

  /// Whether no row was left out.
  boolean isWhole() {
    return leftOut == 0;
  }

  /// The row as it stands to what is known: the same, or changed in these fields.
  ///
  /// @return whether it is changed
  boolean compared(int row, String subject, Difference difference) {
    if (difference.isEmpty()) {
      unchanged++;
      return false;
    }
    changed++;
    for (Difference.Field field : difference.fields()) {
      if (changes.size() < KEPT) {
        changes.add(new Change(row, subject, field.column(), field.before(), field.after()));
      }
    }
    return true;
  }

  /// Something that the database holds and the file does not name.
  void absent(String subject) {
    absent(Absent.told(subject));
  }

  void absent(Absent subject) {
    absent.add(subject);
  }

  /// What was told of its end can't be.
  void refuse(@Nullable UUID id, String why) {
    absent.replaceAll(item ->
        item.id() != null && item.id().equals(id)
            ? new Absent(item.id(), item.name(), item.ending(), why)
            : item);
  }

  RegisterResult result() {
    return new RegisterResult(
        sheet.title(),
        sheet.register(),
        added,
        changed,
        unchanged,
        leftOut,
        changes.stream().limit(SHOWN).toList(),
        List.copyOf(absent));
  }
}
