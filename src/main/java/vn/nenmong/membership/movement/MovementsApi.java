package vn.nenmong.membership.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Who came and left within a period, for other programs.
@RestController
class MovementsApi {

  /// @param from first day of the period
  /// @param opening members on the day before it
  /// @param in how many came, by kind
  /// @param out how many left, by kind
  /// @param closing members on its last day: opening and in less out
  record Answer(
      LocalDate from,
      LocalDate to,
      int opening,
      Map<String, Long> in,
      Map<String, Long> out,
      int closing,
      List<Item> movements) {}

  /// @param day the first on which they are in the organization, or not in it any more
  /// @param kind such as `admitted`
  /// @param cell id of theirs in the organization
  /// @param place of a transfer, such as `other_province`, where it is told
  record Item(
      UUID person,
      String name,
      LocalDate day,
      String kind,
      UUID cell,
      @Nullable String place,
      @Nullable String reason) {}

  private final Organizations organizations;
  private final FindMovements find;

  MovementsApi(Organizations organizations, FindMovements find) {
    this.organizations = organizations;
    this.find = find;
  }

  /// @param organization code of the one asked for, such as `NATONG/CB01`; none for all
  @GetMapping("/api/movements")
  Answer movements(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization) {
    OrganizationRef of =
        organization == null
            ? null
            : organizations
                .find(viewer.scope(), organization, page.on())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Movements movements = find.within(viewer.scope(), of, page.period());
    return new Answer(
        page.period().from(),
        page.period().to(),
        movements.opening(),
        counts(movements, true),
        counts(movements, false),
        movements.closing(),
        movements.all().stream()
            .map(movement ->
                new Item(
                    movement.person(),
                    movement.name(),
                    movement.day(),
                    movement.kind().code(),
                    movement.cellId(),
                    movement.place(),
                    movement.reason()))
            .toList());
  }

  private static Map<String, Long> counts(Movements movements, boolean in) {
    return movements.kinds(in).stream()
        .collect(Collectors.toMap(MovementKind::code, movements::count));
  }
}
