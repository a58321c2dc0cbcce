package vn.nenmong.trail;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;
import vn.nenmong.kernel.Checkup.Finding;

/// Whether the trail is as it was sealed, and whether heads that were kept are still in it.
@Component
public class CheckTrail implements Checkup {

  private final TrailRepository trail;

  CheckTrail(TrailRepository trail) {
    this.trail = trail;
  }

  @Override
  public String name() {
    return "trail.seals";
  }

  @Override
  public List<Finding> findings() {
    return trail.broken().stream()
        .map(broken ->
            Finding.of(
                "trail.checkup." + broken.finding(),
                Objects.requireNonNullElse(
                    broken.lineId() == null ? null : broken.lineId().toString(),
                    String.valueOf(broken.number())),
                broken.commune()))
        .toList();
  }

  /// What of the heads is no longer in the trail: a tail was removed, or the chain made anew.
  public List<Finding> against(List<Head> heads) {
    return heads.stream()
        .flatMap(head ->
            trail.has(head)
                ? Stream.of()
                : Stream.of(
                    Finding.of(
                        "trail.checkup.head", String.valueOf(head.number()), head.commune())))
        .toList();
  }

  /// The last seal of every chain.
  public List<Head> heads() {
    return trail.heads(true);
  }

  /// How many lines wait for their seal.
  public long unsealed() {
    return trail.unsealed();
  }
}
