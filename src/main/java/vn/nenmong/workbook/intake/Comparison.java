package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.Problem;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.Wording;
import vn.nenmong.workbook.reading.Workbook;

/// One file against one commune: what all registers share while they are compared, and what comes
/// out of it.
final class Comparison {

  private final UUID commune;
  private final int year;
  private final TimeOrderedIds ids;
  private final Map<String, NavigableSet<Integer>> handedIn;
  private final Map<Sheet, Set<String>> columns;
  private final boolean rough;
  private final Answers answers;
  private final LocalDate today;
  private final Wording words;
  private final Map<Sheet, Tally> tallies = new EnumMap<>(Sheet.class);
  private final Map<Write, Batch> batches = new EnumMap<>(Write.class);
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> structural = new ArrayList<>();
  private final Set<String> notices = new LinkedHashSet<>();
  private final List<Ended> ended = new ArrayList<>();
  private boolean livesChange;

  Comparison(
      UUID commune,
      Workbook file,
      TimeOrderedIds ids,
      Map<String, NavigableSet<Integer>> handedIn,
      Answers answers,
      LocalDate today,
      Wording words) {
    this.commune = commune;
    this.year = file.year();
    this.ids = ids;
    this.handedIn = handedIn;
    this.columns = file.columns();
    this.rough = file.rough();
    this.answers = answers;
    this.today = today;
    this.words = words;
  }

  UUID commune() {
    return commune;
  }

  int year() {
    return year;
  }

  UUID newId() {
    return ids.next();
  }

  /// The day that the file speaks of: the last of its year.
  LocalDate day() {
    return LocalDate.of(year, 12, 31);
  }

  LocalDate newYear() {
    return LocalDate.of(year, 1, 1);
  }

  /// The days for which this file speaks of a register: since the beginning where it is the first
  /// handed in, else since the new year; until the next year that was handed in.
  Period window(Sheet sheet) {
    Integer next = years(sheet).higher(year);
    return new Period(
        years(sheet).lower(year) == null ? null : newYear(),
        next == null ? null : LocalDate.of(next, 1, 1));
  }

  boolean isHandedIn(Sheet sheet) {
    return years(sheet).contains(year);
  }

  /// Whether a later year is known, which may tell more than this file could.
  boolean isLaterHandedIn(Sheet sheet) {
    return years(sheet).higher(year) != null;
  }

  boolean has(Sheet sheet, String column) {
    return columns.getOrDefault(sheet, Set.of()).contains(column);
  }

  /// A date as a file tells it; as it is known where a rough one gives no more than its year.
  PartialDate exact(PartialDate told, @Nullable PartialDate known) {
    return rough
            && known != null
            && told.precision().compareTo(known.precision()) < 0
            && told.agreesWith(known)
        ? known
        : told;
  }

  /// What a cell says, blank or not; where the file does not have the column, what is known.
  <T> @Nullable T told(Sheet sheet, String column, @Nullable T given, @Nullable T known) {
    return has(sheet, column) ? given : known;
  }

  /// The year handed in before this one, or the one before it in the calendar.
  int yearBefore(Sheet sheet) {
    Integer before = years(sheet).lower(year);
    return before == null ? year - 1 : before;
  }

  private NavigableSet<Integer> years(Sheet sheet) {
    return handedIn.getOrDefault(sheet.register(), new TreeSet<>());
  }

  /// The same for something that moved from one organization to another: it moved when the old one
  /// ended or the new one was founded, where that lies in the days the file speaks of.
  Period moved(Sheet sheet, Places places, @Nullable UUID from, @Nullable UUID to) {
    Period window = window(sheet);
    LocalDate start = window.from();
    if (start == null) {
      return window;
    }
    Places.Organization old = from == null ? null : places.organization(from);
    Places.Organization young = to == null ? null : places.organization(to);
    LocalDate ended = old == null ? null : old.life().to();
    LocalDate founded = young == null ? null : young.life().from();
    if (founded != null && founded.isAfter(start) && !founded.isAfter(day())) {
      return new Period(founded, window.to());
    }
    if (ended != null && ended.isAfter(start) && !ended.isAfter(day())) {
      return new Period(ended, window.to());
    }
    return window;
  }

  Tally tally(Sheet sheet) {
    return tallies.computeIfAbsent(sheet, Tally::new);
  }

  Map<Sheet, Tally> tallies() {
    return tallies;
  }

  /// Lists something that the file does not name.
  ///
  /// @param period the days in which it is known to be
  /// @return its last day and why, where the user told that it has ended
  Optional<Ended> absent(Sheet sheet, UUID id, String name, Period period) {
    // «All» means what the file leaves out, never what was left out of it for a problem.
    Ending ending =
        tally(sheet).isWhole() ? answers.ending(sheet.register(), id) : answers.endings().get(id);
    if (ending == null) {
      tally(sheet).absent(new Absent(id, name, null, null));
      return Optional.empty();
    }
    LocalDate last = ending.last().orElse(null);
    String refusal = refusal(ending, last, period);
    tally(sheet).absent(new Absent(id, name, ending, refusal));
    if (last == null || refusal != null) {
      return Optional.empty();
    }
    Ended result = new Ended(sheet.register(), id, name, last, ending.reason());
    ended.add(result);
    return Optional.of(result);
  }

  private @Nullable String refusal(Ending ending, @Nullable LocalDate last, Period period) {
    if (last == null) {
      return words.of("workbook.expected.lastDay");
    }
    if (last.isAfter(today)) {
      return words.of("workbook.expected.notAfterToday", vietnamese(PartialDate.day(today)));
    }
    if (period.from() != null && last.isBefore(period.from())) {
      return words.of(
          "workbook.expected.notBeforeStart", vietnamese(PartialDate.day(period.from())));
    }
    if (period.lastDay() != null && last.isAfter(period.lastDay())) {
      return words.of(
          "workbook.expected.notAfterEnd", vietnamese(PartialDate.day(period.lastDay())));
    }
    return ending.reason().isBlank() ? words.of("workbook.expected.reason") : null;
  }

  /// Refuses the end of an organization that still has something on the day of the file.
  void remains(@Nullable UUID organization, String what) {
    if (ended.removeIf(end -> end.id().equals(organization))) {
      tally(Sheet.ORGANIZATIONS)
          .refuse(organization, words.of("workbook.expected.nothingBelow", what));
    }
  }

  List<Ended> ended() {
    return ended;
  }

  /// Without an end that the file contradicts: what it names is there on its day.
  Period open(Period period) {
    return period.to() == null || period.to().isAfter(day()) ? period : Period.since(period.from());
  }

  void write(Write what, @Nullable Object... values) {
    batches.computeIfAbsent(what, Write::batch).add(values);
  }

  Map<Write, Batch> batches() {
    return batches;
  }

  /// A row that can't be taken as it is.
  ///
  /// @param expected key of the words that say what was expected
  void problem(
      Sheet sheet,
      int row,
      String column,
      @Nullable Object found,
      String expected,
      Object... args) {
    problems.add(Problem.of(sheet.title(), row, column, text(found), words, expected, args));
  }

  /// What refuses the whole file.
  void structural(
      Sheet sheet,
      int row,
      String column,
      @Nullable Object found,
      String expected,
      Object... args) {
    structural.add(Problem.of(sheet.title(), row, column, text(found), words, expected, args));
  }

  List<Problem> problems() {
    return problems;
  }

  List<Problem> structural() {
    return structural;
  }

  void notice(String key, Object... args) {
    notices.add(words.of(key, args));
  }

  Set<String> notices() {
    return notices;
  }

  void lifeChanges() {
    livesChange = true;
  }

  boolean doLivesChange() {
    return livesChange;
  }

  /// Marks the register as handed in for the year.
  void handIn(Sheet sheet) {
    handIn(sheet.register());
    if (sheet == Sheet.MEMBERS && has(sheet, "Hộ nghèo")) {
      handIn("member_poverty");
    }
  }

  private void handIn(String register) {
    if (!handedIn.getOrDefault(register, new TreeSet<>()).contains(year)) {
      write(Write.INSERT_REGISTER_YEAR, commune, register, year);
    }
  }

  /// A person as someone who must tell them from others needs to see them.
  String describe(String name, @Nullable PartialDate born, String cell, @Nullable String card) {
    StringBuilder text = new StringBuilder(name);
    if (born != null) {
      text.append(", ").append(words.of("workbook.person.born", born.toVietnamese()));
    }
    if (!cell.isEmpty()) {
      text.append(", ").append(cell);
    }
    if (card != null) {
      text.append(", ").append(words.of("workbook.person.card", card));
    }
    return text.toString();
  }

  private static String vietnamese(PartialDate date) {
    return date.toVietnamese();
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case PartialDate date -> date.toVietnamese();
      default -> value.toString();
    };
  }
}
