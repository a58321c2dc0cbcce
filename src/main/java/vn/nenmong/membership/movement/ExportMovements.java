package vn.nenmong.membership.movement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;

/// Hands out who came and left as a sheet, with the audit line that says so.
@Component
class ExportMovements {

  private final Audit audit;

  ExportMovements(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  public void run(Page page, Viewer viewer, List<Movement> movements, HttpServletResponse response)
      throws IOException {
    for (UUID commune : movements.stream().map(Movement::commune).distinct().toList()) {
      audit.record(viewer, commune, "export", "movements", null, null);
    }
    List<Column<Movement>> columns =
        List.of(
            Column.text(page.t("membership.movement.name"), 28, Movement::name),
            Column.day(page.t("membership.movement.day"), Movement::day),
            Column.text(
                page.t("membership.movement.direction"),
                8,
                line ->
                    page.t(
                        line.kind().isIn() ? "membership.movement.in" : "membership.movement.out")),
            Column.text(
                page.t("membership.movement.kind"),
                32,
                line -> page.t("membership.movement.kind." + line.kind().code())),
            Column.text(
                page.t("membership.movement.place"),
                20,
                line ->
                    line.kind().isTransfer()
                        ? page.t("membership.movement.place." + Movements.place(line))
                        : null),
            Column.text(page.t("membership.movement.cell"), 28, Movement::cell),
            Column.text(page.t("membership.movement.other"), 28, Movement::other),
            Column.text(page.t("membership.movement.reason"), 36, Movement::reason));
    String title =
        page.t(
            "membership.movement.title",
            page.date(page.period().from()),
            page.date(page.period().to()));
    SheetResponse.send(
        response,
        "movements",
        new Sheet<>(page.t("nav.movements"), List.of(title), columns),
        movements.stream());
  }
}
