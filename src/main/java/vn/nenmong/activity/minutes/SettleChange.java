package vn.nenmong.activity.minutes;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;

/// Chooses between what stands in a field of a meeting and what was kept beside it or proposed.
@Component
class SettleChange {

  private final MinutesRepository minutes;
  private final TakeChanges take;

  SettleChange(MinutesRepository minutes, TakeChanges take) {
    this.minutes = minutes;
    this.take = take;
  }

  /// @param taken whether the other value takes the field
  /// @param agreed whether the chair of the meeting agrees: minutes that were approved are changed
  ///   with that alone
  /// @return the meeting as it is then
  /// @throws ResponseStatusException where there is no such change in the scope
  /// @throws Refused where someone has chosen already, or it breaks a rule
  @Transactional
  Meeting run(Viewer viewer, UUID change, boolean taken, boolean agreed) {
    MinutesRepository.OpenChange open =
        minutes
            .openChange(change)
            .orElseThrow(() -> new Refused("activity.minutes.problem.settled"));
    Meeting meeting =
        minutes
            .find(viewer.scope(), open.meetingId())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (taken && !agreed && open.outcome() == Outcome.PROPOSED) {
      throw new Refused("activity.minutes.problem.chair");
    }
    take.settle(viewer, meeting, open, taken);
    return minutes.find(viewer.scope(), meeting.id()).orElseThrow();
  }
}
