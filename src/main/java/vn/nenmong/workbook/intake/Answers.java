package vn.nenmong.workbook.intake;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the user answered to the questions of a first look at the file.
///
/// @param people who a row of the members' sheet means; no value: someone new
/// @param kinds which indicator code stands for which kind; an empty code: none
public record Answers(Map<Integer, Optional<UUID>> people, Map<String, String> kinds) {

  public static final Answers NONE = new Answers(Map.of(), Map.of());

  public Answers {
    people = Map.copyOf(people);
    kinds = Map.copyOf(kinds);
  }
}
