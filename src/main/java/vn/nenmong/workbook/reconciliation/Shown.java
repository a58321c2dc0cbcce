package vn.nenmong.workbook.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.web.Page;

/// What of a reconciliation someone looks at, as the address says it.
///
/// @param show one of [#TABS], or null for what is open
/// @param what a kind of line or an item, or empty for any
/// @param q part of a name, a card or a cell, in any spelling of its accents
public record Shown(@Nullable String show, @Nullable String what, @Nullable String q) {

  public static final List<String> TABS = List.of("open", "perhaps", "settled", "same");

  /// What goes to the other side: what is open, and what they are to correct.
  static final String TO_SEND = "send";

  /// A difference of someone; none for who is the same.
  public record Row(Line line, Line.@Nullable Difference difference) {}

  public String tab() {
    return show == null || show.isEmpty() ? TABS.getFirst() : show;
  }

  List<Row> rows(Compared compared) {
    String words = Vietnamese.fold(Objects.requireNonNullElse(q, ""));
    List<Row> rows = new ArrayList<>();
    for (Line line : compared.lines()) {
      if (Vietnamese.fold(line.words()).contains(words)) {
        Stream<Row> of =
            line.differences().isEmpty()
                ? Stream.of(new Row(line, null))
                : line.differences().stream().map(difference -> new Row(line, difference));
        of.filter(this::isShown).forEach(rows::add);
      }
    }
    return rows;
  }

  private boolean isShown(Row row) {
    Line.Difference difference = row.difference();
    if (difference == null) {
      return tab().equals("same");
    }
    Settlement settlement = difference.settlement();
    boolean inTab =
        switch (tab()) {
          case "same" -> false;
          case "perhaps" -> settlement == null && !row.line().perhaps().isEmpty();
          case "settled" -> settlement != null;
          case TO_SEND -> settlement == null || settlement.verdict() == Verdict.OURS;
          default -> settlement == null;
        };
    return inTab
        && (what == null
            || what.isEmpty()
            || what.equals(row.line().kind().code())
            || what.equals(difference.key().item()));
  }

  /// A value of one of the lists in the reader's words.
  public static String value(Page page, String item, @Nullable String value) {
    if (value == null) {
      return "–";
    }
    return switch (Item.of(item).orElse(Item.NAME)) {
      case SEX ->
          value.equals("male") || value.equals("female")
              ? page.t("workbook.reconciliation.sex." + value)
              : value;
      case ACTIVITY ->
          Stream.of(Activity.values()).anyMatch(activity -> activity.code().equals(value))
              ? page.t("workbook.reconciliation.activity." + value)
              : value;
      case BORN, ADMITTED, RECOGNISED -> Item.date(value).map(page::date).orElse(value);
      default -> value;
    };
  }

  /// What a side says: its value, or that someone is on it, where.
  public static String ours(Page page, Row row) {
    return side(page, row, true);
  }

  public static String theirs(Page page, Row row) {
    return side(page, row, false);
  }

  private static String side(Page page, Row row, boolean ours) {
    Line line = row.line();
    Told told =
        ours
            ? line.ours() == null ? null : line.ours().told()
            : line.theirs() == null ? null : line.theirs().told();
    if (told == null) {
      return page.t("workbook.reconciliation.absent");
    }
    Line.Difference difference = row.difference();
    if (difference == null || line.kind() != Line.Kind.DIFFERS) {
      return Stream.of(
              told.cell(), value(page, "born", told.born()), value(page, "card", told.card()))
          .filter(words -> words != null && !words.equals("–"))
          .reduce((one, next) -> one + " · " + next)
          .orElse("–");
    }
    String value = ours ? difference.key().ours() : difference.key().theirs();
    return value(page, difference.key().item(), value);
  }
}
