package vn.nenmong.trail;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Seals new lines of the trail every few seconds. Where several servers run, one does.
@Component
public class SealTrail {

  private static final int PAUSE_MILLIS = 3_000;

  private final TrailRepository trail;

  SealTrail(TrailRepository trail) {
    this.trail = trail;
  }

  /// @return how many lines it sealed
  @Scheduled(fixedDelay = PAUSE_MILLIS)
  @Transactional
  public int run() {
    return trail.seal();
  }
}
