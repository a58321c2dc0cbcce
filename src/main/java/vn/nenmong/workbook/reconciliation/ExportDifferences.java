package vn.nenmong.workbook.reconciliation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;

/// Hands out differences as a sheet, for whoever is to correct theirs.
@Component
class ExportDifferences {

  private final Audit audit;

  ExportDifferences(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  void run(
      Page page,
      Viewer viewer,
      Reconciliation of,
      List<Shown.Row> rows,
      HttpServletResponse response)
      throws IOException {
    audit.record(viewer, of.commune(), "export", "reconciliation", of.id(), null);
    int[] index = {0};
    Sheet<Shown.Row> sheet =
        new Sheet<>(
            page.t("workbook.reconciliation.sheet"),
            List.of(
                of.communeName(),
                page.t(
                    "workbook.reconciliation.sheetTitle",
                    page.t("workbook.reconciliation.source." + of.source().code()),
                    page.date(of.day()))),
            List.of(
                Column.number(page.t("workbook.reconciliation.number"), _ -> ++index[0]),
                Column.text(
                    page.t("workbook.reconciliation.item.name"),
                    26,
                    row -> row.line().told().name()),
                Column.date(
                    page.t("workbook.reconciliation.item.born"),
                    row -> Item.date(row.line().told().born()).orElse(null)),
                Column.text(
                    page.t("workbook.reconciliation.item.card"),
                    16,
                    row -> row.line().told().card()),
                Column.text(
                    page.t("workbook.reconciliation.item.cell"),
                    28,
                    row -> row.line().told().cell()),
                Column.text(page.t("workbook.reconciliation.what"), 22, row -> what(page, row)),
                Column.text(
                    page.t("workbook.reconciliation.ours"), 30, row -> Shown.ours(page, row)),
                Column.text(
                    page.t("workbook.reconciliation.theirs"), 30, row -> Shown.theirs(page, row)),
                Column.number(
                    page.t("workbook.reconciliation.line"),
                    row -> row.line().theirs() == null ? null : row.line().theirs().line()),
                Column.text(
                    page.t("workbook.reconciliation.verdict"), 26, row -> verdict(page, row)),
                Column.text(page.t("workbook.reconciliation.note"), 40, ExportDifferences::note)));
    SheetResponse.send(response, "doi-khop-" + of.day(), sheet, rows.stream());
  }

  private static String what(Page page, Shown.Row row) {
    return row.difference() == null
        ? page.t("workbook.reconciliation.kind.same")
        : page.t("workbook.reconciliation.item." + row.difference().key().item());
  }

  private static @Nullable String verdict(Page page, Shown.Row row) {
    Settlement settlement = row.difference() == null ? null : row.difference().settlement();
    return settlement == null
        ? null
        : page.t("workbook.reconciliation.verdict." + settlement.verdict().code());
  }

  private static @Nullable String note(Shown.Row row) {
    Settlement settlement = row.difference() == null ? null : row.difference().settlement();
    return settlement == null ? null : settlement.note();
  }
}
