package vn.nenmong.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.command.bench.MadeCommune.Cell;
import vn.nenmong.command.bench.MadeCommune.Person;
import vn.nenmong.kernel.time.PartialDate;

/// The members of a made commune as an office lists them: a line that names the cell above its
/// members, an x for the sex, both days in one cell.
final class OfficeList {

  private OfficeList() {}

  static MadeSheet of(MadeCommune commune) {
    Map<String, List<Person>> byCell =
        commune.people().stream().collect(Collectors.groupingBy(Person::cell));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int number = 0;
    for (Cell cell : commune.cells()) {
      List<Person> people = byCell.getOrDefault(cell.code(), List.of());
      if (people.isEmpty()) {
        continue;
      }
      rows.add(row(null, "Chi bộ " + cell.name()));
      for (Person person : people) {
        rows.add(line(++number, person));
      }
    }
    return new MadeSheet(
        "Danh sách",
        List.of("ĐẢNG BỘ XÃ " + commune.shape().place(), "DANH SÁCH ĐẢNG VIÊN"),
        List.of(
            "STT",
            "Họ và tên",
            "Ngày sinh",
            "Nam",
            "Nữ",
            "Dân tộc",
            "Ngày vào Đảng, chính thức",
            "Số thẻ"),
        rows,
        "Tổng số: " + number);
  }

  private static List<@Nullable Object> line(int number, Person person) {
    PartialDate recognised = person.recognised();
    return row(
        number,
        person.name(),
        person.born().toVietnamese(),
        person.female() ? null : "x",
        person.female() ? "x" : null,
        person.ethnicity(),
        recognised == null
            ? person.admitted().toVietnamese()
            : person.admitted().toVietnamese() + "\n" + recognised.toVietnamese(),
        person.card());
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell);
    }
    return row;
  }
}
