package vn.nenmong.consolidation.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.nenmong.kernel.id.Ids;
import vn.nenmong.kernel.text.Vietnamese;

/// What was typed of the decision on a plan.
///
/// @param cells what new cells are called, by the ids of the villages of their seats
public record TypedDecision(String number, String body, String decided, Map<UUID, NewCell> cells) {

  static final TypedDecision NONE = of(Map.of());
  private static final String NAME = "name.";
  private static final String CODE = "code.";

  public TypedDecision {
    cells = Map.copyOf(cells);
  }

  static TypedDecision of(Map<String, String> typed) {
    Map<UUID, NewCell> cells = new HashMap<>();
    typed.forEach((field, name) -> {
      if (field.startsWith(NAME)) {
        String seat = field.substring(NAME.length());
        Ids.parse(seat)
            .ifPresent(id ->
                cells.put(id, new NewCell(clean(typed, CODE + seat), Vietnamese.clean(name))));
      }
    });
    return new TypedDecision(
        clean(typed, "number"), clean(typed, "body"), clean(typed, "decided"), cells);
  }

  private static String clean(Map<String, String> typed, String field) {
    return Vietnamese.clean(typed.getOrDefault(field, ""));
  }
}
