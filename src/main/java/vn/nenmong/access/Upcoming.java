package vn.nenmong.access;

import java.time.LocalDate;
import java.util.List;
import vn.nenmong.kernel.web.Page;

/// What lies ahead of someone, for the calendar of their phone. Names nobody: calendars are shown
/// on locked screens and copied to others' machines.
public interface Upcoming {

  /// @param key the same whenever it is told, and of nothing else
  /// @param address of the page where it is done
  record Event(String key, LocalDate day, String words, String address) {}

  List<Event> of(Viewer viewer, Page page, LocalDate until);
}
