package vn.nenmong.workbook.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;

/// Reads a workbook in the program's own format: the sheets by their names, the tables by the names
/// of their columns, the year from the titles.
public final class WorkbookReader {

  private static final Pattern YEAR_IN_TITLE =
      Pattern.compile("(?:nam |\\d{1,2}[/.-]\\d{1,2}[/.-])(\\d{4})(?!\\s*-)");

  private final Limits limits;
  private final Wording wording;
  private int rowsInAll;

  /// @param wording gives the words of problems, keys `workbook.expected.*`
  public WorkbookReader(Limits limits, Wording wording) {
    this.limits = limits;
    this.wording = wording;
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
        } else {
          outlines.put(sheet, outline(name, sheet));
        }
      }
      if (outlines.isEmpty()) {
        throw new Refused("workbook.refused.noSheet");
      }
      int year = year(outlines);
      outlines.values().forEach(outline -> readSheet(outline, year));
      return new Workbook(year, superior, rows, sheets, structural, problems, notices);
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
      Header header = outline.header();
      if (header == null || !header.missing(outline.sheet()).isEmpty()) {
        sheets.add(new SheetReading(outline.name(), outline.sheet(), 0, List.of(), List.of(), 0));
        return;
      }
      if (outline.year() != null && outline.year() != year) {
        problems.add(
            new Problem(
                outline.name(),
                outline.titleRow(),
                "",
                String.valueOf(outline.year()),
                wording.of("workbook.expected.sameYear", String.valueOf(year))));
        return;
      }
      Table table = new Table(outline.sheet(), header, year);
      xlsx.rows(outline.name(), table::take);
      table.finish();
      if (outline.sheet() == Sheet.MEMBERS) {
        refuseSharedCards(table);
      }
      rows.put(outline.sheet(), table.rows);
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

    /// A card number belongs to one person: rows that share one are all refused.
    private void refuseSharedCards(Table table) {
      Map<String, List<MemberRow>> byCard = new HashMap<>();
      for (Object row : table.rows) {
        MemberRow member = (MemberRow) row;
        if (member.card() != null) {
          byCard.computeIfAbsent(member.card(), card -> new ArrayList<>(1)).add(member);
        }
      }
      byCard.values().stream()
          .filter(sharing -> sharing.size() > 1)
          .forEach(sharing -> {
            String all =
                String.join(", ", sharing.stream().map(m -> String.valueOf(m.row())).toList());
            for (MemberRow member : sharing) {
              table.problems.add(
                  new Problem(
                      Sheet.MEMBERS.title(),
                      member.row(),
                      "Số thẻ đảng viên",
                      member.card(),
                      wording.of("workbook.expected.ownCard", all)));
            }
            table.rows.removeAll(sharing);
            table.rejected += sharing.size();
          });
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
      for (Cell cell : cells.values()) {
        Matcher matcher = YEAR_IN_TITLE.matcher(Vietnamese.fold(cell.text()));
        while (matcher.find()) {
          year = Integer.valueOf(matcher.group(1));
          titleRow = row;
        }
      }
    }
  }

  /// The rows below a header.
  private final class Table {

    private static final Pattern TOTAL = Pattern.compile("(?:tong cong|tong so|cong|tong)\\b.*");
    private static final Pattern FIRST_NUMBER = Pattern.compile("\\d[\\d.]*");

    private final Sheet sheet;
    private final Header header;
    private final int year;
    private final List<Object> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private final List<Problem> afterGap = new ArrayList<>();
    private int previousRow;
    private boolean gap;
    private int rejected;
    private @Nullable Problem total;
    private int totalNumber = -1;

    Table(Sheet sheet, Header header, int year) {
      this.sheet = sheet;
      this.header = header;
      this.year = year;
      this.previousRow = header.row();
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
      if (gap && isRemark(cells)) {
        afterGap.add(remark(row, cells));
        return;
      }
      if (++rowsInAll > limits.rows()) {
        throw new Refused("workbook.refused.tooManyRows", limits.rows());
      }
      gap = false;
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
      notices.addAll(afterGap);
      if (total != null && totalNumber >= 0 && totalNumber != rows.size() + rejected) {
        notices.add(total);
      }
    }

    private boolean isBlank(Map<Integer, Cell> cells) {
      return header.columns().entrySet().stream()
          .filter(column -> !column.getKey().equals("STT"))
          .noneMatch(column -> cells.containsKey(column.getValue()));
    }

    /// A row of totals says so in its first words and lacks most of what a row must have.
    private boolean isTotal(int row, Map<Integer, Cell> cells) {
      String words = new TreeMap<>(cells).firstEntry().getValue().text();
      if (!TOTAL.matcher(Vietnamese.fold(words)).matches() || filledRequired(cells) > 1) {
        return false;
      }
      Matcher number = FIRST_NUMBER.matcher(words);
      if (number.find()) {
        totalNumber = Integer.parseInt(number.group().replace(".", ""));
        total = new Problem(sheet.title(), row, "", words, wording.of("workbook.expected.total"));
      }
      return true;
    }

    /// The header again at the top of a printed page, or the row of column numbers under it.
    private boolean isHeading(int row, Map<Integer, Cell> cells) {
      if (Header.read(sheet, row, cells).missing(sheet).isEmpty()) {
        return true;
      }
      return cells.size() > 3
          && cells.entrySet().stream()
              .allMatch(c -> c.getValue().text().equals(String.valueOf(c.getKey() + 1)));
    }

    /// Below the table, after a gap: a signature or a remark, not a row.
    private boolean isRemark(Map<Integer, Cell> cells) {
      return filledRequired(cells) <= 1 && cells.size() <= 2;
    }

    private Problem remark(int row, Map<Integer, Cell> cells) {
      String words = String.join(" ", cells.values().stream().map(Cell::text).toList());
      return new Problem(sheet.title(), row, "", words, wording.of("workbook.expected.remark"));
    }

    private long filledRequired(Map<Integer, Cell> cells) {
      return sheet.columns().stream()
          .filter(column -> column.required() && header.cell(cells, column.name()) != null)
          .count();
    }
  }
}
