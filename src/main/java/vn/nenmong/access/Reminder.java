package vn.nenmong.access;

import java.util.Optional;
import vn.nenmong.kernel.web.Page;

/// What someone must be told on the overview until it is done.
public interface Reminder {

  /// @param address of the page where it is done
  record Line(String words, String address) {}

  /// Nothing where all is well, or it is not theirs to do.
  Optional<Line> of(Viewer viewer, Page page);
}
