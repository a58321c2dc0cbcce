package vn.nenmong.workbook.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file between the steps of its import.
///
/// @param state `reading`, `read`, `writing`, `done` or `failed`
/// @param touchedAt the last sign of life of who works on it
/// @param result an {@link ImportResult} as JSON, once it was read
/// @param refusal why it could not be read at all, in words
public record Upload(
    UUID id,
    String fileName,
    Instant at,
    String state,
    int percent,
    Instant touchedAt,
    @Nullable String result,
    @Nullable String refusal) {

  public boolean isWorking() {
    return state.equals("reading") || state.equals("writing");
  }
}
