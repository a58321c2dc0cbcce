package vn.nenmong.consolidation.unit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.organization.OrganizationState;

/// All organizations in the records of a commune through time, and those of other records that
/// stand below one of them.
///
/// @param lives from founding to end
record CommuneTree(
    UUID commune, Map<UUID, Period> lives, Map<UUID, Timeline<OrganizationState>> states) {

  CommuneTree {
    lives = Map.copyOf(lives);
    states = Map.copyOf(states);
  }

  Period life(UUID id) {
    return Objects.requireNonNull(lives.get(id));
  }

  Timeline<OrganizationState> of(UUID id) {
    return states.getOrDefault(id, new Timeline<>(List.of()));
  }

  /// The bodies that some of them stand below and that are none of them.
  Set<UUID> above() {
    return states.values().stream()
        .flatMap(timeline -> timeline.spans().stream())
        .flatMap(span -> Stream.ofNullable(span.value().parent()))
        .filter(parent -> !states.containsKey(parent))
        .collect(Collectors.toSet());
  }

  /// Whether it stands below itself on some day.
  boolean isCircular(UUID id) {
    return states.values().stream()
        .flatMap(timeline -> timeline.spans().stream())
        .map(span -> span.period().from())
        .distinct()
        .anyMatch(day -> isCircular(id, day == null ? LocalDate.MIN : day));
  }

  private boolean isCircular(UUID id, LocalDate day) {
    UUID at = id;
    for (int depth = 0; depth <= states.size(); depth++) {
      at = of(at).at(day).map(OrganizationState::parent).orElse(null);
      if (at == null) {
        return false;
      }
    }
    return true;
  }

  CommuneTree with(UUID id, Timeline<OrganizationState> timeline) {
    Map<UUID, Timeline<OrganizationState>> all = new HashMap<>(states);
    all.put(id, timeline);
    return new CommuneTree(commune, lives, all);
  }
}
