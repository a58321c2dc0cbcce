package vn.nenmong.membership.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.web.Page;

/// A column of the list of members, on the page and in the sheet.
public enum MemberColumn {
  SEX("sex", false, 8),
  BORN("born", true, 12),
  AGE("age", false, 8),
  ETHNICITY("ethnicity", true, 12),
  CELL("cell", true, 28),
  VILLAGE("village", true, 20),
  STANDING("standing", true, 14),
  EXEMPT("exempt", false, 12),
  ADMITTED("admitted", true, 12),
  RECOGNISED("recognised", true, 12),
  CARD("card", false, 14),
  EDUCATION("education", false, 10),
  QUALIFICATION("qualification", false, 18),
  THEORY("theory", false, 14),
  OCCUPATION("occupation", false, 20),
  NOTE("note", false, 30);

  private final String code;
  private final boolean usual;
  private final int width;

  MemberColumn(String code, boolean usual, int width) {
    this.code = code;
    this.usual = usual;
    this.width = width;
  }

  public String code() {
    return code;
  }

  public String label(Page page) {
    return page.t("membership.column." + code);
  }

  /// The name of the order that a click on its head gives, or null where it has none.
  public @Nullable String sort() {
    return switch (this) {
      case BORN -> "birth";
      case CELL -> "cell";
      case ADMITTED -> "admission";
      default -> null;
    };
  }

  /// Whether its values need its label beside them where a row is not a line of a table.
  public boolean needsLabel() {
    return switch (this) {
      case SEX, ETHNICITY, CELL, VILLAGE, STANDING, OCCUPATION, NOTE -> false;
      default -> true;
    };
  }

  public boolean number() {
    return this == AGE;
  }

  /// Those that were asked for, in their own order; the usual ones where none was.
  static Set<MemberColumn> chosen(List<String> codes) {
    Set<MemberColumn> chosen = EnumSet.noneOf(MemberColumn.class);
    boolean asked = !codes.isEmpty();
    for (MemberColumn column : values()) {
      if (asked ? codes.contains(column.code) : column.usual) {
        chosen.add(column);
      }
    }
    return chosen;
  }

  /// What the page shows of a member in it.
  public String text(Page page, MemberRow member) {
    String text =
        switch (this) {
          case SEX -> member.sex() == null ? null : page.t("membership.sex." + member.sex());
          case BORN -> page.date(member.born());
          case AGE -> page.number(member.age(page.on()));
          case ETHNICITY -> member.ethnicity();
          case CELL -> member.cell();
          case VILLAGE -> member.village();
          case STANDING -> page.t("membership.standing." + member.standing());
          case EXEMPT -> member.exempt() ? page.t("membership.exempt") : null;
          case ADMITTED -> page.date(member.admitted());
          case RECOGNISED -> page.date(member.recognised());
          case CARD -> member.cardNumber();
          case EDUCATION -> member.education();
          case QUALIFICATION -> member.qualification();
          case THEORY -> member.theory();
          case OCCUPATION -> member.occupation();
          case NOTE -> member.note();
        };
    return text == null ? "" : text;
  }

  Column<MemberRow> sheetColumn(Page page) {
    String label = label(page);
    return switch (this) {
      case BORN -> Column.date(label, MemberRow::born);
      case ADMITTED -> Column.date(label, MemberRow::admitted);
      case RECOGNISED -> Column.date(label, MemberRow::recognised);
      case AGE -> Column.number(label, member -> member.age(page.on()));
      default -> Column.text(label, width, member -> text(page, member));
    };
  }
}
