package vn.nenmong.workbook.intake;

import java.util.List;
import vn.nenmong.workbook.intake.ImportResult.Outcome;

/// How the rows of one sheet stood to the database: each is new, changed, unchanged or left out for
/// a problem.
///
/// @param changes what changed, the first two hundred values
/// @param absent what the database holds for the year and the file does not name; it stays as it
///   is, unless the user told of its end
public record RegisterResult(
    String sheet,
    String register,
    int added,
    int changed,
    int unchanged,
    int leftOut,
    List<Change> changes,
    List<Absent> absent) {

  /// Those to be told of: while the user can still say that some have ended, only the others.
  public List<Absent> told(Outcome outcome) {
    return outcome == Outcome.DONE
        ? absent
        : absent.stream().filter(item -> item.id() == null).toList();
  }

  /// Those that may have ended.
  public List<Absent> asked() {
    return absent.stream().filter(item -> item.id() != null).toList();
  }
}
