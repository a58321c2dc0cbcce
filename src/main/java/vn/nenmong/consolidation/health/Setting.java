package vn.nenmong.consolidation.health;

import java.util.List;
import java.util.stream.Stream;

/// A number that an office sets for itself: a bound from which something is red, or the weight of a
/// [Reason].
///
/// @param usual what counts where nobody has set it
public record Setting(String code, int usual, int least, int most) {

  /// Fewer official members are few.
  static final Setting OFFICIAL = new Setting("official", 5, 1, 100);

  /// Who is younger is young.
  static final Setting YOUNG = new Setting("young", 50, 20, 100);

  /// Years without an admission that are too many.
  static final Setting ADMISSION = new Setting("admission", 5, 1, 30);

  /// A lower share of those due at the meetings of twelve months is low, in percent.
  static final Setting ATTENDANCE = new Setting("attendance", 80, 1, 100);

  /// Months of the last twelve without a regular meeting that are too many.
  static final Setting MISSED = new Setting("missed", 1, 1, 12);

  /// Months without a resolution of its own that are too many.
  static final Setting RESOLUTION = new Setting("resolution", 12, 1, 60);

  static final List<Setting> BOUNDS =
      List.of(OFFICIAL, YOUNG, ADMISSION, ATTENDANCE, MISSED, RESOLUTION);

  static final List<Setting> WEIGHTS = Stream.of(Reason.values()).map(Reason::weight).toList();

  static final List<Setting> ALL = Stream.concat(BOUNDS.stream(), WEIGHTS.stream()).toList();

  boolean allows(int value) {
    return least <= value && value <= most;
  }
}
