package vn.nenmong.workbook.reconciliation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Part;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.reconciliation.Line.Difference;
import vn.nenmong.workbook.reconciliation.ReconciliationRepository.Said;

/// One reconciliation: what differs, and what is said of it.
@Controller
class ReconciliationController {

  private final Organizations organizations;
  private final ReconciliationRepository repository;
  private final CompareLists compare;
  private final SettleDifferences settle;
  private final ExportDifferences export;
  private final Audit audit;

  ReconciliationController(
      Organizations organizations,
      ReconciliationRepository repository,
      CompareLists compare,
      SettleDifferences settle,
      ExportDifferences export,
      Audit audit) {
    this.organizations = organizations;
    this.repository = repository;
    this.compare = compare;
    this.settle = settle;
    this.export = export;
    this.audit = audit;
  }

  @GetMapping("/reconciliations/{id}")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("shown") Shown shown,
      @RequestParam(defaultValue = "1") int part,
      @RequestParam(required = false) @Nullable String print,
      Model model) {
    Reconciliation one = find(viewer, id);
    audit.look(viewer, one.commune(), "reconciliation", id);
    Compared compared = compare.of(viewer.scope(), one);
    model.addAttribute("of", one);
    model.addAttribute("compared", compared);
    model.addAttribute("rows", Part.of(shown.rows(compared), part, print));
    return "vn/nenmong/workbook/reconciliation/show";
  }

  /// @param difference codes of those that were ticked
  /// @param all whether all that the filter leaves is meant
  @PostMapping("/reconciliations/{id}/settle")
  String settle(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("shown") Shown shown,
      @RequestParam(defaultValue = "") List<String> difference,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable Verdict verdict,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes redirect) {
    Reconciliation one = find(viewer, id);
    Compared compared = compare.of(viewer.scope(), one);
    Set<String> ticked = Set.copyOf(difference);
    Stream<Difference> meant =
        all
            ? shown.rows(compared).stream().flatMap(row -> Stream.ofNullable(row.difference()))
            : compared.differences().filter(each -> ticked.contains(each.key().code()));
    List<Difference> differences = meant.filter(Difference::isOpen).toList();
    return done(
        redirect,
        page,
        one,
        shown,
        page.t("workbook.reconciliation.settle.done", page.number(differences.size())),
        () -> {
          if (verdict == null) {
            throw new Refused("workbook.reconciliation.settle.noVerdict");
          }
          return settle.run(viewer, one, differences, verdict, Vietnamese.clean(note));
        });
  }

  @PostMapping("/reconciliations/{id}/reopen")
  String reopen(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("shown") Shown shown,
      @RequestParam UUID settlement,
      RedirectAttributes redirect) {
    Reconciliation one = find(viewer, id);
    return done(
        redirect,
        page,
        one,
        shown,
        page.t("workbook.reconciliation.reopened"),
        () -> settle.reopen(viewer, one, List.of(settlement)));
  }

  /// @param row a line of theirs; none for all whom only one of ours may be
  /// @param person whom it is; nobody where it is to be open again
  @PostMapping("/reconciliations/{id}/match")
  String match(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("shown") Shown shown,
      @RequestParam(required = false) @Nullable UUID row,
      @RequestParam(required = false) @Nullable UUID person,
      RedirectAttributes redirect) {
    Reconciliation one = find(viewer, id);
    Map<UUID, @Nullable UUID> chosen = new HashMap<>();
    for (Line line : compare.of(viewer.scope(), one).lines()) {
      Theirs theirs = line.theirs();
      if (theirs == null || (row != null && !row.equals(theirs.id()))) {
        continue;
      }
      if (row == null) {
        if (line.perhaps().size() == 1) {
          chosen.put(theirs.id(), line.perhaps().getFirst().id());
        }
      } else if (person == null
          || line.perhaps().stream().anyMatch(ours -> ours.id().equals(person))) {
        chosen.put(theirs.id(), person);
      }
    }
    return done(
        redirect,
        page,
        one,
        shown,
        page.t("workbook.reconciliation.matched", page.number(chosen.size())),
        () -> {
          settle.choose(viewer, one, chosen);
          return null;
        });
  }

  @PostMapping("/reconciliations/{id}/remove")
  String remove(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    settle.remove(viewer, find(viewer, id));
    return "redirect:/reconciliations";
  }

  @GetMapping("/reconciliations/{id}/units")
  String units(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    Reconciliation one = find(viewer, id);
    model.addAttribute("of", one);
    model.addAttribute("counts", counts(viewer, one));
    return "vn/nenmong/workbook/reconciliation/units";
  }

  private List<UnitCount> counts(Viewer viewer, Reconciliation one) {
    return UnitCount.of(
        one,
        compare.of(viewer.scope(), one),
        repository.members(viewer.scope(), one),
        units(viewer, one),
        repository.counts(viewer.scope(), one.id()));
  }

  private List<OrganizationRef> units(Viewer viewer, Reconciliation one) {
    return organizations
        .find(viewer.scope(), one.commune(), one.day())
        .map(root -> organizations.subtree(viewer.scope(), root, one.day()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/reconciliations/{id}/units")
  String say(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    Reconciliation one = find(viewer, id);
    try {
      Map<UUID, Said> said = new HashMap<>();
      for (OrganizationRef unit : units(viewer, one)) {
        Said typed = new Said(number(form, "cells.", unit), number(form, "members.", unit));
        if (typed.cells() != null || typed.members() != null) {
          said.put(unit.id(), typed);
        }
      }
      settle.say(viewer, one, said);
      redirect.addFlashAttribute(
          Notice.NAME, new Notice(page.t("workbook.reconciliation.units.saved"), null));
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          Notice.NAME, Notice.refused(page.t(refused.code(), refused.arguments())));
    }
    return "redirect:" + one.address() + "/units";
  }

  private static @Nullable Integer number(
      Map<String, String> form, String prefix, OrganizationRef unit) {
    String typed = form.getOrDefault(prefix + unit.id(), "").replaceAll("[\\s.]", "");
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("\\d{1,6}")) {
      throw new Refused("workbook.reconciliation.units.noNumber", typed, unit.name());
    }
    return Integer.valueOf(typed);
  }

  @GetMapping("/reconciliations/{id}/export")
  void export(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("shown") Shown shown,
      HttpServletResponse response)
      throws IOException {
    Reconciliation one = find(viewer, id);
    export.run(page, viewer, one, shown.rows(compare.of(viewer.scope(), one)), response);
  }

  /// Back to what was looked at, with what became of it.
  ///
  /// @param deed gives the change by which it can be taken back, or null
  private static String done(
      RedirectAttributes redirect,
      Page page,
      Reconciliation of,
      Shown shown,
      String words,
      Supplier<@Nullable UUID> deed) {
    try {
      UUID change = deed.get();
      String undo = change == null ? null : "/entry/undo/" + change;
      redirect.addFlashAttribute(
          Notice.NAME, new Notice(words, undo != null && page.mayOpen(undo) ? undo : null));
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          Notice.NAME, Notice.refused(page.t(refused.code(), refused.arguments())));
    }
    redirect.addAttribute("show", shown.tab());
    redirect.addAttribute("what", Objects.requireNonNullElse(shown.what(), ""));
    redirect.addAttribute("q", Objects.requireNonNullElse(shown.q(), ""));
    return "redirect:" + of.address();
  }

  private Reconciliation find(Viewer viewer, UUID id) {
    return repository
        .find(viewer.scope(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
