package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import vn.nenmong.kernel.id.Ids;

/// What the form of a plan says: a weight for each constraint, and what is fixed.
public record TypedPlan(PlanKind kind, Map<String, String> typed) {

  private static final String WEIGHT = "w.";
  private static final String FIXED = "fix.";

  public TypedPlan {
    typed = Map.copyOf(typed);
  }

  /// As the page offers it.
  static TypedPlan of(PlanKind kind, Map<Criterion, BigDecimal> weights) {
    Map<String, String> typed = new LinkedHashMap<>();
    weights.forEach((criterion, weight) ->
        typed.put(WEIGHT + criterion.code(), weight.toPlainString().replace('.', ',')));
    return new TypedPlan(kind, typed);
  }

  public String weight(Criterion criterion) {
    return Objects.requireNonNullElse(typed.get(WEIGHT + criterion.code()), "").strip();
  }

  /// The weights, or nothing where one is no number from 0 to 1.000.
  Optional<Map<Criterion, BigDecimal>> weights() {
    Map<Criterion, BigDecimal> weights = new TreeMap<>();
    for (Criterion criterion : Criterion.weights(kind).keySet()) {
      if (!isNumber(criterion)) {
        return Optional.empty();
      }
      weights.put(criterion, new BigDecimal(weight(criterion).replace(',', '.')));
    }
    return Optional.of(weights);
  }

  public boolean isNumber(Criterion criterion) {
    String text = weight(criterion).replace(',', '.');
    return text.matches("\\d{1,4}(\\.\\d{1,2})?")
        && new BigDecimal(text).compareTo(Criterion.MOST) <= 0;
  }

  public Map<UUID, UUID> fixed() {
    Map<UUID, UUID> fixed = new LinkedHashMap<>();
    typed.forEach((name, value) -> {
      if (name.startsWith(FIXED)) {
        Ids.parse(name.substring(FIXED.length()))
            .ifPresent(of -> Ids.parse(value).ifPresent(chosen -> fixed.put(of, chosen)));
      }
    });
    return fixed;
  }
}
