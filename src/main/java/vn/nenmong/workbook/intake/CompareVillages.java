package vn.nenmong.workbook.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.organization.Compass;
import vn.nenmong.workbook.intake.Known.VillageState;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.VillageRow;

/// The sheet of villages against the database: name and cell through time, counts of the year.
final class CompareVillages {

  private static final Sheet SHEET = Sheet.VILLAGES;
  private static final Timeline<VillageState> NOTHING = new Timeline<>(List.of());

  private final Comparison comparison;
  private final Places places;
  private final Map<String, Known.Village> known = new HashMap<>();
  private final Map<UUID, Known.VillageYear> years = new HashMap<>();

  CompareVillages(
      Comparison comparison,
      Places places,
      List<Known.Village> villages,
      List<Known.VillageYear> years) {
    this.comparison = comparison;
    this.places = places;
    villages.forEach(village -> known.put(NameKey.of(village.code()), village));
    years.forEach(year -> this.years.put(year.village(), year));
  }

  /// @param whole whether a village that the rows do not name is absent
  void compare(List<VillageRow> rows, boolean whole) {
    Set<String> named = new HashSet<>();
    List<VillageRow> accepted = new ArrayList<>();
    for (VillageRow row : rows) {
      if (named.add(NameKey.of(row.code()))) {
        accepted.add(row);
      } else {
        comparison.structural(SHEET, row.row(), "Mã", row.code(), "workbook.expected.uniqueCode");
      }
    }
    accepted.forEach(this::compare);
    for (Known.Village village : known.values()) {
      if (named.contains(NameKey.of(village.code()))) {
        continue;
      }
      VillageState state = stateOf(village);
      Period life =
          !whole || rows.isEmpty() || !village.life().contains(comparison.day())
              ? village.life()
              : absent(village, state);
      places.add(
          new Places.Village(village.id(), village.code(), state.name(), state.cell(), life));
      if (life.contains(comparison.day())) {
        comparison.remains(state.cell(), state.name());
      }
      if (village.life().contains(comparison.day())) {
        boolean ends = !life.equals(village.life());
        writeStates(
            village.id(),
            village.states(),
            ends ? village.states().until(life.to()) : village.states());
      }
    }
  }

  private Period absent(Known.Village village, VillageState state) {
    return comparison
        .absent(SHEET, village.id(), village.code() + " " + state.name(), village.life())
        .map(ended -> {
          Period life = Period.ofDays(village.life().from(), ended.last());
          changeLife(village.id(), life);
          return life;
        })
        .orElse(village.life());
  }

  private void changeLife(UUID village, Period life) {
    comparison.write(Write.UPDATE_VILLAGE, village, life);
    comparison.lifeChanges();
  }

  private VillageState stateOf(Known.Village village) {
    return village
        .states()
        .at(comparison.day())
        .orElseGet(() -> village.states().spans().getLast().value());
  }

  private void compare(VillageRow row) {
    UUID cell = null;
    if (row.cell() != null) {
      Places.Organization found = places.organization(row.cell());
      if (found == null) {
        comparison.structural(
            SHEET, row.row(), "Chi bộ lãnh đạo", row.cell(), "workbook.expected.organizationCode");
        return;
      }
      cell = found.id();
    }
    Known.Village before = known.get(NameKey.of(row.code()));
    UUID id = before == null ? comparison.newId() : before.id();
    Known.VillageYear counts = counts(row, id);
    if (counts.households() != null
        && counts.poor() != null
        && counts.poor() + (counts.nearPoor() == null ? 0 : counts.nearPoor())
            > counts.households()) {
      comparison.problem(
          SHEET,
          row.row(),
          "Hộ nghèo đa chiều",
          counts.poor(),
          "workbook.expected.poorWithinHouseholds",
          counts.households());
      comparison.tally(SHEET).leftOut();
      return;
    }
    VillageState told = told(row, cell, before == null ? null : stateOf(before));
    Period life = before == null ? life() : comparison.open(before.life());
    places.add(new Places.Village(id, row.code(), row.name(), told.cell(), life));
    if (before == null) {
      comparison.tally(SHEET).added();
      comparison.write(Write.INSERT_VILLAGE, id, comparison.commune(), row.code(), life);
      writeStates(id, NOTHING, Timeline.of(life, told));
    } else {
      compare(row, before, told, counts);
    }
    sayYear(counts);
  }

  private VillageState told(VillageRow row, @Nullable UUID cell, @Nullable VillageState held) {
    VillageState known =
        held == null ? new VillageState(row.name(), null, null, null, null, null, null) : held;
    return new VillageState(
        row.name(),
        told("Chi bộ lãnh đạo", cell, known.cell()),
        told("Hình thức sinh hoạt", row.meetingForm(), known.meetingForm()),
        told("Cách trung tâm xã (km)", scaled(row.distance()), known.distance()),
        told("Hướng từ trung tâm xã", row.bearing(), known.bearing()),
        told("Tọa độ", row.coordinates(), known.coordinates()),
        told("Bản biên giới", row.border(), known.border()));
  }

  private Known.VillageYear counts(VillageRow row, UUID id) {
    Known.VillageYear known =
        years.getOrDefault(id, new Known.VillageYear(id, null, null, null, null, null));
    return new Known.VillageYear(
        id,
        told("Số hộ", row.households(), known.households()),
        told("Số khẩu", row.population(), known.population()),
        told("Hộ nghèo đa chiều", row.poor(), known.poor()),
        told("Hộ cận nghèo", row.nearPoor(), known.nearPoor()),
        told("Đạt bản văn hóa", row.cultural(), known.cultural()));
  }

  private <T> @Nullable T told(String column, @Nullable T given, @Nullable T known) {
    return comparison.told(SHEET, column, given, known);
  }

  /// `ĐB` for «đông bắc».
  private static @Nullable String letters(@Nullable BigDecimal bearing) {
    return bearing == null ? null : Compass.nearest(bearing).letters();
  }

  private static @Nullable BigDecimal scaled(@Nullable BigDecimal distance) {
    return distance == null ? null : distance.setScale(2, RoundingMode.HALF_UP);
  }

  private Period life() {
    Places.Organization root = places.organization(comparison.commune());
    return Period.since(root == null ? null : root.life().from());
  }

  private void compare(
      VillageRow row, Known.Village before, VillageState told, Known.VillageYear counts) {
    VillageState held = stateOf(before);
    Known.VillageYear year = years.get(before.id());
    Difference difference =
        new Difference()
            .of("Ngày kết thúc", before.life().to(), comparison.open(before.life()).to())
            .of("Tên bản", held.name(), told.name())
            .of("Chi bộ lãnh đạo", code(held.cell()), code(told.cell()))
            .of("Hình thức sinh hoạt", held.meetingForm(), told.meetingForm())
            .of("Cách trung tâm xã (km)", held.distance(), told.distance())
            .of("Hướng từ trung tâm xã", letters(held.bearing()), letters(told.bearing()))
            .of("Tọa độ", held.coordinates(), told.coordinates())
            .of("Bản biên giới", held.border(), told.border());
    if (!comparison.open(before.life()).equals(before.life())) {
      changeLife(before.id(), comparison.open(before.life()));
    }
    Timeline<VillageState> states = before.states();
    if (!difference.isEmpty()) {
      states = states.with(comparison.day(), window(held, told), told);
    }
    if (year != null) {
      difference
          .of("Số hộ", year.households(), counts.households())
          .of("Số khẩu", year.population(), counts.population())
          .of("Hộ nghèo đa chiều", year.poor(), counts.poor())
          .of("Hộ cận nghèo", year.nearPoor(), counts.nearPoor())
          .of("Đạt bản văn hóa", year.cultural(), counts.cultural());
    } else {
      difference.of("Số hộ", null, counts.households()).of("Số khẩu", null, counts.population());
    }
    comparison.tally(SHEET).compared(row.row(), row.name(), difference);
    writeStates(before.id(), before.states(), states);
  }

  private String code(@Nullable UUID cell) {
    return places.code(cell);
  }

  private Period window(VillageState held, VillageState told) {
    return Objects.equals(held.cell(), told.cell())
        ? comparison.window(SHEET)
        : comparison.moved(SHEET, places, held.cell(), told.cell());
  }

  private void sayYear(Known.VillageYear told) {
    if (!told.equals(years.get(told.village()))) {
      comparison.write(
          Write.SAY_VILLAGE_YEAR,
          told.village(),
          comparison.year(),
          comparison.commune(),
          told.households(),
          told.population(),
          told.poor(),
          told.nearPoor(),
          told.cultural());
    }
  }

  /// While its cell was not there yet, or no more, a village had none that is known.
  private void writeStates(
      UUID id, Timeline<VillageState> before, Timeline<VillageState> timeline) {
    List<Timeline.Span<VillageState>> spans = new ArrayList<>();
    for (Timeline.Span<VillageState> span : timeline.spans()) {
      spans.addAll(clipped(span).spans());
    }
    Timeline<VillageState> after = new Timeline<>(spans).joined();
    if (after.equals(before)) {
      return;
    }
    if (!before.isEmpty()) {
      comparison.write(Write.DELETE_VILLAGE_PERIODS, id);
    }
    for (Timeline.Span<VillageState> span : after.spans()) {
      VillageState state = span.value();
      comparison.write(
          Write.INSERT_VILLAGE_PERIOD,
          id,
          span.period(),
          comparison.commune(),
          state.name(),
          state.cell(),
          state.meetingForm(),
          state.distance(),
          state.bearing(),
          state.coordinates() == null ? null : state.coordinates().latitude(),
          state.coordinates() == null ? null : state.coordinates().longitude(),
          state.border());
    }
  }

  private Timeline<VillageState> clipped(Timeline.Span<VillageState> span) {
    Timeline<VillageState> one = new Timeline<>(List.of(span));
    Places.Organization cell =
        span.value().cell() == null ? null : places.organization(span.value().cell());
    if (cell == null) {
      return one;
    }
    LocalDate from = cell.life().from();
    LocalDate to = cell.life().to();
    Timeline<VillageState> begun =
        from == null ? one : one.cut(from, CompareVillages::alone, state -> state);
    return to == null ? begun : begun.cut(to, state -> state, CompareVillages::alone);
  }

  private static VillageState alone(VillageState state) {
    return new VillageState(
        state.name(),
        null,
        null,
        state.distance(),
        state.bearing(),
        state.coordinates(),
        state.border());
  }
}
