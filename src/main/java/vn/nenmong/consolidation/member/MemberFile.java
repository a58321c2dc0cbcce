package vn.nenmong.consolidation.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A member on a day, and their life until then.
///
/// @param life what happened, in order; what has no date comes last
public record MemberFile(Facts facts, List<LifeEvent> life, List<Helped> helped) {

  public MemberFile {
    life = List.copyOf(life);
    helped = List.copyOf(helped);
  }

  /// @param poorYear the last year whose list of poor households had theirs, or null
  public record Facts(
      UUID id,
      UUID communeId,
      String name,
      @Nullable String sex,
      @Nullable PartialDate born,
      @Nullable String ethnicity,
      @Nullable String languages,
      PartialDate admitted,
      @Nullable PartialDate recognised,
      @Nullable String cardNumber,
      @Nullable String note,
      String standing,
      boolean exempt,
      @Nullable String education,
      @Nullable String qualification,
      @Nullable String theory,
      @Nullable String occupation,
      UUID cellId,
      String cell,
      @Nullable UUID villageId,
      @Nullable String village,
      @Nullable Integer poorYear) {}

  /// Someone whom the member helps, or helped, towards admission.
  public record Helped(String name, String status, String cell) {}

  /// The same without the events of a kind, for someone who may not see such.
  public MemberFile without(String kind) {
    return new MemberFile(
        facts, life.stream().filter(event -> !event.kind().equals(kind)).toList(), helped);
  }

  /// The offices, charges and posts that are not over on the day.
  public List<LifeEvent> duties() {
    return of("office", "charge", "post").stream().filter(event -> event.until() == null).toList();
  }

  /// The events of some kinds, newest first.
  public List<LifeEvent> of(String... kinds) {
    List<String> wanted = List.of(kinds);
    return life.stream().filter(event -> wanted.contains(event.kind())).toList().reversed();
  }
}
