package vn.nenmong.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nenmong.kernel.web.Page;

/// The pages on the charge of cells and on the visits there, for whoever may open them.
public final class ChargeViews {

  private ChargeViews() {}

  /// @return message keys by path
  public static Map<String, String> of(Page page) {
    Map<String, String> views = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/charges",
            "/charges/committee",
            "/charges/decisions",
            "/charges/decisions/new",
            "/visits/due",
            "/visits",
            "/visits/new",
            "/visits/intervals")) {
      if (page.mayOpen(path)) {
        views.put(path, "consolidation.views." + path.substring(1).replace('/', '.'));
      }
    }
    return views;
  }
}
