package vn.nenmong.consolidation.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.village.Coverage;
import vn.nenmong.consolidation.village.Strip;
import vn.nenmong.consolidation.village.VillageRow;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.Reach;

/// Hands out what the page of coverage shows as a sheet.
@Component
class ExportCoverage {

  private final Audit audit;

  ExportCoverage(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  void villages(
      Page page,
      Viewer viewer,
      Reach reach,
      List<VillageRow> rows,
      Map<UUID, String> names,
      Map<UUID, Strip> strips,
      HttpServletResponse response)
      throws IOException {
    audit.record(viewer, reach.commune(), "export", "coverage", null, null);
    List<Column<VillageRow>> columns =
        new ArrayList<>(
            List.of(
                Column.text(page.t("consolidation.unit.code"), 10, VillageRow::code),
                Column.text(
                    page.t("consolidation.village.name"), 24, village -> names.get(village.id())),
                Column.text(
                    page.t("consolidation.village.coverage"),
                    20,
                    village -> word(page, village.coverage())),
                Column.text(
                    page.t("coverage.why"),
                    40,
                    village ->
                        village.dangers().stream()
                            .map(danger -> danger.words(page))
                            .collect(Collectors.joining("; "))),
                Column.number(page.t("consolidation.unit.members"), VillageRow::members),
                Column.text(page.t("consolidation.village.cell"), 28, VillageRow::cell),
                Column.number(page.t("consolidation.village.distance"), VillageRow::distance),
                Column.text(
                    page.t("consolidation.village.direction"),
                    18,
                    village -> village.direction(page)),
                Column.text(
                    page.t("consolidation.village.coordinates"), 22, VillageRow::coordinates)));
    int last = page.on().getYear();
    for (int year = last - Strip.YEARS + 1; year <= last; year++) {
      int at = year;
      columns.add(
          Column.text(
              String.valueOf(year), 16, village -> word(page, at(strips.get(village.id()), at))));
    }
    SheetResponse.send(
        response,
        "do-phu-" + page.on(),
        new Sheet<>(
            page.t("nav.coverage"),
            List.of(reach.name(), page.t("coverage.sheetTitle", page.date(page.on()))),
            columns),
        rows.stream());
  }

  @Transactional
  void communes(
      Page page, Viewer viewer, List<CommuneCoverage> communes, HttpServletResponse response)
      throws IOException {
    audit.record(viewer, null, "export", "coverage", null, null);
    List<Column<CommuneCoverage>> columns = new ArrayList<>();
    columns.add(Column.text(page.t("coverage.commune"), 32, row -> row.commune().name()));
    columns.add(Column.number(page.t("consolidation.unit.villages"), CommuneCoverage::all));
    Arrays.stream(Coverage.values())
        .forEach(state -> columns.add(Column.number(word(page, state), row -> row.of(state))));
    columns.add(Column.number(page.t("nav.agencies"), CommuneCoverage::agencies));
    columns.add(Column.number(page.t("agency.with"), CommuneCoverage::covered));
    SheetResponse.send(
        response,
        "do-phu-" + page.on(),
        new Sheet<>(
            page.t("nav.coverage"),
            List.of(page.t("coverage.sheetTitle", page.date(page.on()))),
            columns),
        communes.stream());
  }

  private static @Nullable Coverage at(@Nullable Strip strip, int year) {
    return strip == null ? null : strip.states().get(year - strip.first());
  }

  private static String word(Page page, @Nullable Coverage state) {
    return state == null ? "" : page.t("consolidation.coverage." + state.code());
  }
}
