package vn.nenmong.browser;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import vn.nenmong.access.AccessTable;
import vn.nenmong.access.Role;

/// What there is to see: every page that needs no id, and all that links lead to from there. Of
/// pages that differ in nothing but which row or value they show, two are enough, and one where
/// several things were chosen.
final class Places {

  private Places() {}

  /// The pages that the access table has for a clerk and that can be opened as they stand.
  static List<String> listed(AccessTable table) {
    return table.entries().stream()
        .filter(entry -> entry.method().equals(HttpMethod.GET))
        .filter(entry -> entry.roles().contains(Role.CLERK))
        .map(entry -> entry.path().getPatternString())
        .filter(path -> !path.contains("{") && !path.contains("*"))
        .filter(path -> !path.startsWith("/api/") && !isFile(path))
        .toList();
  }

  /// Follows links from page to page.
  ///
  /// @param look is shown each address, and tells where its links lead to
  static Set<String> walk(List<String> from, Function<String, List<String>> look) {
    Map<String, Integer> kinds = new HashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    var next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      String address = next.poll();
      boolean known = seen.contains(address) || address.startsWith("/language");
      if (known || kinds.merge(kind(address), 1, Integer::sum) > 1) {
        continue;
      }
      seen.add(address);
      next.addAll(look.apply(address));
    }
    return seen;
  }

  /// An address without its ids and values. The forms of all registers are one page, so are those
  /// of all steps, and the rules of one matter.
  private static String kind(String address) {
    return address
        .replaceAll("^/entry/(?!undo)[a-z-]+/", "/entry/*/")
        .replaceAll("/steps/[a-z_]+", "/steps/*")
        .replaceAll("^/rules/([a-z]+)\\.[a-z_.0-9]+", "/rules/$1")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
        .replaceAll("=[^&]*", "=")
        .replaceAll("/\\d+", "/*");
  }

  /// An address without its query and ids.
  static String path(String address) {
    return kind(address).replaceAll("\\?.*", "");
  }

  /// Whether an address is that of a file to save and not of a page.
  static boolean isFile(String address) {
    return address.matches("[^?]*(\\.(xlsx|docx|json|yaml|svg|css|js)|/export|/file)(\\?.*)?");
  }
}
