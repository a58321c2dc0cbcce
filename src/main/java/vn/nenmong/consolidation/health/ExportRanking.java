package vn.nenmong.consolidation.health;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;

/// Hands out where to act first as a sheet, with the audit line that says so.
@Component
class ExportRanking {

  private record Ranked(int place, CellHealth health) {}

  private final Audit audit;

  ExportRanking(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  public void run(Page page, Viewer viewer, Ranking ranking, HttpServletResponse response)
      throws IOException {
    Set<UUID> communes =
        ranking.cells().stream().map(of -> of.vitals().commune()).collect(Collectors.toSet());
    if (communes.isEmpty()) {
      audit.record(viewer, viewer.onlyCommune(), "export", "where-to-act", null, null);
    }
    communes.forEach(
        commune -> audit.record(viewer, commune, "export", "where-to-act", null, null));
    List<CellHealth> cells = ranking.cells();
    SheetResponse.send(
        response,
        "noi-can-cung-co-" + page.on(),
        new Sheet<>(
            page.t("nav.whereToAct"),
            List.of(
                page.t("nav.whereToAct"),
                page.t("health.sheetTitle", page.date(page.on())),
                page.t("health.order")),
            List.of(
                Column.number(page.t("health.index"), Ranked::place),
                Column.text(
                    page.t("consolidation.unit.code"), 10, of -> of.health().vitals().code()),
                Column.text(page.t("health.cell"), 30, of -> of.health().vitals().name()),
                Column.text(page.t("health.commune"), 28, of -> ranking.commune(of.health())),
                Column.number(page.t("health.weight"), of -> of.health().weight()),
                Column.text(page.t("health.why"), 90, of -> why(page, of.health())),
                Column.number(
                    page.t("consolidation.unit.official"), of -> of.health().vitals().official()))),
        IntStream.range(0, cells.size()).mapToObj(i -> new Ranked(i + 1, cells.get(i))));
  }

  private static String why(Page page, CellHealth health) {
    return health.reasons().stream()
        .map(reason ->
            page.t(
                "health.weighed",
                health.of(reason).stream()
                    .map(concern -> concern.words(page))
                    .collect(Collectors.joining("; ")),
                health.settings().weight(reason)))
        .collect(Collectors.joining("; "));
  }
}
