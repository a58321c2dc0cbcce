package vn.nenmong.workbook.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Viewer;

/// An import that was made.
///
/// @param change by which it can be taken back; null for one that changed nothing
/// @param undone whether it was taken back
public record ImportRun(
    UUID id,
    Instant at,
    String account,
    String fileName,
    int year,
    String commune,
    int added,
    int changed,
    int unchanged,
    @Nullable UUID change,
    boolean undone) {

  public boolean isFromCommandLine() {
    return account.equals(Viewer.COMMAND_LINE.account());
  }
}
