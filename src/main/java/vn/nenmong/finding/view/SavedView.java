package vn.nenmong.finding.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A list as someone looks at it.
///
/// @param owner whose it is, by their name
/// @param query columns, filters and order; no day
/// @param own whether it is the viewer's
public record SavedView(
    UUID id, String name, String path, String query, boolean shared, String owner, boolean own) {

  public String address() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// Those of one list.
  public record OfList(String title, List<SavedView> views) {

    static List<OfList> group(List<SavedView> views, UnaryOperator<String> titles) {
      Map<String, List<SavedView>> byPath =
          views.stream()
              .collect(
                  Collectors.groupingBy(SavedView::path, LinkedHashMap::new, Collectors.toList()));
      return byPath.entrySet().stream()
          .map(list -> new OfList(titles.apply(list.getKey()), list.getValue()))
          .toList();
    }
  }
}
