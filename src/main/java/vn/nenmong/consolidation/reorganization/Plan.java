package vn.nenmong.consolidation.reorganization;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.RuleValue;

/// What an event does, worked out before anything is done.
///
/// @param founded new organizations
/// @param villages new villages
/// @param ended those that end, each with the one that has its records then; null for none
/// @param links who came of whom
/// @param changes of name, kind or place
/// @param moves what goes from where to where
/// @param forms how members of villages meet from then on, where that becomes otherwise
/// @param offices that begin
/// @param left offices that end in units that go on
/// @param people who begins an office by it, and who is free of one
/// @param accesses which accounts see more from then on, and which no longer see what they saw
/// @param lines what a reader must know before they agree
/// @param problems why it can't be done; it can where there are none
/// @param warnings what the rules say against it, or what is left to do
public record Plan(
    Reorganization event,
    List<Found> founded,
    List<FoundVillage> villages,
    Map<UUID, Ended> ended,
    List<Link> links,
    List<Change> changes,
    List<Move> moves,
    List<Form> forms,
    List<Begun> offices,
    List<Left> left,
    List<Told> people,
    List<Told> accesses,
    List<Line> lines,
    List<Told> problems,
    List<Told> warnings) {

  public boolean isPossible() {
    return problems.isEmpty();
  }

  /// By which what a reader was shown of it is known again.
  public String digest() {
    String shown =
        Stream.of(lines, people, accesses, warnings)
            .flatMap(told -> told.stream().map(Object::toString).sorted())
            .collect(Collectors.joining("\n"));
    return DigestUtils.sha256Hex(event.digest() + shown);
  }

  public record Found(
      UUID id, UUID commune, String code, Reorganization.Into as, @Nullable UUID parent) {}

  record FoundVillage(
      UUID id, UUID commune, UUID top, Reorganization.Into as, @Nullable UUID cell, UUID like) {}

  record Ended(String name, boolean village, boolean root, @Nullable UUID heir) {}

  record Link(UUID predecessor, UUID successor, boolean heir) {}

  /// @param parent the other body above; null where it stays
  record Change(
      UUID unit,
      boolean village,
      @Nullable String name,
      @Nullable String kind,
      @Nullable UUID parent,
      @Nullable String superior) {}

  /// @param people whose rows go; null for all
  /// @param villages whose rows go; null for all
  record Move(
      UUID from,
      UUID to,
      boolean village,
      @Nullable List<UUID> people,
      @Nullable List<UUID> villages) {}

  record Form(UUID village, String form) {}

  record Begun(UUID unit, UUID person, String title, String role) {}

  record Left(UUID unit, UUID person) {}

  /// A sentence with what stands in it.
  ///
  /// @param rule that it follows from, or null
  public record Told(String code, List<Object> arguments, @Nullable RuleValue rule) {
    static Told of(String code, Object... arguments) {
      return new Told(code, List.of(arguments), null);
    }
  }

  /// What happens with one unit: a heading and what stands under it.
  public record Line(String unit, Told what, List<Told> details) {}
}
