package vn.nenmong.consolidation.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.register.Value;

/// When whoever is in charge of a cell is to visit it next: on the day agreed at their last visit;
/// where none was agreed, as often as the office set it. Before the first visit it is counted from
/// the beginning of the charge, and no earlier than the setting itself.
public final class NextVisit {

  /// What can be told of a day, in the order of urgency.
  public static final List<String> STATES = List.of("overdue", "soon", "later", "open");

  /// The last visit `v` of a charge `ch`, or of the one that it went on from, and the setting `i`
  /// of the commune that its cell lies in, as of `:on`.
  public static final String JOIN_FRAGMENT =
      """
      left join lateral (
        select cv.id, cv.day, cv.next_day from cell_visit cv
        where cv.cell_id = ch.cell_id and cv.person_id = ch.person_id
          and cv.day <= cast(:on as date)
          and (ch.period @> cv.day or exists (
            select from charge before
            where before.cell_id = ch.cell_id and before.person_id = ch.person_id
              and before.period @> cv.day and upper(before.period) = lower(ch.period)))
        order by cv.day desc limit 1) v on true
      left join organization_period place
        on place.organization_id = ch.cell_id and place.period @> cast(:on as date)
      left join visit_interval i
        on i.commune_id = lies_in(place.path, place.commune_id) and i.period @> cast(:on as date)
      """;

  public static final String DUE_FRAGMENT =
      """
      coalesce(v.next_day, cast(
        coalesce(v.day, greatest(lower(ch.period), lower(i.period)))
          + make_interval(months => i.months) as date))\
      """;

  /// Of a row with its day as `due`; within two weeks is soon.
  public static final String STATE_FRAGMENT =
      """
      case when due is null then 'open' when due < cast(:on as date) then 'overdue'
        when due <= cast(:on as date) + 14 then 'soon' else 'later' end\
      """;

  private NextVisit() {}

  /// @param state one of [#STATES]
  public static Value value(@Nullable LocalDate due, String state) {
    Value.Tone tone =
        switch (state) {
          case "overdue" -> Value.Tone.BAD;
          case "soon" -> Value.Tone.WARN;
          default -> Value.Tone.PLAIN;
        };
    Value word = new Value.WordTag("consolidation.visit.state." + state, tone);
    if (due == null) {
      return word;
    }
    return state.equals("later")
        ? Value.day(due)
        : new Value.Several(List.of(Value.day(due), word));
  }
}
