package vn.nenmong.consolidation.village;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.Kinship;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Sort;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Reach;

/// The villages of a commune on a day, and each of them. A commune has a few dozen at most: they
/// are narrowed and sorted here.
@Controller
@ByOrganization
class VillageController {

  private static final List<String> SORTS =
      List.of("name", "members", "households", "poverty", "distance");

  private final Organizations organizations;
  private final VillageRepository repository;
  private final Villages villages;
  private final ExportVillages exportVillages;
  private final Kinship kinship;
  private final Today today;

  VillageController(
      Organizations organizations,
      VillageRepository repository,
      Villages villages,
      ExportVillages exportVillages,
      Kinship kinship,
      Today today) {
    this.organizations = organizations;
    this.repository = repository;
    this.villages = villages;
    this.exportVillages = exportVillages;
    this.kinship = kinship;
    this.today = today;
  }

  @GetMapping("/villages")
  String list(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("filter") VillageFilter filter,
      Model model) {
    Optional<Reach> reach = reach(page, viewer, filter);
    List<VillageRow> all = reach.map(villages::of).orElse(List.of());
    Sort sort = Sort.of(filter.sort(), SORTS);
    model.addAttribute("sort", sort);
    model.addAttribute("reach", reach.orElse(null));
    model.addAttribute("covered", covered(all));
    model.addAttribute("names", villages.names(all, page.on()));
    model.addAttribute("villages", narrowed(all, filter, sort));
    model.addAttribute("today", page.on().equals(today.date()));
    return "vn/nenmong/consolidation/village/list";
  }

  @GetMapping("/villages/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("filter") VillageFilter filter,
      HttpServletResponse response)
      throws IOException {
    Reach reach =
        reach(page, viewer, filter)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<VillageRow> rows = narrowed(villages.of(reach), filter, Sort.of(filter.sort(), SORTS));
    exportVillages.run(page, viewer, reach, rows, villages.names(rows, page.on()), response);
  }

  @GetMapping("/villages/{id}")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    VillageFile file = repository.find(viewer.scope(), id, page.on()).orElse(null);
    if (file == null) {
      return repository
          .nearest(viewer.scope(), id, page.on())
          .map(day -> "redirect:/villages/" + id + "?on=" + day)
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    Villages.Covered covered = villages.covered(file.village(), viewer.scope(), page.on());
    model.addAttribute("file", file);
    model.addAttribute("village", covered.rows().getFirst());
    model.addAttribute("today", page.on().equals(today.date()));
    model.addAttribute("strip", covered.strips().get(id));
    model.addAttribute("kin", kinship.ofVillage(viewer.scope(), id, page.on()));
    return "vn/nenmong/consolidation/village/show";
  }

  private Optional<Reach> reach(Page page, Viewer viewer, VillageFilter filter) {
    Optional<Reach> reach = organizations.reach(viewer.scope(), page.on(), filter.unit());
    if (reach.isEmpty() && filter.unit() != null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return reach;
  }

  private static Map<Coverage, Integer> covered(List<VillageRow> all) {
    Map<Coverage, Integer> covered = new EnumMap<>(Coverage.class);
    all.forEach(village -> covered.merge(village.coverage(), 1, Integer::sum));
    return covered;
  }

  /// In the order asked for; what is not known comes last either way.
  private static List<VillageRow> narrowed(List<VillageRow> all, VillageFilter filter, Sort sort) {
    List<VillageRow> rows = new ArrayList<>(all.stream().filter(filter::lets).toList());
    if (sort.column().equals("name")) {
      if (sort.descending()) {
        Collections.reverse(rows);
      }
      return rows;
    }
    Comparator<BigDecimal> order =
        sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    rows.sort(
        Comparator.comparing(
            village -> value(village, sort.column()), Comparator.nullsLast(order)));
    return rows;
  }

  private static @Nullable BigDecimal value(VillageRow village, String column) {
    return switch (column) {
      case "members" -> BigDecimal.valueOf(village.members());
      case "households" ->
          village.households() == null ? null : BigDecimal.valueOf(village.households());
      case "poverty" -> village.poverty();
      default -> village.distance();
    };
  }
}
