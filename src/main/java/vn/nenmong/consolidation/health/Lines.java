package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// The health of a cell line by line, each beside the cells of its commune.
final class Lines {

  /// A rule that says what a good attendance is, and is told beside the office's own bound.
  private static final String GOOD_ATTENDANCE = "meeting.good_attendance_pct";

  private final CellHealth cell;
  private final Vitals vitals;
  private final Work work;
  private final List<CellHealth> all;
  private final Rulebook rules;
  private final LocalDate day;

  /// @param all cells of its commune, itself among them
  Lines(CellHealth cell, List<CellHealth> all, Rulebook rules, LocalDate day) {
    this.cell = cell;
    this.vitals = cell.vitals();
    this.work = cell.work();
    this.all = all;
    this.rules = rules;
    this.day = day;
  }

  /// @param ethnicities of its members
  /// @param admitted by each cell of the commune in the years that are looked back on
  List<Line> all(Ethnicities ethnicities, Admissions admitted) {
    return List.of(
        line(
            Line.What.MEMBERS,
            Line.value("members", vitals.members(), cell.probationary()),
            median(health -> health.vitals().members())),
        judged(
            Line.What.OFFICIAL,
            Line.value("count", vitals.official()),
            median(health -> health.vitals().official()),
            Reason.FEW_OFFICIAL,
            Setting.OFFICIAL,
            rules(Rule.CELL_OFFICIAL_LEAST.code())),
        judged(
            Line.What.YOUNG, young(), medianAge(), Reason.NOBODY_YOUNG, Setting.YOUNG, List.of()),
        line(Line.What.WOMEN, women(), shareOfWomen()),
        line(Line.What.ETHNICITY, ethnicities.ofCell(), ethnicities.ofAll()),
        judged(
            Line.What.ADMISSIONS,
            admissions(admitted),
            beside(
                Line.beside(
                    "median",
                    median(all.stream().map(health -> admitted.of(health.vitals().id()))))),
            Reason.NO_ADMISSION,
            Setting.ADMISSION,
            List.of()),
        judged(
            Line.What.CANDIDATES,
            work.knows(Work.CANDIDATES)
                ? Line.value("candidates", work.candidates(), cell.probationary())
                : Line.value("unknown.candidates"),
            median(health -> health.work().candidates() + health.probationary()),
            Reason.NO_CANDIDATE,
            null,
            List.of()),
        judged(
            Line.What.ATTENDANCE,
            work.attendance() == null
                ? Line.value("unknown.attendance")
                : Line.value("attendance", work.attendance(), work.present(), work.due()),
            share(health -> health.work().present(), health -> health.work().due()),
            Reason.ATTENDANCE,
            Setting.ATTENDANCE,
            rules(GOOD_ATTENDANCE)),
        judged(
            Line.What.MEETINGS,
            work.monthsDue() == 0
                ? Line.value("unknown.meetings")
                : Line.value("meetings", work.monthsHeld(), work.monthsDue()),
            share(health -> health.work().monthsHeld(), health -> health.work().monthsDue()),
            Reason.MEETINGS,
            Setting.MISSED,
            List.of()),
        judged(
            Line.What.RESOLUTION,
            resolution(),
            known(health -> health.work().knows(Work.RESOLUTIONS), Reason.RESOLUTION),
            Reason.RESOLUTION,
            Setting.RESOLUTION,
            List.of()),
        judged(
            Line.What.SECRETARY,
            Line.value("secretary." + vitals.secretary().name().toLowerCase(java.util.Locale.ROOT)),
            known(
                health -> health.vitals().secretary() != Vitals.Secretary.UNKNOWN,
                Reason.SECRETARY_AWAY),
            Reason.SECRETARY_AWAY,
            null,
            List.of()),
        judged(
            Line.What.COMMITTEE,
            committee(),
            known(health -> health.work().leaders() > 0, Reason.COMMITTEE),
            Reason.COMMITTEE,
            null,
            rules(Leadership.RULES.stream().map(Rule::code).toArray(String[]::new))),
        judged(
            Line.What.CHARGE,
            work.knows(Work.CHARGES)
                ? Line.value("charge", work.charges())
                : Line.value("unknown.charge"),
            known(health -> health.work().knows(Work.CHARGES), Reason.CHARGE),
            Reason.CHARGE,
            null,
            List.of()),
        judged(Line.What.REVIEW, review(), commonGrade(), Reason.REVIEW, null, List.of()),
        judged(
            Line.What.LATE,
            Line.value(cell.due() == null ? "late.tasks" : "late", cell.late()),
            median(CellHealth::late),
            Reason.OVERDUE,
            null,
            List.of()));
  }

  private MessageSourceResolvable young() {
    Integer age = vitals.ageOfYoungest(day);
    if (age != null) {
      return Line.value("young", age);
    }
    return vitals.unborn() > 0 ? Line.value("unknown.born", vitals.unborn()) : Line.value("nobody");
  }

  private @Nullable MessageSourceResolvable medianAge() {
    List<Integer> ages =
        all.stream()
            .flatMap(health -> Stream.ofNullable(health.vitals().ageOfYoungest(day)))
            .toList();
    return ages.isEmpty() ? null : beside(Line.beside("median", median(ages.stream())));
  }

  private MessageSourceResolvable women() {
    return vitals.members() == 0
        ? Line.value("nobody")
        : Line.value("women", vitals.women(), percent(vitals.women(), vitals.members()));
  }

  private @Nullable MessageSourceResolvable shareOfWomen() {
    return share(health -> health.vitals().women(), health -> health.vitals().members());
  }

  private MessageSourceResolvable admissions(Admissions admitted) {
    int count = admitted.of(vitals.id());
    int years = cell.settings().of(Setting.ADMISSION);
    LocalDate bound = day.minusYears(years);
    if (count == 0 && !vitals.tells(bound, day)) {
      LocalDate told = vitals.told();
      if (told == null) {
        return Line.value("unknown.members");
      }
      return vitals.begins(bound)
          ? Line.value("unknown.admissions.since", String.valueOf(vitals.toldLast()))
          : Line.value("unknown.admissions", String.valueOf(told.getYear()));
    }
    return admitted
        .last(vitals.id())
        .map(last -> Line.value("admissions", count, years, date(last)))
        .orElseGet(() -> Line.value("admissions.none", count, years));
  }

  private MessageSourceResolvable resolution() {
    if (!work.knows(Work.RESOLUTIONS)) {
      return Line.value("unknown.resolution");
    }
    return work.resolution() == null
        ? Line.value("resolution.none")
        : Line.value("resolution", date(work.resolution()));
  }

  private MessageSourceResolvable committee() {
    if (!work.knows(Work.COMMITTEES)) {
      return Line.value("committee.unknown", work.deputies());
    }
    return work.committee() == 0
        ? Line.value("committee.none", work.deputies())
        : Line.value("committee", work.leaders(), work.deputies());
  }

  private MessageSourceResolvable review() {
    if (work.label() == null) {
      return Line.value("unknown.review");
    }
    String year = String.valueOf(work.reviewYear());
    return work.reviewOf() == null
        ? Line.value("review", work.label(), year)
        : Line.value("review.of", work.label(), year, work.reviewOf());
  }

  /// The grade that most cells have; of those that are as many, the first by its words.
  private @Nullable MessageSourceResolvable commonGrade() {
    Map<String, Long> labels =
        all.stream()
            .flatMap(health -> Stream.ofNullable(health.work().label()))
            .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    return labels.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(most -> beside(Line.beside("grade", most.getValue(), all.size(), most.getKey())))
        .orElse(null);
  }

  private static Line line(
      Line.What what, MessageSourceResolvable value, @Nullable MessageSourceResolvable beside) {
    return new Line(what, value, beside, List.of(), null, List.of());
  }

  private Line judged(
      Line.What what,
      MessageSourceResolvable value,
      @Nullable MessageSourceResolvable beside,
      Reason reason,
      @Nullable Setting bound,
      List<RuleValue> rules) {
    return new Line(what, value, beside, cell.of(reason), bound, rules);
  }

  private List<RuleValue> rules(String... codes) {
    List<RuleValue> found = new ArrayList<>();
    for (String code : codes) {
      rules.on(day, code).ifPresent(found::add);
    }
    return found;
  }

  private @Nullable MessageSourceResolvable median(ToIntFunction<CellHealth> number) {
    return beside(Line.beside("median", median(all.stream().map(number::applyAsInt))));
  }

  private @Nullable MessageSourceResolvable share(
      ToIntFunction<CellHealth> part, ToIntFunction<CellHealth> whole) {
    int of = all.stream().mapToInt(whole).sum();
    return of == 0
        ? null
        : beside(Line.beside("share", percent(all.stream().mapToInt(part).sum(), of)));
  }

  /// How many of the cells of which it is known are not red for a reason.
  private @Nullable MessageSourceResolvable known(Predicate<CellHealth> known, Reason reason) {
    List<CellHealth> of = all.stream().filter(known).toList();
    return of.isEmpty()
        ? null
        : beside(
            Line.beside(
                "well",
                of.stream().filter(health -> health.of(reason).isEmpty()).count(),
                of.size()));
  }

  private @Nullable MessageSourceResolvable beside(MessageSourceResolvable words) {
    return all.size() > 1 ? words : null;
  }

  private static Double percent(int part, int whole) {
    return Math.round(1000.0 * part / whole) / 10.0;
  }

  private static String date(LocalDate day) {
    return PartialDate.day(day).toVietnamese();
  }

  /// The middle one, or what lies between the two in the middle.
  static Double median(Stream<Integer> numbers) {
    List<Integer> sorted = numbers.sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }
}
