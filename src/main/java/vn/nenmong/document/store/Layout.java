package vn.nenmong.document.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How papers are laid out from a day on: a row of the rules of the key `layout.margins`.
///
/// @param value margins in mm, `top/bottom/left/right`
/// @param evidence how well the rule is known, as in `rule_value`
public record Layout(
    String value,
    String documentNumber,
    String documentBody,
    @Nullable LocalDate documentDate,
    String evidence) {

  List<Integer> margins() {
    return Arrays.stream(value.split("/", -1)).map(Integer::valueOf).toList();
  }
}
