package vn.nenmong.consolidation.coverage;

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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.agency.Agencies;
import vn.nenmong.consolidation.agency.AgencyCount;
import vn.nenmong.consolidation.village.Coverage;
import vn.nenmong.consolidation.village.VillageRow;
import vn.nenmong.consolidation.village.Villages;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Chooser;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Sort;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Reach;

/// How villages and agencies are covered by cells on a day: those of one commune one by one, with
/// their picture, of an earlier day also those of all communes that the chosen one of today came
/// of; for who sees several communes, these in numbers.
@Controller
@ByOrganization
class CoverageController {

  private static final List<String> SORTS = List.of("name", "state", "members", "distance");
  private static final List<String> SORTS_OF_COMMUNES =
      List.of("name", "villages", "none", "joint", "danger", "own", "unknown", "uncovered");

  private final Organizations organizations;
  private final Villages villages;
  private final Agencies agencies;
  private final ExportCoverage exportCoverage;
  private final Today today;

  CoverageController(
      Organizations organizations,
      Villages villages,
      Agencies agencies,
      ExportCoverage exportCoverage,
      Today today) {
    this.organizations = organizations;
    this.villages = villages;
    this.agencies = agencies;
    this.exportCoverage = exportCoverage;
    this.today = today;
  }

  @GetMapping("/coverage")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(value = "chooser", binding = false) Chooser chooser,
      @ModelAttribute("filter") CoverageFilter filter,
      Model model) {
    List<OrganizationRef> choices = organizations.choices(viewer.scope(), page.on());
    if (isOfMany(choices, chooser)) {
      Sort sort = Sort.of(filter.sort(), SORTS_OF_COMMUNES);
      model.addAttribute("sort", sort);
      model.addAttribute("communes", sorted(communes(page, viewer, choices), sort));
      return "vn/nenmong/consolidation/coverage/communes";
    }
    Optional<Reach> reach = organizations.reach(viewer.scope(), page.on(), null);
    Villages.Covered covered =
        reach.map(villages::covered).orElse(new Villages.Covered(List.of(), Map.of()));
    List<VillageRow> all = covered.rows();
    Sort sort = Sort.of(filter.sort(), SORTS);
    model.addAttribute("sort", sort);
    model.addAttribute("whose", reach.map(Reach::name).orElse(""));
    model.addAttribute("covered", counted(all.stream().map(VillageRow::coverage).toList()));
    model.addAttribute("all", all);
    model.addAttribute("today", page.on().equals(today.date()));
    model.addAttribute("villages", narrowed(all, filter, sort));
    model.addAttribute("strips", covered.strips());
    model.addAttribute("names", villages.names(all, page.on()));
    model.addAttribute("pictures", Picture.of(all, villages.centres(all, page.on())));
    model.addAttribute(
        "agencies",
        agencies.counts(viewer.scope(), page.on()).stream()
            .collect(Collectors.groupingBy(AgencyCount::kind, TreeMap::new, Collectors.toList())));
    return "vn/nenmong/consolidation/coverage/show";
  }

  @GetMapping("/coverage/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(value = "chooser", binding = false) Chooser chooser,
      @ModelAttribute("filter") CoverageFilter filter,
      HttpServletResponse response)
      throws IOException {
    List<OrganizationRef> choices = organizations.choices(viewer.scope(), page.on());
    if (isOfMany(choices, chooser)) {
      exportCoverage.communes(
          page,
          viewer,
          sorted(communes(page, viewer, choices), Sort.of(filter.sort(), SORTS_OF_COMMUNES)),
          response);
      return;
    }
    Reach reach =
        organizations
            .reach(viewer.scope(), page.on(), null)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Villages.Covered covered = villages.covered(reach);
    List<VillageRow> rows = narrowed(covered.rows(), filter, Sort.of(filter.sort(), SORTS));
    exportCoverage.villages(
        page, viewer, reach, rows, villages.names(rows, page.on()), covered.strips(), response);
  }

  /// Whoever chose a commune of today is shown those that it came of as one.
  private static boolean isOfMany(List<OrganizationRef> choices, Chooser chooser) {
    return choices.stream().anyMatch(OrganizationRef::isAboveCommunes)
        || (chooser.chosen().isEmpty()
            && choices.stream().filter(OrganizationRef::isCommune).count() > 1);
  }

  private List<CommuneCoverage> communes(Page page, Viewer viewer, List<OrganizationRef> choices) {
    List<OrganizationRef> tops = organizations.tops(viewer.scope(), page.on());
    Map<UUID, Map<Coverage, Integer>> covered = villages.counts(viewer.scope(), tops, page.on());
    List<AgencyCount> counts = agencies.counts(viewer.scope(), page.on());
    return choices.stream()
        .filter(choice -> choice.isCommune() && !choice.isAboveCommunes())
        .map(commune -> {
          List<AgencyCount> own =
              counts.stream().filter(count -> count.commune().equals(commune.id())).toList();
          return new CommuneCoverage(
              commune,
              covered.getOrDefault(commune.id(), Map.of()),
              own.stream().mapToInt(AgencyCount::agencies).sum(),
              own.stream().mapToInt(AgencyCount::covered).sum());
        })
        .toList();
  }

  private static Map<Coverage, Integer> counted(List<Coverage> states) {
    Map<Coverage, Integer> counted = new EnumMap<>(Coverage.class);
    states.forEach(state -> counted.merge(state, 1, Integer::sum));
    return counted;
  }

  private static List<CommuneCoverage> sorted(List<CommuneCoverage> communes, Sort sort) {
    List<CommuneCoverage> rows = new ArrayList<>(communes);
    if (!sort.column().equals("name")) {
      rows.sort(Comparator.comparingInt(commune -> value(commune, sort.column())));
    }
    if (sort.descending()) {
      Collections.reverse(rows);
    }
    return rows;
  }

  private static int value(CommuneCoverage commune, String column) {
    return switch (column) {
      case "villages" -> commune.all();
      case "uncovered" -> commune.agencies() - commune.covered();
      default -> commune.of(Coverage.of(column));
    };
  }

  /// In the order asked for, else by name; what is not known comes last either way.
  private static List<VillageRow> narrowed(List<VillageRow> all, CoverageFilter filter, Sort sort) {
    List<VillageRow> rows = new ArrayList<>(all.stream().filter(filter::lets).toList());
    if (sort.column().equals("name")) {
      if (sort.descending()) {
        Collections.reverse(rows);
      }
      return rows;
    }
    if (sort.column().equals("distance")) {
      Comparator<BigDecimal> order =
          sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
      rows.sort(Comparator.comparing(VillageRow::distance, Comparator.nullsLast(order)));
      return rows;
    }
    Comparator<VillageRow> order =
        sort.column().equals("state")
            ? Comparator.comparing(VillageRow::coverage)
            : Comparator.comparingInt(VillageRow::members);
    rows.sort(sort.descending() ? order.reversed() : order);
    return rows;
  }
}
