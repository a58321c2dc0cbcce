package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Phase;

/// When a village without a cell of its own could have one.
///
/// @param members who live there, official or not
/// @param officials of them, who are official today
/// @param elsewhere of the officials, who are members of another cell than the one that leads it
/// @param least official members that a cell needs
/// @param coming who could become official there, the earliest first
/// @param reserves cells that could send someone and would still have enough, the nearest first
public record VillageOutlook(
    UUID id,
    String name,
    @Nullable UUID cellId,
    @Nullable BigDecimal kilometres,
    int members,
    int officials,
    int elsewhere,
    int least,
    LocalDate today,
    List<Coming> coming,
    List<Reserve> reserves) {

  /// @param earliest null where it can't be told
  public record Coming(Person person, Phase phase, @Nullable LocalDate earliest) {}

  /// @param people official members beyond those that it needs itself
  public record Reserve(UUID cell, int people, @Nullable BigDecimal kilometres) {}

  public VillageOutlook {
    coming =
        coming.stream()
            .sorted(
                Comparator.comparing(
                        Coming::earliest, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(one -> one.person().id()))
            .toList();
    reserves = List.copyOf(reserves);
  }

  /// Official members that it lacks today.
  public int lacks() {
    return Math.max(0, least - officials);
  }

  /// The first day on which enough official members could live there: today, or when the last of
  /// those who are lacking becomes one. Null where too few are on their way.
  public @Nullable LocalDate ownFrom() {
    if (lacks() == 0) {
      return today;
    }
    return coming.stream()
        .map(Coming::earliest)
        .flatMap(day -> Stream.ofNullable(day))
        .skip(lacks() - 1L)
        .findFirst()
        .orElse(null);
  }

  public boolean isReady() {
    return lacks() == 0;
  }

  /// How many of those on their way are candidates or probationary members.
  public long count(Phase phase) {
    return coming.stream().filter(one -> one.phase() == phase).count();
  }

  /// No member at all lives there.
  public boolean isBlank() {
    return members == 0;
  }

  public boolean isServed() {
    return Objects.nonNull(cellId);
  }
}
