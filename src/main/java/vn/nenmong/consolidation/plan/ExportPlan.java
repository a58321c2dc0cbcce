package vn.nenmong.consolidation.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.Alternative.Placed;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;

/// Hands a plan out as a sheet, with the audit line that says so.
@Component
class ExportPlan {

  private final Audit audit;

  ExportPlan(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  public void run(
      Page page,
      Viewer viewer,
      PlanRun run,
      Alternative plan,
      Map<UUID, String> names,
      HttpServletResponse response)
      throws IOException {
    audit.record(viewer, run.commune(), "export", "plan", run.id(), null);
    String of = "consolidation.plan." + run.kind().code() + ".";
    List<Column<Placed>> columns =
        List.of(
            Column.text(page.t(of + "of"), 30, placed -> names.get(placed.of())),
            Column.text(
                page.t(of + "before"),
                30,
                placed ->
                    placed.before().stream()
                        .map(before -> Objects.requireNonNullElse(names.get(before), "–"))
                        .collect(Collectors.joining(", "))),
            Column.text(page.t(of + "to"), 30, placed -> names.get(placed.to())),
            Column.number(page.t("consolidation.plan.km"), Placed::kilometres),
            Column.text(
                page.t("consolidation.plan.reasons"),
                40,
                placed ->
                    placed.reasons().stream()
                        .map(reason -> page.t("consolidation.plan.reason." + reason.code()))
                        .collect(Collectors.joining(", "))));
    String title = page.t("consolidation.plan.title." + run.kind().code(), page.date(run.day()));
    SheetResponse.send(
        response,
        "plan-" + run.kind().code(),
        new Sheet<>(page.t("nav.plans"), List.of(title), columns),
        plan.placed().stream());
  }
}
