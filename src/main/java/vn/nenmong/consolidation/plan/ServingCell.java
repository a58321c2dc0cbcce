package vn.nenmong.consolidation.plan;

import java.util.UUID;

/// A cell that can serve villages.
///
/// @param staying official members who do not live in a village that is planned for
/// @param now official members that it has today
/// @param least official members without whom no meeting is valid, by the rule of the day
record ServingCell(UUID id, int staying, int now, int least) {

  /// Official members that it lacks with those who come. A cell that was short before, and serves
  /// no village, is not what this plan is about.
  int lacks(int coming, int villages) {
    return villages > 0 || now >= least ? Math.max(0, least - staying - coming) : 0;
  }
}
