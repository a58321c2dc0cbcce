package vn.nenmong.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Units;

/// Hands out the rows behind a figure as a sheet, with the audit line that says so.
@Component
class ExportFigure {

  private final Figures figures;
  private final TermRepository terms;
  private final Today today;
  private final Audit audit;

  ExportFigure(Figures figures, TermRepository terms, Today today, Audit audit) {
    this.figures = figures;
    this.terms = terms;
    this.today = today;
    this.audit = audit;
  }

  /// Writes all rows that the figure was counted from, in their order.
  @Transactional
  public void run(
      Page page,
      Viewer viewer,
      OrganizationRef organization,
      Units units,
      String code,
      HttpServletResponse response)
      throws IOException {
    FigureRows head =
        figures
            .rows(code, viewer.scope(), organization, page.period(), units, 0, 0)
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "page.error.unknownFigure"));
    record(viewer, organization, code, page.period());
    try (Stream<FigureRows.Row> rows =
        figures.stream(code, viewer.scope(), organization, page.period(), units)) {
      SheetResponse.send(
          response,
          code.replace('.', '-') + "-" + page.period().code().replace('/', '_'),
          sheet(
              page,
              organization,
              Term.of(
                  terms.terms(viewer.scope(), organization.fullCode(), today.date()),
                  page.period()),
              head),
          rows);
    }
  }

  /// Writes the line that says that the rows behind a figure were handed out.
  void record(Viewer viewer, OrganizationRef organization, String code, ReportPeriod period) {
    audit.record(
        viewer,
        organization.communeId(),
        "export",
        "figure",
        organization.id(),
        "{\"figure\": \"%s\", \"period\": \"%s\"}".formatted(code, period.code()));
  }

  private static Sheet<FigureRows.Row> sheet(
      Page page, OrganizationRef organization, Optional<Term> term, FigureRows head) {
    FigureValue value = head.value();
    String name = page.t(value.nameKey());
    List<Column<FigureRows.Row>> columns = new ArrayList<>();
    for (RowColumn column : head.columns()) {
      String header = page.t(column.headingKey());
      columns.add(
          new Column<>(
              header,
              Math.clamp(header.length(), 14, 28),
              row -> column.plain(page, row.values().get(column.name()))));
    }
    if (head.hasParts()) {
      columns.add(Column.number(page.t("figures.part"), FigureRows.Row::part));
    }
    if (head.hasWholes()) {
      columns.add(Column.number(page.t("figures.whole"), FigureRows.Row::whole));
    }
    return new Sheet<>(
        name,
        Stream.of(
                name + ": " + value.shown(page),
                organization.name(),
                term.map(one -> page.t(one.name())).orElse(null),
                page.t(
                    "page.register.span",
                    page.date(page.period().from()),
                    page.date(page.period().to())),
                value.note() == null ? null : page.t(value.note()))
            .filter(Objects::nonNull)
            .toList(),
        columns);
  }
}
