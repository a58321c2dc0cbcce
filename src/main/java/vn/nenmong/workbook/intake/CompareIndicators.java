package vn.nenmong.workbook.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.IndicatorRow;
import vn.nenmong.workbook.reading.Sheet;

/// The sheet of indicators against the database, and which of them figures are taken from: what was
/// bound stays bound, the rest is proposed by name and unit.
final class CompareIndicators {

  private static final Sheet SHEET = Sheet.INDICATORS;

  private final Comparison comparison;
  private final Answers answers;
  private final List<Binding> bindings = new ArrayList<>();

  CompareIndicators(Comparison comparison, Answers answers) {
    this.comparison = comparison;
    this.answers = answers;
  }

  List<Binding> bindings() {
    return bindings;
  }

  void compare(List<IndicatorRow> rows, List<Known.Indicator> known, boolean listed) {
    Map<String, Known.Indicator> open = new LinkedHashMap<>();
    known.forEach(indicator -> open.put(NameKey.of(indicator.code()), indicator));
    Map<String, String> kinds = kinds(rows, open);
    Set<String> told = new HashSet<>();
    for (IndicatorRow row : rows) {
      String key = NameKey.of(row.code());
      if (told.add(key)) {
        compare(row, open.remove(key), kinds.get(key));
      } else {
        comparison.problem(SHEET, row.row(), "Mã chỉ tiêu", row.code(), "workbook.expected.once");
        comparison.tally(SHEET).leftOut();
      }
    }
    if (listed) {
      open.values().stream()
          .filter(Known.Indicator::inYear)
          .forEach(left -> comparison.tally(SHEET).absent(left.code() + " " + left.name()));
    }
  }

  /// The kind of each code: as answered, as bound before, or as proposed.
  private Map<String, String> kinds(List<IndicatorRow> rows, Map<String, Known.Indicator> known) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (IndicatorKind kind : IndicatorKind.values()) {
      Optional<Known.Indicator> before =
          known.values().stream().filter(i -> kind.code().equals(i.kind())).findFirst();
      List<IndicatorRow> fitting =
          rows.stream().filter(row -> kind.isProposedFor(row.name(), row.unit())).toList();
      String proposed =
          before
              .map(Known.Indicator::code)
              .or(() -> fitting.stream().findFirst().map(IndicatorRow::code))
              .orElse(null);
      String answer = answers.kinds().get(kind.code());
      String chosen = answer == null ? proposed : answer.isEmpty() ? null : answer;
      bindings.add(
          new Binding(
              kind.code(),
              chosen,
              before.isPresent(),
              rows.stream()
                  .map(row -> new Binding.Choice(row.code(), row.name(), row.unit()))
                  .toList()));
      if (chosen != null) {
        kinds.putIfAbsent(NameKey.of(chosen), kind.code());
      }
    }
    return kinds;
  }

  private void compare(IndicatorRow row, Known.@Nullable Indicator before, @Nullable String kind) {
    UUID id = before == null ? comparison.newId() : before.id();
    BigDecimal previous =
        told(
            "Thực hiện năm trước",
            scaled(row.previous()),
            before == null ? null : before.previous());
    BigDecimal plan =
        told("Kế hoạch năm", scaled(row.plan()), before == null ? null : before.plan());
    BigDecimal actual =
        told("Thực hiện năm", scaled(row.actual()), before == null ? null : before.actual());
    String resolution =
        told("Nghị quyết", row.resolution(), before == null ? null : before.resolution());
    if (before == null) {
      comparison.tally(SHEET).added();
      comparison.write(
          Write.INSERT_INDICATOR,
          id,
          comparison.commune(),
          row.code(),
          row.name(),
          row.unit(),
          kind,
          direction(row.name()));
    } else {
      Difference facts =
          new Difference()
              .of("Tên chỉ tiêu", before.name(), row.name())
              .of("Đơn vị tính", before.unit(), row.unit());
      if (!facts.isEmpty() || !java.util.Objects.equals(before.kind(), kind)) {
        if (before.kind() != null && !before.kind().equals(kind)) {
          comparison.write(Write.CLEAR_INDICATOR_KIND, id, null);
        }
        comparison.write(
            Write.UPDATE_INDICATOR,
            id,
            row.name(),
            row.unit(),
            kind,
            facts.isEmpty() ? before.direction() : direction(row.name()));
      }
      if (before.inYear()) {
        comparison
            .tally(SHEET)
            .compared(
                row.row(),
                row.code(),
                facts
                    .of("Thực hiện năm trước", before.previous(), previous)
                    .of("Kế hoạch năm", before.plan(), plan)
                    .of("Thực hiện năm", before.actual(), actual)
                    .of("Nghị quyết", before.resolution(), resolution));
      } else {
        comparison.tally(SHEET).added();
      }
    }
    if (before == null
        || !before.inYear()
        || !Difference.same(before.previous(), previous)
        || !Difference.same(before.plan(), plan)
        || !Difference.same(before.actual(), actual)
        || !Difference.same(before.resolution(), resolution)) {
      comparison.write(
          Write.SAY_INDICATOR_YEAR, id, comparison.year(), previous, plan, actual, resolution);
    }
  }

  private <T> @Nullable T told(String column, @Nullable T given, @Nullable T known) {
    return comparison.told(SHEET, column, given, known);
  }

  /// As many decimals as the database keeps.
  private static @Nullable BigDecimal scaled(@Nullable BigDecimal number) {
    return number == null || number.scale() <= 4
        ? number
        : number.setScale(4, RoundingMode.HALF_UP);
  }

  /// Of poverty and the like, less is better.
  static String direction(String name) {
    String folded = Vietnamese.fold(name);
    boolean escape = folded.contains("thoat ngheo") || folded.contains("giam ngheo");
    boolean down =
        !escape
            && (folded.contains("ngheo")
                || folded.contains("suy dinh duong")
                || folded.contains("tao hon")
                || folded.contains("hon nhan can huyet")
                || folded.contains("sinh con thu ba")
                || folded.contains("sinh con thu 3")
                || folded.contains("tu vong")
                || folded.contains("that nghiep")
                || folded.contains("bo hoc")
                || folded.contains("toi pham")
                || folded.contains("nghien")
                || folded.contains("tai nan")
                || folded.contains("tang dan so"));
    return down ? "down" : "up";
  }
}
