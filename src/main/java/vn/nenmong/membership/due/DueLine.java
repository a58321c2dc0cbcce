package vn.nenmong.membership.due;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.membership.way.Due;
import vn.nenmong.membership.way.Person;

/// Something that is due on someone's way.
///
/// @param cell theirs; null for someone of none
public record DueLine(Person person, @Nullable UUID cell, Due due) {

  /// By which they are in order: the earliest first, what has no day last.
  String key() {
    return "%s/%s/%s/%s"
        .formatted(
            due.day() == null ? "none" : due.day(), due.what().code(), person.id(), due.since());
  }
}
