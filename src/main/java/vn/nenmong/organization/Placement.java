package vn.nenmong.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.nenmong.kernel.time.Timeline;

/// Works out where the organizations of a commune stand in the tree through time.
public final class Placement {

  private static final Timeline<OrganizationState> NOTHING = new Timeline<>(List.of());

  private final Map<UUID, Timeline<OrganizationState>> timelines;
  private final Map<UUID, Timeline<OrganizationState>> outside;
  private final Map<UUID, Timeline<OrganizationState>> placed = new HashMap<>();
  private final Set<UUID> placing = new HashSet<>();

  /// @param timelines of all organizations of a commune; where one stands below a body that is not
  ///   known, its path stays as it is
  public Placement(Map<UUID, Timeline<OrganizationState>> timelines) {
    this(timelines, Map.of());
  }

  /// @param outside bodies above some of them, which stand where they stood
  public Placement(
      Map<UUID, Timeline<OrganizationState>> timelines,
      Map<UUID, Timeline<OrganizationState>> outside) {
    this.timelines = timelines;
    this.outside = outside;
  }

  /// The timeline with the path in each span, cut where the path of the parent changes, and only as
  /// long as the parent was there: what it belonged to before is not known. Nothing where it would
  /// stand below itself.
  public Timeline<OrganizationState> of(UUID id) {
    Timeline<OrganizationState> done = placed.get(id);
    if (done != null) {
      return done;
    }
    if (!placing.add(id)) {
      return NOTHING;
    }
    String segment = id.toString().replace("-", "");
    List<Timeline.Span<OrganizationState>> spans = new ArrayList<>();
    for (Timeline.Span<OrganizationState> span : timelines.getOrDefault(id, NOTHING).spans()) {
      OrganizationState state = span.value();
      UUID parent = state.parent();
      if (parent == null) {
        spans.add(new Timeline.Span<>(span.period(), state.at(segment)));
        continue;
      }
      if (!timelines.containsKey(parent) && !outside.containsKey(parent)) {
        spans.add(span);
        continue;
      }
      Timeline<OrganizationState> aboveIt =
          timelines.containsKey(parent) ? of(parent) : outside.getOrDefault(parent, NOTHING);
      for (Timeline.Span<OrganizationState> above : aboveIt.spans()) {
        Timeline.intersect(span.period(), above.period())
            .ifPresent(period ->
                spans.add(
                    new Timeline.Span<>(period, state.at(above.value().path() + "." + segment))));
      }
    }
    Timeline<OrganizationState> result = new Timeline<>(spans).joined();
    placed.put(id, result);
    return result;
  }
}
