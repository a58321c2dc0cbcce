package vn.nenmong.workbook.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.workbook.mapping.Mapping.Use;
import vn.nenmong.workbook.reading.Cell;
import vn.nenmong.workbook.reading.Grid.Line;

/// The rows of a table with each cell put into the column of the register that it belongs to, as
/// the workbook would have it.
final class Entries {

  private static final Pattern BETWEEN = Pattern.compile("\\s*[\\n;,]\\s*|\\s+[-–/]\\s+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern POWER = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d+");
  private static final Set<String> NO_CELL = Set.of("");
  private static final Set<String> NAMES = Set.of("Họ và tên", "Đảng viên", "Người đứng đầu");

  /// In place of a column's name: the day of a month's meeting.
  private static final String MONTH = "tháng ";

  /// Beside the columns of the register: the words of a list on someone's part in Party life.
  static final String ACTIVITY = "Trạng thái hoạt động";

  /// A row of the register.
  ///
  /// @param values by the names of the register's columns
  /// @param words for the cell it belongs to, or null where nothing says
  record Entry(int number, Map<String, Cell> values, @Nullable String words) {}

  private final Table table;
  private final Mapping mapping;
  private final Table.Content content;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, Cell> above = new HashMap<>();
  private final List<String> decoded = new ArrayList<>();
  private int decodedCells;
  private int hidden;
  private int padded;
  private int newYears;
  private int dates;
  private int fullDates;
  private final Map<String, Integer> yearsOnly = new LinkedHashMap<>();

  Entries(Table table, Mapping mapping) {
    this.table = table;
    this.mapping = mapping;
    this.content = table.content(mapping.column(Field.INDEX), mapping.mainColumn());
    String group = null;
    String current = null;
    for (Table.Row row : content.rows()) {
      String here = row.group() == null ? null : plain(row.group());
      if (here != null && !here.equals(group)) {
        group = here;
        current = speaksOfCell(here) ? here : current;
      }
      add(entry(row, current));
    }
    padCards();
  }

  List<Entry> all() {
    return entries;
  }

  Table.Content content() {
    return content;
  }

  /// Some texts before and after their letters were turned into Unicode, by turns.
  List<String> decoded() {
    return decoded;
  }

  int decodedCells() {
    return decodedCells;
  }

  int hidden() {
    return hidden;
  }

  int padded() {
    return padded;
  }

  int newYears() {
    return newYears;
  }

  int fullDates() {
    return fullDates;
  }

  /// How many dates of a column are only a year, by its heading.
  Map<String, Integer> yearsOnly() {
    return yearsOnly;
  }

  /// A row with a column for each month is a row for each month in which something stands.
  private void add(Entry entry) {
    Map<String, Cell> common = new HashMap<>(entry.values());
    Map<Integer, Cell> months = new TreeMap<>();
    for (int month = 1; month <= 12; month++) {
      Cell held = common.remove(MONTH + month);
      if (held != null) {
        months.put(month, held);
      }
    }
    if (months.isEmpty()) {
      entries.add(entry);
    }
    months.forEach((month, held) -> {
      Map<String, Cell> values = new HashMap<>(common);
      values.put("Tháng", Cell.text(String.valueOf(month)));
      values.put("Ngày họp", held);
      entries.add(new Entry(entry.number(), values, entry.words()));
    });
  }

  /// Whether a column of a register holds days.
  static boolean isDate(@Nullable String column) {
    return column != null && (column.startsWith("Ngày") || column.endsWith("ngày"));
  }

  private boolean speaksOfCell(String group) {
    String code = mapping.cells().get(Place.key(group));
    return code == null ? Words.fold(group).contains("chi bo") : !NO_CELL.contains(code);
  }

  private Entry entry(Table.Row row, @Nullable String group) {
    Map<String, Cell> values = new HashMap<>();
    StringBuilder name = new StringBuilder();
    String words = null;
    if (row.lines().stream().anyMatch(Line::hidden)) {
      hidden++;
    }
    for (int column = 0; column < table.headings().size(); column++) {
      Use use = mapping.use(column);
      if (use.field() == Field.IGNORED || use.field() == Field.INDEX) {
        continue;
      }
      Cell cell = value(row, column, use);
      if (cell == null) {
        continue;
      }
      switch (use.field()) {
        case FAMILY -> name.insert(0, cell.text() + " ");
        case GIVEN -> name.append(' ').append(cell.text());
        case CELL -> words = cell.text().replace('\n', ' ');
        case COLUMN -> putColumn(values, use.column(), cell, table.headings().get(column));
        case MARK -> putMark(values, use.column(), cell, table.headings().get(column));
        case MONTH -> values.put(MONTH + use.column(), date(cell, Field.MONTH, ""));
        default -> put(values, use.field(), cell, table.headings().get(column));
      }
    }
    if (!name.isEmpty()) {
      values.putIfAbsent("Họ và tên", Cell.text(name(name.toString())));
    }
    String column = Headings.wordsColumn(mapping.register());
    Cell named = column == null ? null : values.get(column);
    String spoken =
        named != null
            ? named.text()
            : words != null ? words : group != null ? group : mapping.cell();
    return new Entry(row.number(), values, spoken.isEmpty() ? null : spoken);
  }

  private @Nullable Cell value(Table.Row row, int column, Use use) {
    Cell raw = joined(row, column);
    Cell cell = raw == null ? null : readable(raw);
    boolean same = cell == null ? use.repeat() : Words.isDitto(cell.text());
    if (same) {
      return above.get(column);
    }
    if (cell != null) {
      above.put(column, cell);
    }
    return cell;
  }

  private @Nullable Cell joined(Table.Row row, int column) {
    if (row.lines().size() == 1) {
      return table.cell(row.lines().getFirst(), column);
    }
    List<@Nullable Cell> parts =
        row.lines().stream().<@Nullable Cell>map(line -> line.cell(column)).toList();
    long filled = parts.stream().filter(Objects::nonNull).count();
    if (filled == 0 || (filled == 1 && parts.getFirst() != null)) {
      return parts.getFirst();
    }
    return Cell.text(
        parts.stream()
            .map(part -> part == null ? "" : readable(part).text())
            .collect(Collectors.joining("\n"))
            .stripTrailing());
  }

  /// In Unicode and without the marks that only Excel needs.
  private Cell readable(Cell cell) {
    if (cell.number() != null || cell.failed()) {
      return cell;
    }
    String text = plain(cell.text());
    if (mapping.decode()) {
      String unicode = cell.decoded();
      if (unicode != null && !unicode.equals(cell.text())) {
        decodedCells++;
        if (decoded.size() < 10 && unicode.length() > 3 && !decoded.contains(unicode)) {
          decoded.add(cell.text());
          decoded.add(unicode);
        }
        text = unicode;
      }
    }
    return text.equals(cell.text()) ? cell : Cell.text(text);
  }

  private static String plain(String text) {
    String plain = text.replace('ð', 'đ').replace('Ð', 'Đ');
    return plain.startsWith("'") && plain.length() > 2 ? plain.substring(1) : plain;
  }

  private void put(Map<String, Cell> values, Field field, Cell cell, String heading) {
    switch (field) {
      case NAME, NAME_BORN -> putName(values, cell, heading);
      case BORN -> values.put("Ngày sinh", date(cell, field, heading));
      case BORN_MALE, BORN_FEMALE -> {
        values.put("Giới tính", Cell.text(field == Field.BORN_MALE ? "Nam" : "Nữ"));
        if (cell.number() != null || DIGITS.matcher(cell.text()).find()) {
          values.put("Ngày sinh", date(cell, field, heading));
        }
      }
      case MALE, FEMALE -> {
        if (!cell.text().equals("0") && !cell.text().equals("-")) {
          values.put("Giới tính", Cell.text(field == Field.MALE ? "Nam" : "Nữ"));
        }
      }
      case SEX_ETHNICITY -> putParts(values, cell, List.of("Giới tính", "Dân tộc"));
      case LEVELS -> putParts(values, cell, field.columns());
      case ADMITTED, ADMITTED_RECOGNISED, RECOGNISED -> {
        List<String> dates = Dates.split(cell.text());
        if (dates.size() == 2 && field != Field.RECOGNISED) {
          values.put("Ngày vào Đảng", date(Cell.text(dates.getFirst()), field, heading));
          values.putIfAbsent("Ngày chính thức", date(Cell.text(dates.getLast()), field, heading));
        } else {
          values.put(field.columns().getFirst(), date(cell, field, heading));
        }
      }
      case CARD -> {
        Cell card = cell.number() != null ? cell : firstLine(cell);
        if (!card.text().isEmpty()) {
          values.put("Số thẻ đảng viên", card);
        }
      }
      case OLD_CARD -> values.putIfAbsent("Số thẻ đảng viên", cell);
      case ACTIVITY -> {
        values.put(ACTIVITY, cell);
        if (Words.fold(cell.text()).startsWith("mien")) {
          values.put("Miễn sinh hoạt", Cell.text("x"));
        }
      }
      default -> {
        for (String column : field.columns()) {
          values.put(
              column,
              cell.text().indexOf('\n') < 0
                  ? cell
                  : Cell.text(cell.text().replace('\n', ' ').strip()));
        }
      }
    }
  }

  private void putColumn(
      Map<String, Cell> values, @Nullable String column, Cell cell, String heading) {
    if (column == null) {
      return;
    }
    if (isDate(column)) {
      values.put(column, date(cell, Field.COLUMN, heading));
    } else if (NAMES.contains(column)) {
      values.put(column, Cell.text(name(firstLine(cell).text())));
    } else {
      values.put(
          column,
          cell.text().indexOf('\n') < 0 ? cell : Cell.text(cell.text().replace('\n', ' ').strip()));
    }
  }

  /// An x says what the heading says.
  private static void putMark(
      Map<String, Cell> values, @Nullable String column, Cell cell, String heading) {
    String mark = Words.fold(cell.text());
    if (column != null && !mark.equals("0") && !mark.equals("-")) {
      values.putIfAbsent(
          column,
          Cell.text(heading.substring(heading.lastIndexOf(" / ") + 1).replaceFirst("^/ ", "")));
    }
  }

  private void putName(Map<String, Cell> values, Cell cell, String heading) {
    for (String line : cell.text().split("\n", -1)) {
      boolean born = DIGITS.matcher(line).find();
      if (line.isBlank()) {
        continue;
      }
      if (born) {
        values.putIfAbsent("Ngày sinh", date(Cell.text(line), Field.BORN, heading));
      } else {
        values.putIfAbsent("Họ và tên", Cell.text(name(line)));
      }
    }
  }

  /// What stands in one cell one below the other, each in its column.
  private static void putParts(Map<String, Cell> values, Cell cell, List<String> columns) {
    String[] parts =
        cell.text().indexOf('\n') >= 0
            ? cell.text().split("\n", -1)
            : BETWEEN.split(cell.text(), -1);
    for (int i = 0; i < Math.min(parts.length, columns.size()); i++) {
      String part = parts[i].strip();
      if (!part.isEmpty() && !part.equals("-")) {
        values.put(columns.get(i), Cell.text(part));
      }
    }
  }

  private static Cell firstLine(Cell cell) {
    int end = cell.text().indexOf('\n');
    return end < 0 ? cell : Cell.text(cell.text().substring(0, end).strip());
  }

  private static String name(String name) {
    String clean = Vietnamese.clean(name);
    return clean.equals(clean.toLowerCase(Locale.ROOT))
        ? Vietnamese.nameCase(clean.toUpperCase(Locale.ROOT))
        : clean;
  }

  private Cell date(Cell cell, Field field, String heading) {
    boolean born = field == Field.BORN || field == Field.BORN_MALE || field == Field.BORN_FEMALE;
    boolean newYear = mapping.newYears() && born;
    if (born && (cell.date() == null ? Dates.isDate(cell.text()) : cell.date().isFullDay())) {
      fullDates++;
      newYears += Dates.isNewYear(cell) ? 1 : 0;
    }
    Cell read =
        cell.date() != null
            ? Cell.text(Dates.of(cell.date(), mapping.swapped(), newYear))
            : cell.number() != null
                ? cell
                : Cell.text(
                    Dates.of(
                        cell.text().replace('\n', ' '),
                        born ? mapping.year() - 16 : mapping.year(),
                        newYear));
    dates++;
    if (read.text().length() == 4) {
      yearsOnly.merge(heading, 1, Integer::sum);
    }
    return read;
  }

  int dates() {
    return dates;
  }

  /// A card number that Excel took for an amount lost the zeros before it.
  private void padCards() {
    Map<Integer, Integer> lengths = new HashMap<>();
    int cards = 0;
    for (Entry entry : entries) {
      Cell card = entry.values().get("Số thẻ đảng viên");
      if (card != null && DIGITS.matcher(card.text()).matches()) {
        lengths.merge(card.text().length(), 1, Integer::sum);
        cards++;
      }
    }
    int enough = Math.max(1, cards / 5);
    int usual =
        lengths.entrySet().stream()
            .filter(length -> length.getValue() >= enough)
            .mapToInt(Map.Entry::getKey)
            .max()
            .orElse(0);
    for (Entry entry : entries) {
      Cell card = entry.values().get("Số thẻ đảng viên");
      int missing = card == null ? 0 : usual - card.text().length();
      if (card != null && card.number() != null && missing > 0 && missing <= 3) {
        entry.values().put("Số thẻ đảng viên", Cell.text("0".repeat(missing) + card.text()));
        padded++;
      }
    }
  }

  /// A number of which Excel kept no more than its first figures.
  static boolean isCutOff(@Nullable Cell cell) {
    return cell != null && POWER.matcher(cell.text()).matches();
  }
}
