package vn.nenmong.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nenmong.kernel.web.Page;

/// The pages on the meetings of cells, for whoever may open them.
public final class MeetingViews {

  private MeetingViews() {}

  /// @return message keys by path
  public static Map<String, String> of(Page page) {
    Map<String, String> views = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/meetings",
            "/meetings/overview",
            "/meetings/months",
            "/meetings/attendance",
            "/meetings/criteria",
            "/meetings/year",
            "/meetings/frames",
            "/meetings/frames/new",
            "/meetings/sheets")) {
      if (page.mayOpen(path)) {
        views.put(path, "activity.views." + path.substring(1).replace('/', '.'));
      }
    }
    return views;
  }
}
