package vn.nenmong.consolidation.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cell that can serve villages: one that is there, or a joint cell that a plan may found.
///
/// @param staying official members who do not live in a village that is planned for
/// @param now official members that it has today
/// @param least official members without whom no meeting is valid, by the rule of the day
/// @param seat the village where one that may be founded has its seat; null for one that is there
record ServingCell(UUID id, int staying, int now, int least, @Nullable UUID seat) {

  /// One that is there.
  ServingCell(UUID id, int staying, int now, int least) {
    this(id, staying, now, least, null);
  }

  /// One that has nobody but those who come.
  static ServingCell at(UUID seat, int least) {
    return new ServingCell(idAt(seat), 0, 0, least, seat);
  }

  /// The id of the joint cell that may be founded in a village, as long as plans alone know it.
  static UUID idAt(UUID seat) {
    return UUID.nameUUIDFromBytes(("joint cell at " + seat).getBytes(UTF_8));
  }

  boolean isNew() {
    return seat != null;
  }

  /// Official members that it lacks with those who come. A cell that was short before, and serves
  /// no village, is not what this plan is about.
  int lacks(int coming, int villages) {
    return villages > 0 || now >= least ? Math.max(0, least - staying - coming) : 0;
  }
}
