package vn.nenmong.consolidation.unit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Addressed;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The cells as an office hands them out: as a list, and as labels and envelopes.
@Controller
@ByOrganization
class CellListController {

  private final Organizations organizations;
  private final CellListRepository cells;
  private final Audit audit;

  CellListController(Organizations organizations, CellListRepository cells, Audit audit) {
    this.organizations = organizations;
    this.cells = cells;
    this.audit = audit;
  }

  @GetMapping("/organizations/cells/export")
  @Transactional
  public void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    List<OrganizationRef> tops = tops(page, viewer);
    audit.record(viewer, OrganizationRef.commune(tops), "export", "cells", null, null);
    List<CellLine> lines = cells.all(viewer.scope(), page.on());
    SheetResponse.send(
        response,
        "chi-bo-" + page.on(),
        sheet(page, OrganizationRef.joined(tops), lines),
        lines.stream());
  }

  @GetMapping("/organizations/cells/labels")
  String labels(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    List<OrganizationRef> tops = tops(page, viewer);
    audit.record(viewer, OrganizationRef.commune(tops), "export", "labels", null, null);
    model.addAttribute("title", page.t("consolidation.cells.labels"));
    model.addAttribute("sender", OrganizationRef.joined(tops));
    model.addAttribute(
        "addressed",
        cells.all(viewer.scope(), page.on()).stream()
            .map(cell ->
                new Addressed(
                    cell.secretary() == null
                        ? page.t("consolidation.cells.secretary")
                        : page.t("consolidation.cells.secretaryNamed", cell.secretary()),
                    cell.name(),
                    Optional.ofNullable(cell.villages()).orElse("")))
            .toList());
    return Addressed.VIEW;
  }

  private List<OrganizationRef> tops(Page page, Viewer viewer) {
    List<OrganizationRef> tops = organizations.tops(viewer.scope(), page.on());
    if (tops.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return tops;
  }

  private static Sheet<CellLine> sheet(Page page, String whose, List<CellLine> lines) {
    List<UUID> order = lines.stream().map(CellLine::id).toList();
    return new Sheet<>(
        page.t("consolidation.cells.title"),
        List.of(whose, page.t("consolidation.cells.sheetTitle", page.date(page.on()))),
        List.of(
            Column.number(page.t("consolidation.cells.index"), c -> order.indexOf(c.id()) + 1),
            Column.text(page.t("consolidation.unit.code"), 10, CellLine::code),
            Column.text(page.t("consolidation.cells.name"), 30, CellLine::name),
            Column.text(
                page.t("consolidation.unit.kind"),
                16,
                cell -> page.t("consolidation.kind." + cell.kind())),
            Column.text(page.t("consolidation.unit.villages"), 24, CellLine::villages),
            Column.number(page.t("consolidation.unit.members"), CellLine::members),
            Column.number(page.t("consolidation.unit.official"), CellLine::official),
            Column.number(page.t("consolidation.unit.probationary"), CellLine::probationary),
            Column.number(page.t("consolidation.cells.women"), CellLine::women),
            Column.number(page.t("consolidation.cells.minorities"), CellLine::minorities),
            Column.text(page.t("consolidation.cells.secretary"), 24, CellLine::secretary),
            Column.text(page.t("consolidation.cells.deputies"), 24, CellLine::deputies),
            Column.text(page.t("consolidation.cells.committee"), 30, CellLine::committee),
            Column.date(page.t("consolidation.unit.founded"), CellLine::founded),
            Column.text(page.t("consolidation.unit.decision"), 16, CellLine::decision),
            Column.text(page.t("membership.column.note"), 30, cell -> note(page, cell.joint()))));
  }

  private static @Nullable String note(Page page, @Nullable String joint) {
    return joint == null ? null : page.t("consolidation.cells.joint", joint);
  }
}
