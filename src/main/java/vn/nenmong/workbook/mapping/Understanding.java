package vn.nenmong.workbook.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.mapping.Mapping.Use;
import vn.nenmong.workbook.reading.Cell;
import vn.nenmong.workbook.reading.Grid;
import vn.nenmong.workbook.reading.Grid.Line;
import vn.nenmong.workbook.reading.Problem;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.TableRows;
import vn.nenmong.workbook.reading.Wording;
import vn.nenmong.workbook.reading.Workbook;

/// A table with how it is read: what of it is shown to who must confirm that, and its rows.
public final class Understanding {

  private static final Pattern YEAR =
      Pattern.compile("(?:\\bnam |\\d{1,2}[/.-]\\d{1,2}[/.-])(\\d{4})(?!\\d|\\s*[-–—])");
  private static final int SAMPLES = 3;
  private static final int TOLD = 20;

  /// A column as the page shows it.
  public record Shown(int number, String heading, List<String> samples, Use use, boolean hidden) {}

  /// Words that name a cell.
  ///
  /// @param rows how many rows they speak for
  /// @param code of the cell they were taken for, or empty
  public record Named(String key, String words, int rows, String code) {}

  private final Table table;
  private final Mapping mapping;
  private final Entries entries;

  private Understanding(Table table, Mapping mapping) {
    this.table = table;
    this.mapping = mapping;
    this.entries = new Entries(table, mapping);
  }

  public static Understanding of(Grid grid, Mapping mapping) {
    return new Understanding(
        Table.at(
            grid, Headings.of(mapping.register()), mapping.firstHeader(), mapping.lastHeader()),
        mapping);
  }

  /// The program's own guess.
  ///
  /// @param remembered what the columns of a table of this shape were said to be, or null
  /// @param year to be taken where the titles name none
  public static Understanding guess(
      Table table,
      Sheet register,
      String commune,
      List<Place> places,
      int year,
      @Nullable List<Use> remembered) {
    int told = year(table.titles(), year);
    List<Use> uses =
        remembered != null
            ? remembered
            : register == Sheet.MEMBERS ? uses(table) : usesOfColumns(table, told);
    Mapping plain =
        new Mapping(
            register,
            commune,
            told,
            true,
            table.grid().name(),
            table.firstHeader(),
            table.lastHeader(),
            uses,
            true,
            isSwapped(table, uses),
            false,
            Map.of(),
            cell(table));
    Entries first = new Entries(table, plain);
    return new Understanding(table, settled(plain, first, places));
  }

  /// With the cells found by their names, and the first of January taken for what it is.
  private static Mapping settled(Mapping plain, Entries first, List<Place> places) {
    Map<String, String> cells = new HashMap<>();
    words(first, plain)
        .values()
        .forEach(named -> cells.put(named.key(), Place.find(named.words(), places)));
    long found = cells.values().stream().filter(code -> !code.isEmpty()).distinct().count();
    return new Mapping(
        plain.register(),
        plain.commune(),
        plain.year(),
        found > 1 || places.size() <= 1 || Headings.placeColumn(plain.register()) == null,
        plain.sheet(),
        plain.firstHeader(),
        plain.lastHeader(),
        plain.uses(),
        true,
        plain.swapped(),
        first.newYears() >= 3 && first.newYears() * 10 >= first.fullDates(),
        cells,
        plain.cell());
  }

  private static List<Use> uses(Table table) {
    List<Field> fields = new ArrayList<>();
    List<String> headings = table.headings();
    for (String heading : headings) {
      Field field = Words.field(heading);
      boolean taken = field != Field.IGNORED && fields.contains(field);
      fields.add(taken ? Field.IGNORED : field);
    }
    // «Họ và tên» over two columns is the family's name and the given one.
    int name = fields.indexOf(Field.NAME);
    if (name >= 0
        && name + 1 < fields.size()
        && fields.get(name + 1) == Field.IGNORED
        && headings.get(name + 1).equals(headings.get(name))) {
      fields.set(name, Field.FAMILY);
      fields.set(name + 1, Field.GIVEN);
    } else if (name >= 0 && fields.contains(Field.GIVEN) && !fields.contains(Field.FAMILY)) {
      fields.set(name, Field.FAMILY);
    }
    // A column of women alone means that the others are men.
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      uses.add(new Use(field, field.mayRepeat() && isLeftEmpty(table, i)));
    }
    return uses;
  }

  /// Each column of a register once, but the marks of a review.
  private static List<Use> usesOfColumns(Table table, int year) {
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < table.headings().size(); i++) {
      Use use = table.words().use(table.headings().get(i), year);
      boolean taken = use.field() != Field.MARK && isTaken(uses, use);
      uses.add(
          taken
              ? Use.NONE
              : use.field() == Field.CELL ? new Use(Field.CELL, isLeftEmpty(table, i)) : use);
    }
    return uses;
  }

  private static boolean isTaken(List<Use> uses, Use use) {
    return use.field() != Field.IGNORED
        && uses.stream()
            .anyMatch(other ->
                other.field() == use.field() && Objects.equals(other.column(), use.column()));
  }

  /// Whether a column is filled only where its value changes.
  private static boolean isLeftEmpty(Table table, int column) {
    int empty = 0;
    int repeated = 0;
    String before = null;
    for (Line line : table.grid().lines()) {
      if (line.number() <= table.lastHeader() || line.filled().count() < 4) {
        continue;
      }
      Cell cell = table.cell(line, column);
      if (cell == null) {
        empty += before == null ? 0 : 1;
        if (before == null) {
          return false;
        }
      } else {
        repeated += cell.text().equals(before) ? 1 : 0;
        before = cell.text();
      }
    }
    return empty > 0 && repeated * 4 <= empty;
  }

  /// An American Excel takes 05/07 for the seventh of May, and leaves 25/07 a text.
  private static boolean isSwapped(Table table, List<Use> uses) {
    int late = 0;
    int texts = 0;
    int early = 0;
    for (Line line : table.grid().lines()) {
      for (int column = 0; column < uses.size(); column++) {
        Cell cell = isDate(uses.get(column)) ? line.cell(column) : null;
        if (cell == null) {
          continue;
        }
        if (cell.date() != null && cell.date().isFullDay()) {
          late += cell.date().first().getDayOfMonth() > 12 ? 1 : 0;
          early++;
        } else if (Dates.isDate(cell.text())) {
          texts += Dates.isDayFirst(cell.text()) ? 1 : 0;
          late += Dates.isDayFirst(cell.text()) ? 0 : 1;
        }
      }
    }
    return late == 0 && texts >= 3 && early >= 3;
  }

  private static boolean isDate(Use use) {
    return use.field() == Field.COLUMN
        ? Entries.isDate(use.column())
        : use.field() == Field.MONTH || use.field().isDate();
  }

  private static int year(List<String> titles, int otherwise) {
    for (String title : titles) {
      String words = Words.fold(title);
      Matcher year = YEAR.matcher(words);
      if (!words.matches("[^,]*, ?ngay .{0,6} ?thang .{0,6} ?nam .*") && year.find()) {
        return Integer.parseInt(year.group(1));
      }
    }
    return otherwise;
  }

  /// The title that names a cell, or the sheet.
  private static String cell(Table table) {
    return table.titles().stream()
        .filter(title -> Words.fold(title).startsWith("chi bo "))
        .findFirst()
        .orElse(Words.fold(table.grid().name()).startsWith("chi bo") ? table.grid().name() : "");
  }

  private static Map<String, Named> words(Entries entries, Mapping mapping) {
    Map<String, Named> words = new LinkedHashMap<>();
    for (Line group : entries.content().groups()) {
      List<String> texts = group.filled().mapToObj(group::cell).map(Understanding::text).toList();
      String text = texts.stream().filter(part -> part.length() > 3).findFirst().orElse("");
      count(words, text, 0, mapping);
    }
    for (Entries.Entry entry : entries.all()) {
      if (entry.words() != null) {
        count(words, entry.words(), 1, mapping);
      }
    }
    return words;
  }

  private static void count(Map<String, Named> words, String text, int rows, Mapping mapping) {
    String key = Place.key(text);
    if (key.isEmpty()) {
      return;
    }
    Named known = words.get(key);
    String code = mapping.cells().getOrDefault(key, "");
    words.put(
        key,
        new Named(
            key,
            known == null ? text : known.words(),
            rows + (known == null ? 0 : known.rows()),
            code));
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "" : cell.decoded() != null ? cell.decoded() : cell.text();
  }

  public Table table() {
    return table;
  }

  public Mapping mapping() {
    return mapping;
  }

  /// The columns in which anything stands, each with the first values that differ.
  public List<Shown> columns() {
    List<Shown> shown = new ArrayList<>();
    Set<Integer> filled = table.filledColumns();
    for (int column = 0; column < table.headings().size(); column++) {
      String heading = table.headings().get(column);
      if (heading.isEmpty() && !filled.contains(column)) {
        continue;
      }
      List<String> samples = new ArrayList<>();
      for (Table.Row row : entries.content().rows()) {
        Cell cell = table.cell(row.lines().getFirst(), column);
        String text = cell == null ? "" : text(cell).replace("\n", " ⏎ ");
        if (!text.isEmpty() && !samples.contains(text)) {
          samples.add(text);
        }
        if (samples.size() == SAMPLES) {
          break;
        }
      }
      shown.add(
          new Shown(
              column,
              heading,
              samples,
              mapping.use(column),
              table.grid().hiddenColumns().contains(column)));
    }
    return shown;
  }

  public List<Named> named() {
    return List.copyOf(words(entries, mapping).values());
  }

  public int rows() {
    return entries.all().size();
  }

  public int groups() {
    return entries.content().groups().size();
  }

  public int hiddenRows() {
    return entries.hidden();
  }

  public int repeatedLines() {
    return entries.content().repeated().size();
  }

  public int footLines() {
    return entries.content().foot().size();
  }

  public List<String> totals() {
    return entries.content().totals().stream().map(Table.Total::words).toList();
  }

  public int newYears() {
    return entries.newYears();
  }

  /// Texts before and after, by turns.
  public List<String> decoded() {
    return entries.decoded();
  }

  public int decodedCells() {
    return entries.decodedCells();
  }

  /// The columns that the register must have and no column of the table gives.
  public List<String> missing() {
    Set<String> given = given();
    String place = Headings.placeColumn(mapping.register());
    if (place != null) {
      given.add(place);
    }
    return TableRows.required(mapping.register()).stream()
        .filter(column -> !given.contains(column))
        .toList();
  }

  /// A row of a list of people as it is told, each value by the register's column for it.
  ///
  /// @param line number in the file
  /// @param cell the words for the cell, or null
  /// @param activity the words for their part in Party life, or null
  public record Person(
      int line, Map<String, Cell> values, @Nullable String cell, @Nullable String activity) {

    /// Null where the list has none.
    public @Nullable Cell value(String column) {
      return values.get(column);
    }
  }

  /// The rows as they stand, whether the register could take them or not.
  public List<Person> people() {
    return entries.all().stream()
        .map(entry ->
            new Person(
                entry.number(),
                entry.values(),
                entry.words(),
                text(entry.values().get(Entries.ACTIVITY))))
        .toList();
  }

  /// The register's columns that the table fills.
  public Set<String> given() {
    return mapping.uses().stream()
        .flatMap(use -> use.columns().stream())
        .collect(Collectors.toSet());
  }

  /// The rows as those of a workbook.
  public Workbook workbook(Wording wording) {
    TableRows rows =
        new TableRows(
            mapping.register(), table.lastHeader(), registerHeadings(), mapping.year(), wording);
    String place = Headings.placeColumn(mapping.register());
    for (Entries.Entry entry : entries.all()) {
      Map<String, Cell> values = new HashMap<>(entry.values());
      Map<String, String> refused = new TreeMap<>();
      if (place != null) {
        place(values, refused, place, entry.words(), wording);
      }
      if (Entries.isCutOff(values.get("Số thẻ đảng viên"))) {
        refused.put("Số thẻ đảng viên", wording.of("workbook.expected.wholeCard"));
      }
      rows.take(entry.number(), values, refused);
    }
    List<String> unused = new ArrayList<>();
    for (int column = 0; column < table.headings().size(); column++) {
      if (mapping.use(column).field() == Field.IGNORED && !table.headings().get(column).isEmpty()) {
        unused.add(table.headings().get(column));
      }
    }
    return rows.workbook(
        mapping.commune(), table.grid().name(), mapping.complete(), unused, notices(wording));
  }

  /// The code that the words of a row mean, unless the row has one of its own.
  private void place(
      Map<String, Cell> values,
      Map<String, String> refused,
      String column,
      @Nullable String words,
      Wording wording) {
    if (values.containsKey(column)) {
      return;
    }
    String code = words == null ? null : mapping.cells().get(Place.key(words));
    if (words != null) {
      values.put(column, Cell.text(words));
    }
    if (code == null || code.isEmpty()) {
      refused.put(column, wording.of("workbook.expected.cellWords"));
    } else {
      boolean member = mapping.register() == Sheet.MEMBERS;
      values.put(column, Cell.text(member ? mapping.commune() + "/" + code : code));
    }
  }

  /// What the table calls each column of the register that it fills.
  private Map<String, String> registerHeadings() {
    Map<String, String> headings = new HashMap<>();
    for (int column = 0; column < table.headings().size(); column++) {
      for (String name : mapping.use(column).columns()) {
        headings.putIfAbsent(name, table.headings().get(column));
      }
    }
    if (headings.containsKey("Ngày vào Đảng") && hasSecondDates()) {
      headings.putIfAbsent("Ngày chính thức", headings.get("Ngày vào Đảng"));
    }
    String place = Headings.placeColumn(mapping.register());
    if (place != null) {
      String words = Headings.wordsColumn(mapping.register());
      headings.putIfAbsent(place, words == null ? "Chi bộ" : headings.getOrDefault(words, words));
    }
    return headings;
  }

  private boolean hasSecondDates() {
    return entries.all().stream().anyMatch(entry -> entry.values().containsKey("Ngày chính thức"));
  }

  private List<Problem> notices(Wording wording) {
    Notices notices = new Notices(table.grid().name(), wording);
    if (entries.hidden() > 0) {
      notices.add(0, "workbook.mapping.notice.hidden", entries.hidden());
    }
    entries
        .yearsOnly()
        .forEach((heading, count) ->
            notices.add(0, "workbook.mapping.notice.yearsOnly", count, heading));
    if (entries.newYears() > 0) {
      notices.add(
          0,
          mapping.newYears()
              ? "workbook.mapping.notice.newYearsAsYears"
              : "workbook.mapping.notice.newYears",
          entries.newYears());
    }
    if (entries.padded() > 0) {
      notices.add(0, "workbook.mapping.notice.padded", entries.padded());
    }
    if (entries.decodedCells() > 0) {
      notices.add(0, "workbook.mapping.notice.decoded", entries.decodedCells());
    }
    Table.Content content = entries.content();
    for (Table.Total total : content.totals()) {
      if (!total.counts().isEmpty()
          && !total.counts().contains(total.rows())
          && !total.counts().contains(content.rows().size())) {
        notices.add(
            total.line().number(),
            "workbook.mapping.notice.total",
            total.words(),
            total.rows(),
            content.rows().size());
      }
    }
    content.foot().stream()
        .limit(TOLD)
        .forEach(line ->
            notices.add(
                line.number(),
                "workbook.mapping.notice.foot",
                line.filled()
                    .mapToObj(line::cell)
                    .map(Understanding::text)
                    .collect(Collectors.joining(" "))));
    return notices.all;
  }

  private static final class Notices {

    private final String sheet;
    private final Wording wording;
    private final List<Problem> all = new ArrayList<>();

    Notices(String sheet, Wording wording) {
      this.sheet = sheet;
      this.wording = wording;
    }

    void add(int row, String key, Object... arguments) {
      all.add(new Problem(sheet, row, "", null, wording.of(key, arguments)));
    }
  }
}
