package vn.nenmong.activity.minutes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebooks;

/// Plans the meetings of all cells for what is left of a year. Those that there are stay as they
/// are, and each cell changes its own.
@Component
class PlanYear {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final BagRepository bag;
  private final MinutesRepository minutes;
  private final TakeChanges take;
  private final Rulebooks rulebooks;
  private final Today today;

  PlanYear(
      BagRepository bag,
      MinutesRepository minutes,
      TakeChanges take,
      Rulebooks rulebooks,
      Today today) {
    this.bag = bag;
    this.minutes = minutes;
    this.take = take;
    this.rulebooks = rulebooks;
    this.today = today;
  }

  YearPlan of(Viewer viewer, YearPlan.Wish wish) {
    List<BagRepository.Cell> cells = bag.cells(viewer.scope(), today.date());
    YearMonth first = YearMonth.of(wish.year(), 1);
    Map<MeetingKey, Meeting> known =
        minutes
            .ofCells(
                cells.stream().map(BagRepository.Cell::id).toList(), first, first.plusMonths(11))
            .stream()
            .collect(Collectors.toMap(Meeting::key, Function.identity()));
    return new YearPlan(
        wish,
        cells.stream()
            .map(cell ->
                new YearPlan.Row(
                    cell.id(), cell.name(), cell.commune(), meetings(cell.id(), wish, known)))
            .toList(),
        cells.isEmpty() ? null : thematic(cells.getFirst().communeId(), wish.year()));
  }

  private @Nullable RuleValue thematic(UUID commune, int year) {
    return rulebooks
        .of(commune)
        .on(YearMonth.of(year, 12).atEndOfMonth(), Rule.MEETING_THEMATIC)
        .orElse(null);
  }

  private Map<MeetingKey, YearPlan.Entry> meetings(
      UUID cell, YearPlan.Wish wish, Map<MeetingKey, Meeting> known) {
    Map<MeetingKey, YearPlan.Entry> meetings = new HashMap<>();
    for (YearMonth month :
        IntStream.rangeClosed(1, 12)
            .mapToObj(number -> YearMonth.of(wish.year(), number))
            .toList()) {
      for (MeetingKind kind : MeetingKind.values()) {
        MeetingKey key = new MeetingKey(cell, month, kind);
        Meeting meeting = known.get(key);
        boolean wished =
            kind == MeetingKind.REGULAR || wish.thematicMonths().contains(month.getMonthValue());
        if (meeting != null) {
          Minutes told = new Minutes(meeting);
          LocalDate day = Optional.ofNullable(told.heldOn()).orElse(told.plannedOn());
          meetings.put(key, new YearPlan.Entry(day, meeting.state().code()));
        } else if (wished && !wish.on(month, kind).isBefore(today.date())) {
          meetings.put(key, new YearPlan.Entry(wish.on(month, kind), null));
        }
      }
    }
    return meetings;
  }

  /// @param form by which the wish is known: sent twice, it plans once
  /// @return how many were planned
  @Transactional
  long run(Viewer viewer, YearPlan.Wish wish, String form) {
    YearPlan plan = of(viewer, wish);
    List<Change> changes = new ArrayList<>();
    for (YearPlan.Row row : plan.rows()) {
      row.meetings()
          .forEach((key, entry) -> {
            if (entry.state() == null && entry.day() != null) {
              changes.add(change(form, key, "plannedOn", JSON.stringNode(entry.day().toString())));
              if (wish.at() != null) {
                changes.add(change(form, key, "plannedAt", JSON.stringNode(wish.at())));
              }
              changes.add(change(form, key, "state", JSON.stringNode("planned")));
            }
          });
    }
    take.all(viewer, changes);
    return plan.toPlan();
  }

  private Change change(String form, MeetingKey key, String field, JsonNode value) {
    UUID id =
        UUID.nameUUIDFromBytes(
            String.join("/", form, key.toString(), field).getBytes(StandardCharsets.UTF_8));
    Instant now = today.now();
    return new Change(id, key.cell(), key.month(), key.kind(), field, value, 0, now);
  }
}
