package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.List;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;

/// Communes that become one, for tests.
public final class Mergers {

  private Mergers() {}

  /// @param communes codes of those that become NUANGAM
  /// @param carried accounts that keep there what they may do in them
  public static Reorganization of(List<String> communes, LocalDate day, List<String> carried) {
    return new Reorganization(
        Kind.MERGE,
        day,
        new Decision("1661", "Tỉnh ủy Điện Biên", day.minusDays(11), null),
        communes,
        List.of(
            new Into(
                null,
                "NUANGAM",
                "Đảng bộ xã Núa Ngam",
                "grassroots_committee",
                null,
                "Tỉnh ủy Điện Biên",
                null,
                null)),
        List.of(),
        carried);
  }
}
