package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.organization.OrganizationState;
import vn.nenmong.organization.Placement;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.OrganizationRow;
import vn.nenmong.workbook.reading.Sheet;

/// The sheet of organizations against the database: their lives, and name, kind and place in the
/// tree through time.
final class CompareOrganizations {

  private static final Sheet SHEET = Sheet.ORGANIZATIONS;
  private static final Timeline<OrganizationState> NOTHING = new Timeline<>(List.of());

  private final Comparison comparison;
  private final Map<String, Known.Organization> known = new LinkedHashMap<>();
  private final Map<UUID, Period> lives = new HashMap<>();
  private final Map<UUID, String> codes = new HashMap<>();
  private final Map<UUID, Timeline<OrganizationState>> timelines = new LinkedHashMap<>();
  private final Places places = new Places();

  CompareOrganizations(Comparison comparison, List<Known.Organization> organizations) {
    this.comparison = comparison;
    for (Known.Organization organization : organizations) {
      known.put(NameKey.of(organization.code()), organization);
      lives.put(organization.id(), organization.life());
      codes.put(organization.id(), organization.code());
      timelines.put(organization.id(), organization.states());
    }
  }

  /// @param root code of the root
  /// @param superior name of the body above the root as the letterhead has it, or null
  Places compare(List<OrganizationRow> rows, String root, @Nullable String superior) {
    Map<String, UUID> ids = new LinkedHashMap<>();
    known.forEach((code, organization) -> ids.put(code, organization.id()));
    Set<String> named = new HashSet<>();
    List<OrganizationRow> accepted = new ArrayList<>();
    for (OrganizationRow row : rows) {
      String key = NameKey.of(row.code());
      if (!named.add(key)) {
        comparison.structural(SHEET, row.row(), "Mã", row.code(), "workbook.expected.uniqueCode");
        continue;
      }
      UUID id =
          ids.computeIfAbsent(
              key, k -> row.code().equals(root) ? comparison.commune() : comparison.newId());
      codes.putIfAbsent(id, row.code());
      accepted.add(row);
    }
    Period rootLife = rootLife(accepted, root);
    for (OrganizationRow row : accepted) {
      compare(row, ids, root, superior, rootLife);
    }
    for (Known.Organization organization : known.values()) {
      if (!named.contains(NameKey.of(organization.code()))
          && !rows.isEmpty()
          && organization.life().contains(comparison.day())) {
        absent(organization);
      }
    }
    timelines.forEach(this::refuseTheEndAbove);
    for (OrganizationRow row : accepted) {
      if (isCircular(ids.get(NameKey.of(row.code())))) {
        comparison.structural(
            SHEET, row.row(), "Trực thuộc", row.parent(), "workbook.expected.parentAbove");
        return fill(ids);
      }
    }
    Placement placement = new Placement(timelines);
    timelines.keySet().forEach(id -> writeStates(id, placement.of(id)));
    return fill(ids);
  }

  private void refuseTheEndAbove(UUID id, Timeline<OrganizationState> states) {
    if (lives.getOrDefault(id, new Period(null, null)).contains(comparison.day())) {
      states
          .at(comparison.day())
          .ifPresent(state -> comparison.remains(state.parent(), state.name()));
    }
  }

  private void absent(Known.Organization organization) {
    String name = organization.code() + " " + nameOf(organization.states(), organization.life());
    if (organization.id().equals(comparison.commune())) {
      comparison.tally(SHEET).absent(name);
      return;
    }
    comparison
        .absent(SHEET, organization.id(), name, organization.life())
        .ifPresent(ended -> {
          Period life = Period.ofDays(organization.life().from(), ended.last());
          comparison.write(
              Write.UPDATE_ORGANIZATION,
              organization.id(),
              organization.founded(),
              organization.decision(),
              PartialDate.day(ended.last()),
              organization.note(),
              life);
          comparison.lifeChanges();
          lives.put(organization.id(), life);
          timelines.put(organization.id(), organization.states().until(life.to()));
        });
  }

  private Period rootLife(List<OrganizationRow> rows, String root) {
    for (OrganizationRow row : rows) {
      if (row.code().equals(root)) {
        return life(facts(row)).orElse(new Period(null, null));
      }
    }
    return lives.getOrDefault(comparison.commune(), new Period(null, null));
  }

  private void compare(
      OrganizationRow row,
      Map<String, UUID> ids,
      String root,
      @Nullable String superior,
      Period rootLife) {
    UUID id = ids.get(NameKey.of(row.code()));
    boolean isRoot = row.code().equals(root);
    Known.Organization before = known.get(NameKey.of(row.code()));
    UUID parent = null;
    if (!isRoot && before != null && !comparison.has(SHEET, "Trực thuộc")) {
      parent =
          before
              .states()
              .at(dayIn(before.life()))
              .map(OrganizationState::parent)
              .orElse(comparison.commune());
    } else if (!isRoot) {
      parent = row.parent() == null ? comparison.commune() : ids.get(NameKey.of(row.parent()));
      if (parent == null) {
        comparison.structural(
            SHEET, row.row(), "Trực thuộc", row.parent(), "workbook.expected.organizationCode");
        return;
      }
    }
    Facts facts = facts(row);
    Optional<Period> given = life(facts);
    if (given.isEmpty()) {
      comparison.problem(
          SHEET, row.row(), "Ngày kết thúc", facts.ended(), "workbook.expected.endAfterFounding");
      return;
    }
    Period life =
        facts.founded() == null && rootLife.from() != null
            ? Timeline.intersect(given.get(), rootLife).orElse(given.get())
            : given.get();
    OrganizationState state =
        new OrganizationState(row.name(), row.kind(), parent, "", isRoot ? superior : null);
    lives.put(id, life);
    if (before == null) {
      comparison.tally(SHEET).added();
      comparison.write(
          Write.INSERT_ORGANIZATION,
          id,
          comparison.commune(),
          row.code(),
          facts.founded(),
          facts.decision(),
          facts.ended(),
          facts.note(),
          life);
      timelines.put(id, Timeline.of(life, state));
      return;
    }
    compare(row, facts, before, life, state);
  }

  private void compare(
      OrganizationRow row,
      Facts told,
      Known.Organization before,
      Period life,
      OrganizationState state) {
    LocalDate day = dayIn(before.life());
    OrganizationState held = before.states().at(day).orElse(state);
    boolean isRoot = before.id().equals(comparison.commune());
    OrganizationState now =
        new OrganizationState(
            state.name(),
            state.kind(),
            isRoot ? held.parent() : state.parent(),
            held.path(),
            state.superior() == null ? held.superior() : state.superior());
    Difference facts =
        new Difference()
            .of("Ngày thành lập", before.founded(), told.founded())
            .of("Số quyết định thành lập", before.decision(), told.decision())
            .of("Ngày kết thúc", before.ended(), told.ended())
            .of("Ghi chú", before.note(), told.note());
    boolean changed = !facts.isEmpty() || !before.life().equals(life);
    Difference all =
        facts
            .of("Tên tổ chức đảng", held.name(), now.name())
            .of("Loại hình", held.kind(), now.kind())
            .of("Trực thuộc", codes.get(held.parent()), codes.get(now.parent()));
    comparison.tally(SHEET).compared(row.row(), row.code(), all);
    if (changed) {
      comparison.write(
          Write.UPDATE_ORGANIZATION,
          before.id(),
          told.founded(),
          told.decision(),
          told.ended(),
          told.note(),
          life);
      if (!before.life().equals(life)) {
        comparison.lifeChanges();
      }
    }
    Timeline<OrganizationState> timeline = before.states();
    if (!held.equals(now)) {
      timeline = timeline.with(day, comparison.window(SHEET), now);
    }
    timelines.put(before.id(), timeline.from(life.from()).until(life.to()));
  }

  /// What a row says of an organization that does not change with time.
  private record Facts(
      @Nullable PartialDate founded,
      @Nullable String decision,
      @Nullable PartialDate ended,
      @Nullable String note) {}

  /// An older file does not know of an end that a later one told.
  private Facts facts(OrganizationRow row) {
    Known.Organization before = known.get(NameKey.of(row.code()));
    if (before == null) {
      return new Facts(row.founded(), row.decision(), row.ended(), row.note());
    }
    boolean endsLater = row.ended() == null && comparison.isLaterHandedIn(SHEET);
    return new Facts(
        comparison.told(SHEET, "Ngày thành lập", row.founded(), before.founded()),
        comparison.told(SHEET, "Số quyết định thành lập", row.decision(), before.decision()),
        endsLater
            ? before.ended()
            : comparison.told(SHEET, "Ngày kết thúc", row.ended(), before.ended()),
        comparison.told(SHEET, "Ghi chú", row.note(), before.note()));
  }

  private static Optional<Period> life(Facts facts) {
    LocalDate from = Optional.ofNullable(facts.founded()).map(PartialDate::first).orElse(null);
    LocalDate last = Optional.ofNullable(facts.ended()).map(PartialDate::last).orElse(null);
    return from != null && last != null && last.isBefore(from)
        ? Optional.empty()
        : Optional.of(Period.ofDays(from, last));
  }

  /// The day of the file, or the nearest at which the organization was there.
  private LocalDate dayIn(Period life) {
    LocalDate day = comparison.day();
    if (life.to() != null && !day.isBefore(life.to())) {
      return life.to().minusDays(1);
    }
    return life.from() != null && day.isBefore(life.from()) ? life.from() : day;
  }

  private String nameOf(Timeline<OrganizationState> states, Period life) {
    return states.at(dayIn(life)).map(OrganizationState::name).orElse("");
  }

  private boolean isCircular(@Nullable UUID id) {
    UUID at = id;
    for (int depth = 0; at != null; depth++) {
      if (depth > timelines.size()) {
        return true;
      }
      Timeline<OrganizationState> states = timelines.get(at);
      at =
          states == null
              ? null
              : states
                  .at(dayIn(lives.getOrDefault(at, new Period(null, null))))
                  .map(OrganizationState::parent)
                  .orElse(null);
    }
    return false;
  }

  private void writeStates(UUID id, Timeline<OrganizationState> after) {
    Timeline<OrganizationState> before =
        known.values().stream()
            .filter(organization -> organization.id().equals(id))
            .map(Known.Organization::states)
            .findFirst()
            .orElse(NOTHING);
    if (after.equals(before)) {
      return;
    }
    if (!before.isEmpty()) {
      comparison.write(Write.DELETE_ORGANIZATION_PERIODS, id);
    }
    for (Timeline.Span<OrganizationState> span : after.spans()) {
      OrganizationState state = span.value();
      comparison.write(
          Write.INSERT_ORGANIZATION_PERIOD,
          id,
          span.period(),
          comparison.commune(),
          state.name(),
          state.kind(),
          state.parent(),
          state.path(),
          state.superior());
    }
  }

  private Places fill(Map<String, UUID> ids) {
    for (UUID id : ids.values()) {
      Timeline<OrganizationState> states = timelines.get(id);
      Period life = lives.get(id);
      if (states == null || life == null) {
        continue;
      }
      states
          .at(dayIn(life))
          .ifPresent(state ->
              places.add(
                  new Places.Organization(
                      id,
                      codes.getOrDefault(id, ""),
                      state.name(),
                      state.kind(),
                      life,
                      state.parent())));
    }
    return places;
  }
}
