package vn.nenmong.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.figures.AgreementRepository.Counted;

/// Two ways to a total that must agree: the total itself, and the parts it falls into, counted by
/// themselves.
///
/// @param code what is compared; its name is the message [#nameKey]
public record Agreement(String code, BigDecimal whole, List<Part> parts) {

  /// @param code what it is; its name is the message [#nameKey]
  public record Part(String code, int number) {
    public String nameKey() {
      return "figures.value." + code;
    }
  }

  public Agreement {
    parts = List.copyOf(parts);
  }

  public String nameKey() {
    return "figures.agreement." + code;
  }

  public BigDecimal sum() {
    return BigDecimal.valueOf(parts.stream().mapToLong(Part::number).sum());
  }

  public boolean agrees() {
    return difference().signum() == 0;
  }

  /// By how much the parts are more than the total.
  public BigDecimal difference() {
    return sum().subtract(whole);
  }

  /// Those that can be checked: where a total is not known there is nothing to compare.
  ///
  /// @param counted the parts, and the total of what no figure counts
  static List<Agreement> of(List<FigureValue> figures, List<Counted> counted) {
    Map<String, FigureValue> byCode =
        figures.stream().collect(Collectors.toMap(FigureValue::code, Function.identity()));
    List<Agreement> agreements = new ArrayList<>();
    add(agreements, counted, "standing", number(byCode, "members.total"));
    add(agreements, counted, "cells", number(byCode, "members.total"));
    add(agreements, counted, "members", number(byCode, "villages.total"));
    add(agreements, counted, "coverage", number(byCode, "villages.total"));
    add(
        agreements,
        counted,
        "cellReviews",
        number(byCode, "review.cells_good_or_better") == null ? null : reviewed(counted));
    add(agreements, counted, "memberReviews", number(byCode, "review.members_rated"));
    return agreements;
  }

  private static void add(
      List<Agreement> agreements, List<Counted> counted, String code, @Nullable BigDecimal whole) {
    if (whole != null) {
      agreements.add(
          new Agreement(
              code,
              whole,
              counted.stream()
                  .filter(each -> each.agreement().equals(code))
                  .map(each -> new Part(each.part(), each.number()))
                  .toList()));
    }
  }

  private static BigDecimal reviewed(List<Counted> counted) {
    Optional<Counted> reviewed =
        counted.stream().filter(each -> each.agreement().equals("reviewed")).findFirst();
    return BigDecimal.valueOf(reviewed.map(Counted::number).orElse(0));
  }

  private static @Nullable BigDecimal number(Map<String, FigureValue> figures, String code) {
    FigureValue value = figures.get(code);
    return value == null ? null : value.number();
  }
}
