package vn.nenmong.workbook.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;

/// Reads a workbook in the program's own format: the sheets by their names, the tables by the names
/// of their columns, the year from the titles.
public final class WorkbookReader {

  private static final Pattern YEAR_IN_TITLE =
      Pattern.compile("(?:\\bnam |\\d{1,2}[/.-]\\d{1,2}[/.-])(\\d{4})(?!\\d|\\s*[-–—])");
  private static final Pattern PLACE_AND_DATE =
      Pattern.compile("[^,]*, ?ngay .{0,6} ?thang .{0,6} ?nam .*");

  private final Limits limits;
  private final Wording wording;
  private int rowsInAll;

  /// @param wording gives the words of problems, keys `workbook.expected.*`
  public WorkbookReader(Limits limits, Wording wording) {
    this.limits = limits;
    Map<String, String> known = new HashMap<>();
    this.wording =
        (key, arguments) ->
            arguments.length > 0
                ? wording.of(key, arguments)
                : known.computeIfAbsent(key, same -> wording.of(same));
  }

  /// @throws Refused where the file is no workbook that can be read at all
  public Workbook read(Path file) {
    rowsInAll = 0;
    try (XlsxFile xlsx = XlsxFile.open(file, limits)) {
      return new Reading(xlsx).run();
    }
  }

  /// The title rows of a sheet, where its header is, and what is wrong with that.
  private record Outline(
      String name, Sheet sheet, @Nullable Header header, @Nullable Integer year, int titleRow) {}

  private final class Reading {

    private final XlsxFile xlsx;
    private final List<SheetReading> sheets = new ArrayList<>();
    private final List<Problem> structural = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private final Map<Sheet, List<?>> rows = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Set<String>> columns = new EnumMap<>(Sheet.class);
    private @Nullable String superior;

    Reading(XlsxFile xlsx) {
      this.xlsx = xlsx;
    }

    Workbook run() {
      Map<Sheet, Outline> outlines = new EnumMap<>(Sheet.class);
      for (String name : xlsx.names()) {
        Sheet sheet = sheetOf(name);
        if (sheet == null || outlines.containsKey(sheet)) {
          sheets.add(new SheetReading(name, null, 0, List.of(), List.of(), 0));
          if (sheet != null) {
            structural.add(
                new Problem(name, 0, "", name, wording.of("workbook.expected.oneSheet")));
          }
        } else {
          outlines.put(sheet, outline(name, sheet));
        }
      }
      if (outlines.isEmpty()) {
        throw new Refused("workbook.refused.noSheet");
      }
      int year = year(outlines);
      outlines.values().forEach(outline -> readSheet(outline, year));
      return new Workbook(
          year, superior, rows, columns, sheets, structural, problems, notices, true, false, null);
    }

    private Outline outline(String name, Sheet sheet) {
      Search search = new Search(sheet);
      xlsx.head(name, Search.FARTHEST_ROW, search::look);
      if (superior == null) {
        superior = search.letterhead;
      }
      Header header = search.header;
      if (header == null) {
        structural.add(new Problem(name, 0, "", null, wording.of("workbook.expected.header")));
      } else {
        for (String column : header.missing(sheet)) {
          structural.add(
              new Problem(
                  name,
                  header.row(),
                  column,
                  null,
                  wording.of("workbook.expected.column", column)));
        }
      }
      return new Outline(name, sheet, header, search.year, search.titleRow);
    }

    /// The year that most sheets tell of. Sheets that tell of another are shown, and left out.
    private int year(Map<Sheet, Outline> outlines) {
      Map<Integer, Integer> votes = new TreeMap<>();
      for (Outline outline : outlines.values()) {
        if (outline.year() != null) {
          votes.merge(outline.year(), 1, Integer::sum);
        }
      }
      if (votes.isEmpty()) {
        Outline first = outlines.values().iterator().next();
        structural.add(
            new Problem(first.name(), 1, "", null, wording.of("workbook.expected.yearInTitle")));
        return 2000;
      }
      return votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private void readSheet(Outline outline, int year) {
      Header found = outline.header();
      String otherYear = otherYear(outline, year);
      if (found == null || !found.missing(outline.sheet()).isEmpty() || otherYear != null) {
        if (otherYear != null) {
          problems.add(
              new Problem(
                  outline.name(),
                  outline.titleRow(),
                  "",
                  otherYear,
                  wording.of("workbook.expected.sameYear", String.valueOf(year))));
        }
        sheets.add(new SheetReading(outline.name(), outline.sheet(), 0, List.of(), List.of(), 0));
        return;
      }
      Header header = found.of(year);
      Table table = new Table(outline.sheet(), header, year);
      xlsx.rows(outline.name(), table::take);
      table.finish();
      if (outline.sheet() == Sheet.MEMBERS) {
        refuseSharedCards(table);
      }
      rows.put(outline.sheet(), table.rows);
      columns.put(outline.sheet(), Set.copyOf(header.columns().keySet()));
      sheets.add(
          new SheetReading(
              outline.name(),
              outline.sheet(),
              header.row(),
              outline.sheet().columns().stream()
                  .filter(column -> header.columns().containsKey(column.name()))
                  .map(column -> header.heading(column.name()))
                  .toList(),
              header.unknown(),
              table.rows.size() + table.rejected));
      problems.addAll(table.problems);
      notices.addAll(table.notices);
    }

    /// The year that a sheet tells of in its title, or the indicators in their headings, where it
    /// is not the workbook's.
    private @Nullable String otherYear(Outline outline, int year) {
      Header header = outline.header();
      if (outline.year() != null && outline.year() != year) {
        return String.valueOf(outline.year());
      }
      return header == null ? null : header.ofAnotherYear(year);
    }

    /// A card number belongs to one person: rows that share one are all refused.
    private void refuseSharedCards(Table table) {
      Map<String, List<MemberRow>> byCard = new LinkedHashMap<>();
      for (Object row : table.rows) {
        MemberRow member = (MemberRow) row;
        if (member.card() != null) {
          byCard.computeIfAbsent(member.card(), card -> new ArrayList<>(1)).add(member);
        }
      }
      byCard.values().removeIf(holders -> holders.size() == 1);
      byCard
          .values()
          .forEach(holders -> {
            String expected = wording.of("workbook.expected.ownCard", numbers(holders));
            for (MemberRow member : holders) {
              table.problems.add(
                  new Problem(
                      Sheet.MEMBERS.title(),
                      member.row(),
                      table.header.heading("Số thẻ đảng viên"),
                      member.card(),
                      expected));
              table.rejected++;
            }
          });
      if (!byCard.isEmpty()) {
        table.rows.removeIf(row -> byCard.containsKey(((MemberRow) row).card()));
      }
    }

    /// The first of them, for a word like «chưa có» may stand in every row.
    private static String numbers(List<MemberRow> rows) {
      String all =
          rows.stream().limit(10).map(row -> "" + row.row()).collect(Collectors.joining(", "));
      return rows.size() > 10 ? all + " …" : all;
    }
  }

  private static @Nullable Sheet sheetOf(String name) {
    String key = Header.key(name);
    for (Sheet sheet : Sheet.values()) {
      if (Header.key(sheet.title()).equals(key)) {
        return sheet;
      }
    }
    return null;
  }

  /// Looks for the header, and for the year in what stands above it.
  private static final class Search {

    private static final int FARTHEST_ROW = 60;

    private final Sheet sheet;
    private @Nullable Header header;
    private @Nullable Integer year;
    private @Nullable String letterhead;
    private int titleRow;
    private boolean first = true;

    Search(Sheet sheet) {
      this.sheet = sheet;
    }

    void look(int row, Map<Integer, Cell> cells) {
      if (header != null && header.missing(sheet).isEmpty()) {
        return;
      }
      Header candidate = Header.read(sheet, row, cells);
      if (candidate.isHeaderOf(sheet)
          && (header == null || candidate.columns().size() > header.columns().size())) {
        header = candidate;
      } else if (header == null) {
        title(row, cells);
      }
    }

    private void title(int row, Map<Integer, Cell> cells) {
      Cell left = cells.get(0);
      if (first && left != null && !Vietnamese.fold(left.text()).startsWith("dang cong san")) {
        letterhead = left.text();
      }
      first = false;
      for (Cell cell : new TreeMap<>(cells).values()) {
        String text = Vietnamese.fold(cell.text());
        Matcher matcher = YEAR_IN_TITLE.matcher(text);
        if (year == null && !PLACE_AND_DATE.matcher(text).matches() && matcher.find()) {
          year = Integer.valueOf(matcher.group(1));
          titleRow = row;
        }
      }
    }
  }

  /// The rows below a header.
  private final class Table {

    /// Words of a row of totals. «Công đoàn xã» and «Tổng đội» are none.
    private static final Pattern TOTAL =
        Pattern.compile(
            "(?:(?:tổng cộng|tổng số|tong cong|tong so)(?!\\p{L})|(?:tổng|cộng)\\s*(?:[:.(\\d]|$)).*");

    private static final Pattern ONLY_TOTAL =
        Pattern.compile("(?:tổng cộng|tổng số|tong cong|tong so|tổng|cộng)\\s*[:.]?");
    private static final Pattern COUNT =
        Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:\\.\\d{3})+|\\d{1,9})(?![\\d.,]*\\d)");
    private static final Pattern BELOW =
        Pattern.compile(
            "(?:nguoi lap|nguoi ghi|nguoi tong hop|t ?/ ?m\\b|tm\\b|ghi chu\\b|noi nhan|xac nhan|ky ten|\\(?ky, ).*|.*\\bngay .{0,6} ?thang .{0,6} ?nam .*");

    private final Sheet sheet;
    private final Header header;
    private final int year;
    private final int required;
    private final Set<Integer> optional = new HashSet<>();
    private final List<Object> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private final List<Problem> afterTable = new ArrayList<>();
    private int previousRow;
    private boolean gap;
    private boolean below;
    private int rejected;
    private @Nullable Problem total;
    private List<Integer> counts = List.of();

    Table(Sheet sheet, Header header, int year) {
      this.sheet = sheet;
      this.header = header;
      this.year = year;
      this.required = (int) sheet.columns().stream().filter(Column::required).count();
      this.previousRow = header.row();
      for (Column column : sheet.columns()) {
        Integer number = header.columns().get(column.name());
        if (number != null && !column.required() && !column.name().equals("STT")) {
          optional.add(number);
        }
      }
    }

    void take(int row, Map<Integer, Cell> cells) {
      if (row <= header.row() || isBlank(cells)) {
        return;
      }
      gap = gap || row > previousRow + 1;
      previousRow = row;
      if (isTotal(row, cells) || isHeading(row, cells)) {
        return;
      }
      below = below || isBelow(cells);
      if ((gap || below) && isRemark(cells)) {
        afterTable.add(remark(row, cells));
        return;
      }
      if (++rowsInAll > limits.rows()) {
        throw new Refused("workbook.refused.tooManyRows", limits.rows());
      }
      gap = false;
      below = false;
      RowCells values = new RowCells(sheet, header, row, cells, year, wording);
      Object read = RowReaders.read(sheet, values);
      if (values.problems().isEmpty()) {
        rows.add(read);
      } else {
        rejected++;
        problems.addAll(values.problems());
      }
    }

    void finish() {
      notices.addAll(afterTable);
      if (total != null && !counts.isEmpty() && !counts.contains(rows.size() + rejected)) {
        notices.add(total);
      }
    }

    private boolean isBlank(Map<Integer, Cell> cells) {
      for (Map.Entry<String, Integer> column : header.columns().entrySet()) {
        if (cells.containsKey(column.getValue()) && !column.getKey().equals("STT")) {
          return false;
        }
      }
      // A row of totals may have its words in the column of numbers alone.
      Cell number = header.cell(cells, "STT");
      return number == null || number.number() != null || CellValues.integer(number).isPresent();
    }

    /// A row of totals says so in its first words. Where all that a row must have is there, it has
    /// to say nothing else.
    private boolean isTotal(int row, Map<Integer, Cell> cells) {
      Cell first = Collections.min(cells.entrySet(), Map.Entry.comparingByKey()).getValue();
      String words = first.text().toLowerCase(Locale.ROOT);
      if (words.isEmpty() || "tc".indexOf(words.charAt(0)) < 0 || !TOTAL.matcher(words).matches()) {
        return false;
      }
      boolean complete = required > 1 && filledRequired(cells) == required;
      if (complete && !ONLY_TOTAL.matcher(words).matches()) {
        return false;
      }
      counts =
          COUNT
              .matcher(words)
              .results()
              .map(count -> Integer.valueOf(count.group().replace(".", "")))
              .toList();
      total = new Problem(sheet.title(), row, "", words, wording.of("workbook.expected.total"));
      return true;
    }

    /// The header again at the top of a printed page, or the row of column numbers under it.
    private boolean isHeading(int row, Map<Integer, Cell> cells) {
      return header.isRepeatedIn(sheet, cells)
          || (row <= header.row() + 2
              && cells.size() >= 3
              && cells.entrySet().stream().allMatch(Table::isNumberOfItsColumn));
    }

    private static boolean isNumberOfItsColumn(Map.Entry<Integer, Cell> cell) {
      String text = cell.getValue().text();
      String number = String.valueOf(cell.getKey() + 1);
      return text.equals(number) || text.equals("(" + number + ")");
    }

    /// Words that stand under a table: who made it, who signs, where and when. In a row's own
    /// remarks such words mean nothing.
    private boolean isBelow(Map<Integer, Cell> cells) {
      if (filledRequired(cells) == required) {
        return false;
      }
      return cells.entrySet().stream()
          .filter(cell -> cells.size() == 1 || !optional.contains(cell.getKey()))
          .anyMatch(cell -> BELOW.matcher(Vietnamese.fold(cell.getValue().text())).matches());
    }

    /// A remark or a signature, not a row: it has no number in the list, and next to nothing of
    /// what a row must have. Under words of a signature come names, side by side.
    private boolean isRemark(Map<Integer, Cell> cells) {
      Cell number = header.cell(cells, "STT");
      if (number != null && CellValues.integer(number).isPresent()) {
        return false;
      }
      long filled = filledRequired(cells);
      return below ? filled < required : filled <= 1 && filled < required && cells.size() <= 2;
    }

    private Problem remark(int row, Map<Integer, Cell> cells) {
      String words = String.join(" ", cells.values().stream().map(Cell::text).toList());
      return new Problem(sheet.title(), row, "", words, wording.of("workbook.expected.remark"));
    }

    private int filledRequired(Map<Integer, Cell> cells) {
      int filled = 0;
      for (Column column : sheet.columns()) {
        if (column.required() && header.cell(cells, column.name()) != null) {
          filled++;
        }
      }
      return filled;
    }
  }
}
