package vn.nenmong.consolidation.village;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.Reach;

/// Hands out what the list of villages shows as a sheet.
@Component
class ExportVillages {

  private final Audit audit;

  ExportVillages(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  void run(
      Page page,
      Viewer viewer,
      Reach reach,
      List<VillageRow> rows,
      Map<UUID, String> names,
      HttpServletResponse response)
      throws IOException {
    audit.record(viewer, reach.commune(), "export", "villages", null, null);
    SheetResponse.send(response, "thon-ban-" + page.on(), sheet(page, reach, names), rows.stream());
  }

  private static Sheet<VillageRow> sheet(Page page, Reach reach, Map<UUID, String> names) {
    return new Sheet<>(
        page.t("nav.villages"),
        List.of(reach.name(), page.t("consolidation.village.sheetTitle", page.date(page.on()))),
        List.of(
            Column.text(page.t("consolidation.unit.code"), 10, VillageRow::code),
            Column.text(
                page.t("consolidation.village.name"), 24, village -> names.get(village.id())),
            Column.text(
                page.t("consolidation.village.coverage"),
                20,
                village -> page.t("consolidation.coverage." + village.coverage().code())),
            Column.number(page.t("consolidation.unit.members"), VillageRow::members),
            Column.number(page.t("consolidation.village.year"), VillageRow::year),
            Column.number(page.t("consolidation.village.households"), VillageRow::households),
            Column.number(page.t("consolidation.village.population"), VillageRow::population),
            Column.number(page.t("consolidation.village.poor"), VillageRow::poor),
            Column.number(page.t("consolidation.village.nearPoor"), VillageRow::nearPoor),
            Column.number(page.t("consolidation.village.poverty"), VillageRow::poverty),
            Column.text(
                page.t("consolidation.village.cultural"),
                12,
                village -> yesNo(page, village.cultural())),
            Column.text(
                page.t("consolidation.village.border"),
                12,
                village -> yesNo(page, village.border())),
            Column.number(page.t("consolidation.village.distance"), VillageRow::distance),
            Column.text(
                page.t("consolidation.village.direction"), 18, village -> village.direction(page)),
            Column.text(page.t("consolidation.village.coordinates"), 22, VillageRow::coordinates),
            Column.text(page.t("consolidation.village.cell"), 28, VillageRow::cell),
            Column.text(page.t("consolidation.village.head"), 26, VillageRow::head)));
  }

  private static @Nullable String yesNo(Page page, @Nullable Boolean value) {
    return value == null ? null : page.t(value ? "consolidation.yes" : "consolidation.no");
  }
}
