package vn.nenmong.membership.due;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.way.Person;
import vn.nenmong.rule.RuleWords;

/// Hands out what is due as a sheet, with the audit line that says so.
@Component
class ExportDue {

  private final Audit audit;

  ExportDue(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  public void run(
      Page page,
      Viewer viewer,
      List<DueLine> lines,
      Map<UUID, String> cells,
      HttpServletResponse response)
      throws IOException {
    record(viewer, "due", lines.stream().map(DueLine::person));
    List<Column<DueLine>> columns =
        List.of(
            Column.text(page.t("membership.due.name"), 28, line -> line.person().name()),
            Column.text(
                page.t("membership.due.cell"),
                28,
                line -> line.cell() == null ? null : cells.get(line.cell())),
            Column.text(
                page.t("membership.due.what"),
                36,
                line -> page.t("way.due." + line.due().what().code())),
            Column.text(
                page.t("membership.due.who"),
                14,
                line -> page.t("way.who." + line.due().who().code())),
            Column.day(page.t("membership.due.day"), line -> line.due().day()),
            Column.text(
                page.t("membership.due.rule"),
                44,
                line ->
                    line.due().limit() == null
                        ? null
                        : page.t("rule.name." + line.due().limit().rule().code())),
            Column.text(
                page.t("rule.evidence"),
                20,
                line ->
                    line.due().limit() == null
                        ? null
                        : RuleWords.evidence(page, line.due().limit().rule().source().evidence())));
    SheetResponse.send(
        response,
        "due",
        new Sheet<>(page.t("nav.due"), List.of(page.t("nav.due")), columns),
        lines.stream());
  }

  @Transactional
  public void badges(
      Page page,
      Viewer viewer,
      List<BadgeLine> lines,
      Map<UUID, String> cells,
      HttpServletResponse response)
      throws IOException {
    record(viewer, "badges", lines.stream().map(BadgeLine::person));
    List<Column<BadgeLine>> columns =
        List.of(
            Column.text(page.t("membership.due.name"), 28, line -> line.person().name()),
            Column.text(page.t("membership.due.cell"), 28, line -> cells.get(line.cell())),
            Column.text(
                page.t("membership.badges.badge"),
                18,
                line -> page.t("way.badge", String.valueOf(line.next().years()))),
            Column.date(page.t("membership.badges.from"), line -> line.next().from()),
            Column.day(page.t("membership.badges.reached"), line -> line.next().reached()),
            Column.day(page.t("membership.badges.award"), line -> line.next().award()));
    SheetResponse.send(
        response,
        "badges",
        new Sheet<>(page.t("nav.badges"), List.of(page.t("nav.badges")), columns),
        lines.stream());
  }

  private void record(Viewer viewer, String what, Stream<Person> people) {
    Set<UUID> communes = people.map(Person::commune).collect(Collectors.toSet());
    if (communes.isEmpty()) {
      audit.record(viewer, viewer.onlyCommune(), "export", what, null, null);
    }
    communes.forEach(commune -> audit.record(viewer, commune, "export", what, null, null));
  }
}
