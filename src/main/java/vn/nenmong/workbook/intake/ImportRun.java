package vn.nenmong.workbook.intake;

import java.time.Instant;
import java.util.UUID;
import vn.nenmong.access.Viewer;

/// An import that was made.
public record ImportRun(
    UUID id,
    Instant at,
    String account,
    String fileName,
    int year,
    String commune,
    int added,
    int changed,
    int unchanged) {

  public boolean isFromCommandLine() {
    return account.equals(Viewer.COMMAND_LINE.account());
  }
}
