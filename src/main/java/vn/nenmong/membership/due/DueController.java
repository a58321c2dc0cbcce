package vn.nenmong.membership.due;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.step.Ways;
import vn.nenmong.membership.way.Due;
import vn.nenmong.organization.ByOrganization;

/// What is due: late, today, in 30 or in 90 days; for cell, committee and person.
@Controller
@ByOrganization
class DueController {

  private static final int PAGE = 50;
  private static final int PRINTED = 1_000;

  /// @param horizon days to look ahead
  /// @param who whose turn it is; null for anyone's
  /// @param what kind of thing; null for any
  /// @param q words of a name
  record Asked(
      @Nullable Integer horizon,
      Due.@Nullable Who who,
      Due.@Nullable What what,
      @Nullable String q) {

    int days() {
      return horizon == null ? 30 : Math.clamp(horizon, 0, 400);
    }
  }

  private final FindDue find;
  private final ExportDue export;
  private final Ways ways;
  private final Today today;

  DueController(FindDue find, ExportDue export, Ways ways, Today today) {
    this.find = find;
    this.export = export;
    this.ways = ways;
    this.today = today;
  }

  @GetMapping("/due")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      @RequestParam(defaultValue = "1") int part,
      @RequestParam(required = false) @Nullable String print,
      Model model) {
    List<DueLine> all = lines(viewer, asked, false);
    List<DueLine> shown = all.stream().filter(line -> matches(line, asked)).toList();
    int size = "all".equals(print) ? PRINTED : PAGE;
    int parts = Math.max(1, Math.ceilDiv(shown.size(), size));
    int at = Math.clamp(part, 1, parts);
    List<DueLine> lines = shown.subList((at - 1) * size, Math.min(at * size, shown.size()));
    model.addAttribute("list", list(lines, shown.size(), at, parts, counts(all)));
    model.addAttribute("days", asked.days());
    model.addAttribute("who", asked.who());
    model.addAttribute("what", asked.what());
    model.addAttribute("q", Objects.requireNonNullElse(asked.q(), ""));
    model.addAttribute("today", today.date());
    return "vn/nenmong/membership/due/list";
  }

  private DueList list(
      List<DueLine> lines, int all, int part, int parts, Map<Due.What, Long> counts) {
    return new DueList(lines, names(lines), all, part, parts, counts);
  }

  private Map<UUID, String> names(Collection<DueLine> lines) {
    return ways.names(
        lines.stream().flatMap(line -> Stream.ofNullable(line.cell())).collect(Collectors.toSet()));
  }

  /// How many of each kind there are.
  private static Map<Due.What, Long> counts(List<DueLine> lines) {
    return lines.stream()
        .map(line -> line.due().what())
        .sorted()
        .collect(Collectors.groupingBy(what -> what, LinkedHashMap::new, Collectors.counting()));
  }

  private List<DueLine> lines(Viewer viewer, Asked asked, boolean narrowed) {
    LocalDate until = today.date().plusDays(asked.days());
    List<DueLine> lines = find.until(viewer.scope(), until);
    return narrowed ? lines.stream().filter(line -> matches(line, asked)).toList() : lines;
  }

  private static boolean matches(DueLine line, Asked asked) {
    return (asked.who() == null || line.due().who() == asked.who())
        && (asked.what() == null || line.due().what() == asked.what())
        && (asked.q() == null
            || Vietnamese.fold(line.person().name()).contains(Vietnamese.fold(asked.q())));
  }

  @GetMapping("/due/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    List<DueLine> lines = lines(viewer, asked, true);
    export.run(page, viewer, lines, names(lines), response);
  }
}
