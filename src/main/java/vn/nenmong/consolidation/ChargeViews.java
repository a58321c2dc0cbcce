package vn.nenmong.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nenmong.kernel.web.Page;

/// The pages on the charge of cells, and those on the visits there, for whoever may open them.
public final class ChargeViews {

  private ChargeViews() {}

  /// @return message keys by path
  public static Map<String, String> charges(Page page) {
    return of(
        page,
        "/charges",
        "/charges/committee",
        "/charges/decisions",
        "/charges/decisions/new",
        "/plans/charge");
  }

  /// @return message keys by path
  public static Map<String, String> visits(Page page) {
    return of(page, "/visits", "/visits/due", "/visits/new", "/visits/intervals");
  }

  private static Map<String, String> of(Page page, String... paths) {
    Map<String, String> views = new LinkedHashMap<>();
    for (String path : List.of(paths)) {
      if (page.mayOpen(path)) {
        views.put(path, "consolidation.views." + path.substring(1).replace('/', '.'));
      }
    }
    return views;
  }
}
