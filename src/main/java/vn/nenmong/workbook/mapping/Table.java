package vn.nenmong.workbook.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.reading.Cell;
import vn.nenmong.workbook.reading.Grid;
import vn.nenmong.workbook.reading.Grid.Line;
import vn.nenmong.workbook.reading.Grid.Merge;

/// Where in a grid the table is: its header of one to three rows, and what each line below is.
public final class Table {

  private static final int FARTHEST_HEADER = 60;
  private static final int DEEPEST_HEADER = 4;
  private static final int MOST_FILLED = 2_000_000;
  private static final Pattern INTEGER = Pattern.compile("\\d{1,5}[.)]?");
  private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?(\\d{1,2})\\)?|[A-D]");
  private static final Pattern COUNT =
      Pattern.compile("(?<![\\d/.])(\\d{1,3}(?:\\.\\d{3})+|\\d{1,6})(?![\\d/%])");

  /// A row of the table: several lines where the table gives each entry a block of them.
  ///
  /// @param group the words above it that speak for all rows until the next such
  record Row(List<Line> lines, @Nullable String group) {
    int number() {
      return lines.getFirst().number();
    }
  }

  /// A line with a total.
  ///
  /// @param rows rows above it since the group began
  record Total(Line line, String words, List<Integer> counts, int rows) {}

  /// What stands below the header.
  ///
  /// @param repeated lines that repeat the header or number the columns
  /// @param foot lines below the table
  record Content(
      List<Row> rows,
      List<Line> groups,
      List<Total> totals,
      List<Line> repeated,
      List<Line> foot) {}

  private final Grid grid;
  private final Headings words;
  private final int firstHeader;
  private final int lastHeader;
  private final List<String> headings;
  private final Map<Long, Cell> filled = new HashMap<>();

  /// Whether merged cells below the header are told too: only for the table that is read.
  private boolean filledBelow;

  private Table(Grid grid, Headings words, int firstHeader, int lastHeader) {
    this.grid = grid;
    this.words = words;
    this.firstHeader = firstHeader;
    this.lastHeader = lastHeader;
    grid.merges().stream().filter(merge -> merge.firstRow() <= lastHeader).forEach(this::fill);
    this.headings = IntStream.range(0, grid.width()).mapToObj(this::readHeading).toList();
  }

  /// With the header found by its words.
  public static Table find(Grid grid, Headings words) {
    Line best = null;
    int most = 0;
    for (Line line : grid.lines()) {
      if (line.number() > FARTHEST_HEADER) {
        break;
      }
      int score = headings(line, words);
      if (score > most && (most < 3 || score > most * 2)) {
        most = score;
        best = line;
      }
    }
    int first =
        best != null
            ? best.number()
            : grid.lines().isEmpty() ? 1 : grid.lines().getFirst().number();
    return new Table(grid, words, first, lastHeader(grid, words, first));
  }

  /// With the header in the rows of those numbers.
  public static Table at(Grid grid, Headings words, int firstHeader, int lastHeader) {
    return new Table(
        grid,
        words,
        firstHeader,
        Math.clamp(lastHeader, firstHeader, firstHeader + DEEPEST_HEADER));
  }

  /// How well the headings fit the register: those that are understood, less those that it needs.
  public int fit() {
    return score() - words.missing(headings);
  }

  /// How many headings a sheet has that are understood.
  public int score() {
    return (int)
        headings.stream()
            .filter(heading -> words.use(heading, Headings.ANY_YEAR).field() != Field.IGNORED)
            .count();
  }

  private static int headings(Line line, Headings words) {
    return (int) line.filled().filter(column -> words.isHeading(shown(line.cell(column)))).count();
  }

  private static int lastHeader(Grid grid, Headings words, int first) {
    int last = first;
    for (Merge merge : grid.merges()) {
      if (merge.firstRow() == first && merge.lastRow() < first + DEEPEST_HEADER) {
        last = Math.max(last, merge.lastRow());
      }
    }
    List<Line> lines = grid.lines();
    Line top = lines.stream().filter(line -> line.number() == first).findFirst().orElse(null);
    if (top == null) {
      return last;
    }
    for (Line line : lines) {
      if (line.number() > last && line.number() <= last + 1 && isSubHeader(top, line, words)) {
        last = line.number();
      }
    }
    return last;
  }

  /// A line that divides headings above it: words alone, none below the number and the name.
  private static boolean isSubHeader(Line top, Line line, Headings register) {
    int words = 0;
    for (int column : line.filled().toArray()) {
      String text = shown(line.cell(column));
      Field above = Words.field(shown(top.cell(column)));
      if (above == Field.INDEX || above == Field.NAME || !register.isHeading(text)) {
        return false;
      }
      words++;
    }
    return words >= 2;
  }

  private static String shown(@Nullable Cell cell) {
    return cell == null ? "" : cell.decoded() != null ? cell.decoded() : cell.text();
  }

  /// A merged cell says in each of its rows what its first says; in a header in each column too.
  private void fill(Merge merge) {
    if (merge.lastRow() < firstHeader || filled.size() > MOST_FILLED) {
      return;
    }
    Line first = line(merge.firstRow());
    Cell cell = first == null ? null : first.cell(merge.firstColumn());
    boolean header = merge.firstRow() <= lastHeader;
    if (cell == null || merge.lastRow() - merge.firstRow() > 5_000) {
      return;
    }
    int lastColumn = header ? Math.min(merge.lastColumn(), 400) : merge.firstColumn();
    for (int row = merge.firstRow(); row <= merge.lastRow(); row++) {
      for (int column = merge.firstColumn(); column <= lastColumn; column++) {
        filled.put(place(row, column), cell);
      }
    }
  }

  private static long place(int row, int column) {
    return (long) row * 1000 + column;
  }

  private @Nullable Line line(int number) {
    int low = 0;
    int high = grid.lines().size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      Line line = grid.lines().get(middle);
      if (line.number() == number) {
        return line;
      }
      if (line.number() < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  private String readHeading(int column) {
    List<String> parts = new ArrayList<>();
    for (int row = firstHeader; row <= lastHeader; row++) {
      String text = headerText(row, column);
      if (!text.isEmpty() && !parts.contains(text)) {
        parts.add(text);
      }
    }
    return String.join(" / ", parts);
  }

  /// Where nothing is merged, a heading reaches over the empty ones to its right that are divided.
  private String headerText(int row, int column) {
    Cell cell = cell(row, column);
    if (cell != null) {
      return shown(cell).replace('\n', ' ');
    }
    boolean divided =
        row < lastHeader
            && cell(row + 1, column) != null
            && grid.merges().stream().noneMatch(merge -> merge.covers(row, column));
    if (divided && column > 0 && cell(row + 1, column - 1) != null) {
      return headerText(row, column - 1);
    }
    return "";
  }

  private @Nullable Cell cell(int row, int column) {
    Line line = line(row);
    Cell own = line == null ? null : line.cell(column);
    return own == null ? filled.get(place(row, column)) : own;
  }

  /// What a cell says, by itself or as a part of a merged one.
  @Nullable Cell cell(Line line, int column) {
    if (!filledBelow) {
      filledBelow = true;
      grid.merges().stream().filter(merge -> merge.firstRow() > lastHeader).forEach(this::fill);
    }
    Cell own = line.cell(column);
    return own == null && !filled.isEmpty() ? filled.get(place(line.number(), column)) : own;
  }

  public int firstHeader() {
    return firstHeader;
  }

  public int lastHeader() {
    return lastHeader;
  }

  /// The heading of each column, with those above it before a slash; empty where it has none.
  public List<String> headings() {
    return headings;
  }

  Headings words() {
    return words;
  }

  Grid grid() {
    return grid;
  }

  /// The words above the table.
  public List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (Line line : grid.lines()) {
      if (line.number() >= firstHeader) {
        break;
      }
      line.filled().forEach(column -> titles.add(shown(line.cell(column))));
    }
    return titles;
  }

  /// @param index number of the column that numbers the rows, or -1
  /// @param main number of the column without which a row says nothing, or -1
  Content content(int index, int main) {
    List<Row> rows = new ArrayList<>();
    List<Line> groups = new ArrayList<>();
    List<Total> totals = new ArrayList<>();
    List<Line> repeated = new ArrayList<>();
    List<Line> foot = new ArrayList<>();
    String group = null;
    int sinceGroup = 0;
    boolean below = false;
    for (Line line : grid.lines()) {
      if (line.number() <= lastHeader) {
        continue;
      }
      List<String> texts = line.filled().mapToObj(column -> shown(line.cell(column))).toList();
      boolean entry = isEntry(line, index, main, texts);
      if (isRepeated(line, texts)) {
        repeated.add(line);
      } else if (!entry && Words.isTotal(words(texts))) {
        totals.add(new Total(line, words(texts), counts(texts), rows.size() - sinceGroup));
      } else if (!entry && (below || texts.stream().anyMatch(Words::isFoot))) {
        below = true;
        foot.add(line);
      } else if (isGroup(line, index, main, texts)) {
        groups.add(line);
        group = words(texts);
        sinceGroup = rows.size();
      } else if (line.filled().anyMatch(column -> column != index)) {
        rows.add(new Row(List.of(line), group));
      }
    }
    return new Content(blocks(rows, index), groups, totals, repeated, foot);
  }

  /// A row without doubt: numbered, named, and with more than that.
  private boolean isEntry(Line line, int index, int main, List<String> texts) {
    Cell number = index < 0 ? null : line.cell(index);
    boolean numbered = index < 0 || (number != null && INTEGER.matcher(number.text()).matches());
    return numbered && main >= 0 && cell(line, main) != null && texts.size() >= 4;
  }

  /// The longest of the texts: what a line of a group or a total has to say.
  private static String words(List<String> texts) {
    return texts.stream()
        .filter(text -> !Words.isRoman(text) && !INTEGER.matcher(text).matches())
        .findFirst()
        .orElse("");
  }

  private static List<Integer> counts(List<String> texts) {
    List<Integer> counts = new ArrayList<>();
    for (String text : texts) {
      Matcher matcher = COUNT.matcher(text);
      while (matcher.find()) {
        counts.add(Integer.valueOf(matcher.group(1).replace(".", "")));
      }
    }
    return counts;
  }

  private boolean isRepeated(Line line, List<String> texts) {
    if (texts.size() >= 3
        && line.number() <= lastHeader + 2
        && texts.stream().allMatch(text -> COLUMN_NUMBER.matcher(text).matches())) {
      return true;
    }
    if (texts.size() >= 3 && isCounting(texts)) {
      return true;
    }
    long same =
        line.filled()
            .filter(column -> {
              String text = Words.fold(shown(line.cell(column)));
              return IntStream.rangeClosed(firstHeader, lastHeader)
                  .anyMatch(row -> text.equals(Words.fold(shown(cell(row, column)))));
            })
            .count();
    return same >= 2 && same * 5 >= texts.size() * 3L;
  }

  /// `1 2 3 …`: the numbers of the columns at the top of a printed page.
  private static boolean isCounting(List<String> texts) {
    int expected = 0;
    for (String text : texts) {
      Matcher matcher = COLUMN_NUMBER.matcher(text);
      if (!matcher.matches() || matcher.group(1) == null) {
        return false;
      }
      int number = Integer.parseInt(matcher.group(1));
      if (expected > 0 && number != expected) {
        return false;
      }
      expected = number + 1;
    }
    return true;
  }

  private boolean isGroup(Line line, int index, int main, List<String> texts) {
    String words = words(texts);
    if (texts.size() > 3 || words.isEmpty() || words.length() > 160 || hasDate(line)) {
      return false;
    }
    Cell number = index < 0 ? null : line.cell(index);
    boolean numbered = number != null && INTEGER.matcher(number.text()).matches();
    boolean marked = number != null && Words.isRoman(number.text());
    boolean wide =
        grid.merges().stream()
            .anyMatch(merge ->
                merge.firstRow() == line.number()
                    && merge.lastColumn() - merge.firstColumn() >= 2
                    && line.cell(merge.firstColumn()) != null);
    boolean unnamed = main >= 0 && cell(line, main) == null;
    return wide || marked || (Words.isGroup(words) && (unnamed || !numbered));
  }

  private static boolean hasDate(Line line) {
    return line.filled()
        .anyMatch(column -> {
          Cell cell = line.cell(column);
          return cell != null && (cell.date() != null || Dates.isDate(cell.text()));
        });
  }

  /// The lines of one entry together, where only the first of each is numbered and all have as
  /// many.
  private static List<Row> blocks(List<Row> rows, int index) {
    if (index < 0 || rows.size() < 2 || !isNumbered(rows.getFirst(), index)) {
      return rows;
    }
    List<List<Row>> blocks = new ArrayList<>();
    for (Row row : rows) {
      if (isNumbered(row, index)) {
        blocks.add(new ArrayList<>());
      }
      blocks.getLast().add(row);
    }
    Map<Integer, Integer> sizes = new HashMap<>();
    blocks.forEach(block -> sizes.merge(block.size(), 1, Integer::sum));
    boolean regular =
        sizes.entrySet().stream()
            .anyMatch(size ->
                size.getKey() >= 2
                    && size.getKey() <= 5
                    && size.getValue() * 5 >= blocks.size() * 4);
    if (!regular) {
      return rows;
    }
    return blocks.stream()
        .map(block ->
            new Row(
                block.stream().flatMap(row -> row.lines().stream()).toList(),
                block.getFirst().group()))
        .toList();
  }

  private static boolean isNumbered(Row row, int index) {
    Cell number = row.lines().getFirst().cell(index);
    return number != null && INTEGER.matcher(number.text()).matches();
  }

  /// Numbers of the columns below the header in which anything stands.
  Set<Integer> filledColumns() {
    Set<Integer> columns = new HashSet<>();
    for (Line line : grid.lines()) {
      if (line.number() > lastHeader) {
        line.filled().forEach(columns::add);
      }
    }
    return columns;
  }
}
