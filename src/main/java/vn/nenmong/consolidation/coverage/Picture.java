package vn.nenmong.consolidation.coverage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.village.VillageRow;

/// The map of what lies around one centre, for wide and for narrow screens.
///
/// @param centre the commune that has it, where others are beside it; null for the only one
public record Picture(@Nullable String centre, CommuneMap wide, CommuneMap narrow) {

  /// One of all villages where they were measured from one centre, or all have coordinates; else
  /// one for each centre.
  ///
  /// @param all in the order in which they are numbered
  /// @param centres names of the communes that they were measured from, in their order
  static List<Picture> of(List<VillageRow> all, Map<UUID, String> centres) {
    if (CommuneMap.hasOneCentre(all)
        || all.stream().allMatch(village -> village.whereabouts().point().isPresent())) {
      return List.of(
          new Picture(null, CommuneMap.of(all, all, 480, 420), CommuneMap.of(all, all, 296, 360)));
    }
    return centres.entrySet().stream()
        .map(centre -> {
          List<VillageRow> around =
              all.stream().filter(village -> village.origin().equals(centre.getKey())).toList();
          return new Picture(
              centre.getValue(),
              CommuneMap.of(around, all, 480, 300),
              CommuneMap.of(around, all, 296, 280));
        })
        .toList();
  }
}
