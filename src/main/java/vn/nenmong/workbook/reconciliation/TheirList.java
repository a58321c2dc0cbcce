package vn.nenmong.workbook.reconciliation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.workbook.mapping.Headings;
import vn.nenmong.workbook.mapping.Table;
import vn.nenmong.workbook.mapping.Understanding;
import vn.nenmong.workbook.reading.Cell;
import vn.nenmong.workbook.reading.GridFile;
import vn.nenmong.workbook.reading.Limits;
import vn.nenmong.workbook.reading.Sheet;

/// A file of theirs, read by its headings as lists of offices are. Of its columns only those are
/// taken that are compared.
///
/// @param people in the order of the file
/// @param skipped lines without a name and a card
record TheirList(List<Person> people, int skipped) {

  /// @param line number in the file
  record Person(int line, Told told) {}

  /// What a list of members must have, by the columns of our register and the words of theirs.
  private static final Map<String, String> NEEDED = new LinkedHashMap<>();

  private static final int LONGEST = 300;

  static {
    NEEDED.put("Họ và tên", "Họ và tên");
    NEEDED.put("Ngày sinh", "Sinh ngày");
    NEEDED.put("Số thẻ đảng viên", "Số thẻ Đảng");
    NEEDED.put("Mã chi bộ", "Tổ chức Đảng đang sinh hoạt");
    NEEDED.put("Ngày vào Đảng", "Ngày vào Đảng");
  }

  /// @param commune its code
  /// @param day as of which the list is
  /// @throws Refused where the file can't be read or is another list, with the columns it lacks
  static TheirList read(Path file, String commune, LocalDate day) {
    try (GridFile grids = GridFile.open(file, Limits.DEFAULT)) {
      Table table =
          grids.sheets().stream()
              .map(name -> Table.find(grids.grid(name).inUnicode(), Headings.of(Sheet.MEMBERS)))
              .max(Comparator.comparingInt(Table::score))
              .orElseThrow(() -> new Refused("workbook.mapping.noTable"));
      Understanding read =
          Understanding.guess(table, Sheet.MEMBERS, commune, List.of(), day.getYear(), null);
      Set<String> given = read.given();
      List<String> missing =
          NEEDED.entrySet().stream()
              .filter(needed -> !given.contains(needed.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      if (!missing.isEmpty()) {
        throw new Refused("workbook.reconciliation.foreign", String.join(", ", missing));
      }
      return of(read.people());
    }
  }

  private static TheirList of(List<Understanding.Person> rows) {
    List<Person> people = new ArrayList<>();
    for (Understanding.Person row : rows) {
      Told told = told(row);
      if (!told.name().isEmpty() || told.card() != null) {
        people.add(new Person(row.line(), told));
      }
    }
    if (people.isEmpty()) {
      throw new Refused("workbook.reconciliation.nobody");
    }
    return new TheirList(people, rows.size() - people.size());
  }

  private static Told told(Understanding.Person row) {
    String name = words(row.value("Họ và tên"));
    return new Told(
        name == null ? "" : Vietnamese.nameCase(name),
        sex(words(row.value("Giới tính"))),
        date(row.value("Ngày sinh")),
        words(row.value("Dân tộc")),
        words(row.value("Số thẻ đảng viên")),
        clean(row.cell()),
        date(row.value("Ngày vào Đảng")),
        date(row.value("Ngày chính thức")),
        clean(row.activity()));
  }

  private static @Nullable String words(@Nullable Cell cell) {
    return cell == null ? null : clean(cell.text());
  }

  private static @Nullable String clean(@Nullable String words) {
    String clean = words == null ? "" : Vietnamese.clean(words);
    return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST));
  }

  private static @Nullable String date(@Nullable Cell cell) {
    return cell == null ? null : cell.asDate().map(PartialDate::toIso).orElse(words(cell));
  }

  private static @Nullable String sex(@Nullable String words) {
    return switch (words == null ? "" : Vietnamese.fold(words)) {
      case "nam" -> "male";
      case "nu" -> "female";
      default -> words;
    };
  }

  /// What it tells of anyone. A column that is empty throughout says nothing.
  Set<Item> items() {
    Set<Item> items = EnumSet.noneOf(Item.class);
    for (Item item : Item.values()) {
      if (people.stream().anyMatch(person -> item.of(person.told()) != null)) {
        items.add(item);
      }
    }
    return items;
  }
}
