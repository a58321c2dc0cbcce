package vn.nenmong.figures.communes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.figures.kept.Registers;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// Hands out the communes as a sheet, one line each, with the audit line that says so.
@Component
class ExportCommunes {

  private final Audit audit;

  ExportCommunes(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  public void run(Page page, Viewer viewer, CommuneSums sums, HttpServletResponse response)
      throws IOException {
    for (CommuneLine line : sums.communes()) {
      audit.record(viewer, line.commune().id(), "export", "communes", line.commune().id(), null);
    }
    List<Column<CommuneLine>> columns = new ArrayList<>();
    columns.add(Column.text(page.t("communes.commune"), 32, line -> line.commune().name()));
    columns.add(Column.text(page.t("communes.superior"), 28, CommuneLine::superior));
    columns.add(Column.number(page.t("communes.complete"), CommuneLine::complete));
    columns.add(
        Column.text(
            page.t("communes.missing"),
            40,
            line ->
                String.join(
                    ", ",
                    line.missing().stream()
                        .map(register -> page.t("figures.register." + register))
                        .toList())));
    columns.add(
        Column.day(
            page.t("communes.closed"),
            line ->
                line.closing() == null
                    ? null
                    : line.closing().at().atZone(Today.ZONE).toLocalDate()));
    columns.add(Column.number(page.t("communes.changed"), CommuneLine::changed));
    for (String code : sums.figures()) {
      columns.add(
          Column.number(page.t("figures.name." + code), line -> line.figure(code).number()));
      columns.add(
          Column.number(
              page.t("communes.sinceClosing", page.t("figures.name." + code)),
              line -> line.sinceClosing(code)));
    }
    SheetResponse.send(
        response,
        "communes-" + page.period().code().replace('/', '_'),
        new Sheet<>(
            page.t("communes.title"),
            List.of(
                page.t("communes.title"),
                page.t(
                    "page.register.span",
                    page.date(page.period().from()),
                    page.date(page.period().to())),
                page.t("communes.registers", Registers.ALL.size())),
            columns),
        sums.communes().stream());
  }
}
