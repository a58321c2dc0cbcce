package vn.nenmong.workbook.intake;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the user answered to the questions of a first look at the file.
///
/// @param people who a row of the members' sheet means; no value: someone new
/// @param kinds which indicator code stands for which kind; an empty code: none
/// @param endings what has ended of what the file does not name
/// @param endingsOfAll registers of which all has ended that the file does not name
public record Answers(
    Map<Integer, Optional<UUID>> people,
    Map<String, String> kinds,
    Map<UUID, Ending> endings,
    Map<String, Ending> endingsOfAll) {

  public static final Answers NONE = new Answers(Map.of(), Map.of());

  public Answers {
    people = Map.copyOf(people);
    kinds = Map.copyOf(kinds);
    endings = Map.copyOf(endings);
    endingsOfAll = Map.copyOf(endingsOfAll);
  }

  public Answers(Map<Integer, Optional<UUID>> people, Map<String, String> kinds) {
    this(people, kinds, Map.of(), Map.of());
  }

  /// Without what is said of whole registers.
  Answers one() {
    return new Answers(people, kinds, endings, Map.of());
  }

  @Nullable Ending ending(String register, UUID id) {
    Ending own = endings.get(id);
    return own == null ? endingsOfAll.get(register) : own;
  }
}
