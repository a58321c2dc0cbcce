package vn.nenmong.kernel.register;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.web.Sort;

/// A register's statement with its arguments.
///
/// @param rows the statement, without an order; it filters by scope, day and all that was asked
/// @param type a record with a component for each column of the statement that is used
/// @param columns the first sortable one is the order when none was asked for
public record RegisterQuery<R extends RegisterRow>(
    String rows,
    Class<R> type,
    List<RegisterColumn<R>> columns,
    Map<String, @Nullable Object> arguments) {

  public RegisterQuery {
    columns = List.copyOf(columns);
    arguments = Collections.unmodifiableMap(new HashMap<>(arguments));
  }

  /// The order that was asked for.
  public Sort sort(Asked asked) {
    return Sort.of(
        asked.sort(),
        columns.stream()
            .filter(RegisterColumn::isSortable)
            .map(RegisterColumn::name)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }
}
