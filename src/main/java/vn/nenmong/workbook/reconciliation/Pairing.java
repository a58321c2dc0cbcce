package vn.nenmong.workbook.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.workbook.mapping.Place;

/// Who of their list is who of ours: whom someone said, else by the number of the card, else by
/// name and day of birth, or name, year and cell where both know no more, if these are of one on
/// each side. A name with the year of birth or the cell alone makes a «perhaps», for someone to
/// say. The work grows with the lists, not with their product.
///
/// @param pairs each of theirs beside one of ours
/// @param there theirs beside nobody
/// @param here our members beside nobody
public record Pairing(List<Pair> pairs, List<Unpaired> there, List<Ours> here) {

  private static final int MOST_PERHAPS = 10;

  public enum By {
    CHOSEN,
    CARD,
    NAME
  }

  public record Pair(Ours ours, Theirs theirs, By by) {}

  /// @param perhaps our members without a pair whom it may be
  /// @param former who is ours no more or not yet, and is it
  public record Unpaired(Theirs theirs, List<Ours> perhaps, @Nullable Ours former) {}

  static Pairing of(Collection<Ours> ours, Collection<Theirs> theirs) {
    return new Match(ours, theirs).pairing();
  }

  private static Optional<String> card(Told told) {
    return Optional.ofNullable(told.card()).map(Item::card).filter(card -> card.length() > 2);
  }

  private static String name(Told told) {
    return Vietnamese.fold(told.name());
  }

  private static Optional<String> nameAndDay(Told told) {
    return Item.date(told.born())
        .filter(PartialDate::isFullDay)
        .map(born -> name(told) + "|" + born.toIso());
  }

  /// Where both know no more than the year or month.
  private static Optional<String> nameYearAndCell(Told told) {
    return Optional.ofNullable(told.cell())
        .flatMap(cell ->
            Item.date(told.born())
                .filter(born -> !born.isFullDay())
                .map(born -> name(told) + "|" + born.toIso() + " in " + Place.key(cell)));
  }

  private static Optional<String> year(Told told) {
    return Item.date(told.born()).map(born -> String.valueOf(born.first().getYear()));
  }

  /// A card that two people of different names and births share was written down wrong somewhere.
  private static boolean maySharePerson(Told ours, Told theirs) {
    return name(ours).equals(name(theirs))
        || (year(ours).isPresent() && year(ours).equals(year(theirs)));
  }

  /// What makes someone perhaps the same.
  private static Stream<String> traits(Told told) {
    String name = name(told);
    return Stream.of(
            card(told).map(card -> "card " + card),
            year(told).map(year -> name + "|" + year),
            Optional.ofNullable(told.cell()).map(Place::key).map(cell -> name + " in " + cell))
        .flatMap(Optional::stream);
  }

  private static Stream<String> sureTraits(Told told) {
    return Stream.of(card(told).map(card -> "card " + card + " " + name(told)), nameAndDay(told))
        .flatMap(Optional::stream);
  }

  /// The work on two lists.
  private static final class Match {

    private final Map<UUID, Ours> members = new LinkedHashMap<>();
    private final List<Ours> others = new ArrayList<>();
    private final Map<UUID, Theirs> open = new LinkedHashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    Match(Collection<Ours> ours, Collection<Theirs> theirs) {
      for (Ours one : ours) {
        if (one.isMember()) {
          members.put(one.id(), one);
        } else {
          others.add(one);
        }
      }
      theirs.forEach(one -> open.put(one.id(), one));
    }

    Pairing pairing() {
      for (Theirs one : List.copyOf(open.values())) {
        Ours chosen = one.chosen() == null ? null : members.get(one.chosen());
        if (chosen != null) {
          pair(chosen, one, By.CHOSEN);
        }
      }
      pairBy(By.CARD, Pairing::card, Pairing::maySharePerson);
      pairBy(By.NAME, Pairing::nameAndDay, (_, _) -> true);
      pairBy(By.NAME, Pairing::nameYearAndCell, (_, _) -> true);
      return new Pairing(pairs, unpaired(), List.copyOf(members.values()));
    }

    private void pair(Ours one, Theirs other, By by) {
      members.remove(one.id());
      open.remove(other.id());
      pairs.add(new Pair(one, other, by));
    }

    private void pairBy(By by, Function<Told, Optional<String>> key, BiPredicate<Told, Told> may) {
      Map<String, List<Ours>> here = by(members.values(), one -> key.apply(one.told()).stream());
      Map<String, List<Theirs>> there = by(open.values(), one -> key.apply(one.told()).stream());
      there.forEach((value, theirs) -> {
        List<Ours> ours = here.getOrDefault(value, List.of());
        if (ours.size() == 1
            && theirs.size() == 1
            && may.test(ours.getFirst().told(), theirs.getFirst().told())) {
          pair(ours.getFirst(), theirs.getFirst(), by);
        }
      });
    }

    private List<Unpaired> unpaired() {
      Map<String, List<Ours>> perhaps = by(members.values(), one -> traits(one.told()));
      Map<String, List<Ours>> formers = by(others, one -> sureTraits(one.told()));
      List<Unpaired> unpaired = new ArrayList<>();
      for (Theirs one : open.values()) {
        Set<Ours> found = new LinkedHashSet<>();
        traits(one.told())
            .forEach(trait ->
                perhaps.getOrDefault(trait, List.of()).stream()
                    .limit(MOST_PERHAPS)
                    .forEach(found::add));
        Optional<Ours> former =
            sureTraits(one.told())
                .flatMap(trait -> formers.getOrDefault(trait, List.of()).stream().limit(1))
                .findFirst();
        unpaired.add(
            new Unpaired(one, found.stream().limit(MOST_PERHAPS).toList(), former.orElse(null)));
      }
      return unpaired;
    }

    private static <T> Map<String, List<T>> by(
        Collection<T> people, Function<T, Stream<String>> keys) {
      Map<String, List<T>> by = HashMap.newHashMap(people.size());
      for (T one : people) {
        keys.apply(one).forEach(key -> by.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
      }
      return by;
    }
  }
}
