package vn.nenmong.finding.view;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/// The address of a list without the day it was looked at and the place in it.
record ListAddress(String path, String query) {

  private static final Pattern LOCAL = Pattern.compile("/[a-z/-]{1,80}(?:\\?[^\\s#]{0,1500})?");
  private static final Set<String> PASSING =
      Set.of("on", "year", "from", "to", "after", "before", "offset", "exact", "print");

  /// Empty where it is none of this program's lists.
  static Optional<ListAddress> of(@Nullable String address) {
    if (address == null || !LOCAL.matcher(address).matches() || address.startsWith("//")) {
      return Optional.empty();
    }
    UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(address);
    UriComponents given = uri.build();
    for (String name : given.getQueryParams().keySet()) {
      boolean empty = given.getQueryParams().get(name).stream().allMatch(ListAddress::isEmpty);
      if (PASSING.contains(name) || empty) {
        uri.replaceQueryParam(name);
      }
    }
    String query = uri.build().getQuery();
    return Optional.of(
        new ListAddress(String.valueOf(given.getPath()), query == null ? "" : query));
  }

  private static boolean isEmpty(@Nullable String value) {
    return value == null || value.isEmpty();
  }

  String address() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
