package vn.nenmong.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nenmong.command.bench.MadeCommune.Person;
import vn.nenmong.kernel.time.PartialDate;

/// Member sheets that are not as they should be, or that hold people who are easily mixed up.
final class MadeMistakes {

  private static final int NAME = 1;
  private static final int BORN = 3;
  private static final int ADMITTED = 10;
  private static final int RECOGNISED = 11;
  private static final int CARD = 12;

  /// @param sheet the spoilt one
  /// @param rows of Excel in which something is wrong
  record Spoilt(MadeSheet sheet, Set<Integer> rows) {}

  private MadeMistakes() {}

  /// Puts a mistake into one row of `every`: a day that no calendar has, admission before birth,
  /// recognition before admission, no name, another's card, each in turn.
  static Spoilt spoil(MadeSheet members, int every) {
    List<List<@Nullable Object>> rows = new ArrayList<>(members.rows());
    Set<Integer> wrong = new TreeSet<>();
    int turn = 0;
    for (int i = every; i < rows.size(); i += every) {
      List<@Nullable Object> row = new ArrayList<>(rows.get(i));
      switch (turn++ % 5) {
        case 0 -> row.set(BORN, "31/02/1970");
        case 1 -> row.set(ADMITTED, "03/02/1900");
        case 2 -> {
          row.set(ADMITTED, "05/05/2010");
          row.set(RECOGNISED, "04/05/2009");
        }
        case 3 -> row.set(NAME, null);
        default -> {
          row.set(CARD, rows.get(0).get(CARD));
          wrong.add(members.firstRow());
        }
      }
      rows.set(i, row);
      wrong.add(members.firstRow() + i);
    }
    return new Spoilt(members.with(rows), wrong);
  }

  /// Other people who bear the names of people that are already there, every second one in the
  /// namesake's own cell. Their birth dates and cards are their own.
  static MadeSheet namesakes(MadeCommune commune, MadeSheet members, int count) {
    List<Person> there = commune.people();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Person namesake = there.get(i * 7 % there.size());
      List<@Nullable Object> row = new ArrayList<>(members.rows().get(i * 7 % there.size()));
      row.set(
          BORN,
          PartialDate.parse("%d-04-%02d".formatted(1960 + i % 20, 1 + i % 28)).toVietnamese());
      row.set(ADMITTED, "19/05/1999");
      row.set(RECOGNISED, "19/05/2000");
      row.set(CARD, "99.%06d".formatted(i));
      row.set(13, i % 2 == 0 ? namesake.cell() : there.get((i * 7 + 1) % there.size()).cell());
      rows.add(row);
    }
    return members.with(rows);
  }
}
