package vn.nenmong.activity.frame;

import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Sends a frame to all cells of a commune, and corrects or withdraws one.
@Component
class WriteFrame {

  /// What the trail calls it.
  static final String SUBJECT = "meetings-frames";

  /// @param change by which it can be taken back
  record Done(UUID frame, UUID change) {}

  private final FrameRepository frames;
  private final RecordChange record;
  private final Today today;

  WriteFrame(FrameRepository frames, RecordChange record, Today today) {
    this.frames = frames;
    this.record = record;
    this.today = today;
  }

  /// @throws Refused where the month has one of its kind
  Done add(Viewer viewer, UUID commune, MeetingFrame.Told told) {
    UUID id = UUID.randomUUID();
    return write(
        viewer,
        commune,
        "add",
        id,
        () -> frames.insert(id, commune, told, viewer.account(), today.now()));
  }

  /// @throws Refused where the month has another of its kind
  Done correct(Viewer viewer, MeetingFrame frame, MeetingFrame.Told told) {
    return write(
        viewer, frame.communeId(), "correct", frame.id(), () -> frames.update(frame.id(), told));
  }

  Done remove(Viewer viewer, MeetingFrame frame) {
    return write(viewer, frame.communeId(), "remove", frame.id(), () -> frames.delete(frame.id()));
  }

  private Done write(Viewer viewer, UUID commune, String action, UUID id, Runnable deed) {
    try {
      return new Done(id, record.run(viewer, commune, action, SUBJECT, id, null, deed));
    } catch (DuplicateKeyException e) {
      throw new Refused("activity.frame.problem.twice");
    }
  }
}
