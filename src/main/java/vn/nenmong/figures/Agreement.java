package vn.nenmong.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two ways to a total that must agree.
///
/// @param name message key of what is compared
/// @param whole the total
/// @param parts what it is the sum of
public record Agreement(String name, BigDecimal whole, List<BigDecimal> parts) {

  public boolean agrees() {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(whole) == 0;
  }

  /// Those that can be checked: where one of the numbers is not known there is nothing to compare.
  static List<Agreement> of(List<FigureValue> figures) {
    Map<String, FigureValue> byCode =
        figures.stream().collect(Collectors.toMap(FigureValue::code, Function.identity()));
    List<Agreement> agreements = new ArrayList<>();
    add(
        agreements,
        byCode,
        "figures.agreement.standing",
        "members.total",
        "members.official",
        "members.probationary");
    return agreements;
  }

  private static void add(
      List<Agreement> agreements,
      Map<String, FigureValue> figures,
      String name,
      String whole,
      String... parts) {
    @Nullable BigDecimal total = number(figures, whole);
    List<BigDecimal> numbers =
        Stream.of(parts)
            .map(part -> number(figures, part))
            .filter(java.util.Objects::nonNull)
            .toList();
    if (total != null && numbers.size() == parts.length) {
      agreements.add(new Agreement(name, total, numbers));
    }
  }

  private static @Nullable BigDecimal number(Map<String, FigureValue> figures, String code) {
    FigureValue value = figures.get(code);
    return value == null ? null : value.number();
  }
}
