package vn.nenmong.membership.record;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;

/// What a list of members is narrowed to, as its address says it. What is null or empty does not
/// narrow.
///
/// @param q part of a name, in any spelling of its accents
/// @param unit a cell, or a committee with all below it
/// @param ageFrom lowest age on the day; who is known by year only counts when they may be of it
/// @param admitted the year of admission
/// @param columns names of the columns to show; none for the usual ones
public record MemberFilter(
    @Nullable String q,
    @Nullable UUID unit,
    @Nullable UUID village,
    @Nullable String standing,
    @Nullable String sex,
    @Nullable String ethnicity,
    @Nullable Integer ageFrom,
    @Nullable Integer ageTo,
    @Nullable Integer admitted,
    List<String> columns,
    @Nullable String sort) {

  public static final List<String> STANDINGS = List.of("official", "probationary");
  public static final List<String> SEXES = List.of("female", "male");

  static final MemberFilter NONE =
      new MemberFilter(null, null, null, null, null, null, null, null, null, List.of(), null);

  public MemberFilter {
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /// The name as it is searched for: folded; empty for no search.
  String folded() {
    return q == null ? "" : Vietnamese.fold(q);
  }

  /// Whether it has what the page keeps folded away.
  public boolean isDetailed() {
    return !columns.isEmpty()
        || Stream.of(village, sex, ethnicity, ageFrom, ageTo, admitted)
            .anyMatch(MemberFilter::isGiven);
  }

  /// Whether anything but the order and the columns was asked for.
  boolean narrows() {
    return !folded().isEmpty()
        || Stream.of(unit, village, standing, sex, ethnicity, ageFrom, ageTo, admitted)
            .anyMatch(MemberFilter::isGiven);
  }

  private static boolean isGiven(@Nullable Object value) {
    return value != null && !value.toString().isEmpty();
  }
}
