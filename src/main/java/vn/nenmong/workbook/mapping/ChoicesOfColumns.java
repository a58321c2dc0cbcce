package vn.nenmong.workbook.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.nenmong.workbook.mapping.Mapping.Use;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.TableRows;

/// What the columns of a table can be said to be, where a register's own columns are all there is.
final class ChoicesOfColumns {

  private ChoicesOfColumns() {}

  static List<Use> of(Sheet register) {
    List<Use> choices = new ArrayList<>();
    choices.add(Use.NONE);
    choices.add(new Use(Field.INDEX, false));
    String place = Headings.placeColumn(register);
    if (place != null && Headings.wordsColumn(register) == null) {
      choices.add(new Use(Field.CELL, false));
    }
    for (String column : TableRows.columns(register)) {
      if (!column.equals("STT")
          && !(column.equals(place) && Headings.wordsColumn(register) == null)) {
        choices.add(new Use(Field.COLUMN, false, column));
      }
    }
    if (register == Sheet.CELL_REVIEWS || register == Sheet.MEMBER_REVIEWS) {
      choices.add(new Use(Field.MARK, false, "Mức xếp loại"));
    }
    if (register == Sheet.MEETINGS) {
      IntStream.rangeClosed(1, 12)
          .forEach(month -> choices.add(new Use(Field.MONTH, false, String.valueOf(month))));
    }
    return choices;
  }
}
