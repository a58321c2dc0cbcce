package vn.nenmong.kernel.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells those of one list apart who have the same name.
public final class Apart {

  private Apart() {}

  /// The name of each by its key, with what marks it behind it where another of the list has the
  /// same name: «Chi bộ Trường Mầm non (HEMUONG/CB15)».
  ///
  /// @param mark null where nothing does
  public static <T, K> Map<K, String> names(
      Collection<T> all,
      Function<T, K> key,
      Function<T, String> name,
      Function<T, @Nullable String> mark) {
    Map<K, T> each = new LinkedHashMap<>();
    all.forEach(one -> each.putIfAbsent(key.apply(one), one));
    Map<String, Long> called =
        each.values().stream().collect(Collectors.groupingBy(name, Collectors.counting()));
    Map<K, String> names = new LinkedHashMap<>();
    each.forEach((of, one) -> {
      String own = name.apply(one);
      String beside = called.getOrDefault(own, 0L) > 1 ? mark.apply(one) : null;
      names.put(of, beside == null ? own : own + " (" + beside + ")");
    });
    return names;
  }
}
