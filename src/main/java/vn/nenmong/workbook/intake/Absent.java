package vn.nenmong.workbook.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that the database holds and the file does not name.
///
/// @param id of what may have ended, or null where it is only told
/// @param ending what the user told of its end, or null: it stays as it is
/// @param refusal why it can't have ended then, in words, or null
public record Absent(
    @Nullable UUID id, String name, @Nullable Ending ending, @Nullable String refusal) {

  /// What is only told.
  static Absent told(String name) {
    return new Absent(null, name, null, null);
  }
}
