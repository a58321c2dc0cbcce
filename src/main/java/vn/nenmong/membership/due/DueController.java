package vn.nenmong.membership.due;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import vn.nenmong.kernel.web.Part;
import vn.nenmong.membership.step.Ways;
import vn.nenmong.membership.way.Due;
import vn.nenmong.organization.ByOrganization;

/// What is due: late, today, in 30 or in 90 days; for cell, committee and person.
@Controller
@ByOrganization
class DueController {

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
    List<DueLine> all = lines(viewer, asked);
    Part<DueLine> lines = Part.of(matching(all, asked), part, print);
    model.addAttribute("list", new DueList(lines, names(lines.rows()), counts(all)));
    model.addAttribute("days", asked.days());
    model.addAttribute("who", asked.who());
    model.addAttribute("what", asked.what());
    model.addAttribute("q", Objects.requireNonNullElse(asked.q(), ""));
    model.addAttribute("today", today.date());
    return "vn/nenmong/membership/due/list";
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

  private List<DueLine> lines(Viewer viewer, Asked asked) {
    return find.until(viewer.scope(), today.date().plusDays(asked.days()));
  }

  private static List<DueLine> matching(List<DueLine> lines, Asked asked) {
    String words = Vietnamese.fold(Objects.requireNonNullElse(asked.q(), ""));
    return lines.stream()
        .filter(line -> asked.who() == null || line.due().who() == asked.who())
        .filter(line -> asked.what() == null || line.due().what() == asked.what())
        .filter(line -> Vietnamese.fold(line.person().name()).contains(words))
        .toList();
  }

  @GetMapping("/due/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    List<DueLine> lines = matching(lines(viewer, asked), asked);
    export.run(page, viewer, lines, names(lines), response);
  }
}
