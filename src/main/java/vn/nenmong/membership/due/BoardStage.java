package vn.nenmong.membership.due;

import java.util.List;
import vn.nenmong.membership.step.Ways;
import vn.nenmong.membership.way.Progress;

/// Those of the board who wait for the same.
///
/// @param people the longest on their way first, as many as are shown
/// @param count how many there are
public record BoardStage(Progress.Stage stage, List<Ways.Progressing> people, int count) {}
