package vn.nenmong.membership.step;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.Problem;
import vn.nenmong.membership.way.Ask;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.StepKind;

/// The form of one step that several people take together: a class of fifteen, decisions for eight.
///
/// @param people who can take it
/// @param chosen those of them who do
/// @param typed what stands in the inputs, by their names
/// @param refused what the rules say against it, by person
public record ManySteps(
    StepKind kind,
    List<Someone> people,
    Set<UUID> chosen,
    List<Field> fields,
    Map<String, String> typed,
    List<Problem> problems,
    Map<UUID, Decision> refused)
    implements Inputs {

  /// Steps that papers and classes bring to several at once.
  public static final Set<StepKind> KINDS =
      EnumSet.of(
          StepKind.CLASS,
          StepKind.COMMITTEE_RESOLUTION,
          StepKind.ADMISSION_DECISION,
          StepKind.CEREMONY,
          StepKind.NEW_MEMBER_CLASS,
          StepKind.RECOGNITION_COMMITTEE,
          StepKind.RECOGNITION_DECISION,
          StepKind.CARD_ISSUED);

  /// @param cell name of theirs
  public record Someone(Person person, @Nullable String cell) {}

  @Override
  public String typed(String input) {
    return typed.getOrDefault(input, "");
  }

  @Override
  public @Nullable Problem problem(String field) {
    return problems.stream()
        .filter(problem -> field.equals(problem.field()))
        .findFirst()
        .orElse(null);
  }

  /// Whether each has a number of their own.
  public boolean asksNumber() {
    return kind.asks(Ask.NUMBER);
  }

  /// Whether each was voted on by themselves.
  public boolean asksVotes() {
    return kind.asks(Ask.VOTES);
  }

  public String action() {
    return "/steps/" + kind.code() + "/many";
  }
}
