package vn.nenmong.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The organizations that a form can name: those of the scope on a day, and after them those that
/// ended before, of which something may still be to enter or correct.
@Component
public class Units {

  private final Organizations organizations;

  Units(Organizations organizations) {
    this.organizations = organizations;
  }

  public List<Field.Choice> all(Scope scope, LocalDate on) {
    return some(scope, on, unit -> !unit.isAboveCommunes());
  }

  public List<Field.Choice> communes(Scope scope, LocalDate on) {
    return some(scope, on, OrganizationRef::isCommune);
  }

  /// Those that others may stand below.
  public List<Field.Choice> committees(Scope scope, LocalDate on) {
    return some(scope, on, unit -> !unit.isCell() && !unit.isAboveCommunes());
  }

  public List<Field.Choice> cells(Scope scope, LocalDate on) {
    return some(scope, on, OrganizationRef::isCell);
  }

  private List<Field.Choice> some(Scope scope, LocalDate on, Predicate<OrganizationRef> which) {
    List<OrganizationRef> open =
        organizations.tops(scope, on).stream()
            .flatMap(top -> organizations.subtree(scope, top, on).stream())
            .filter(which)
            .toList();
    Map<OrganizationRef, LocalDate> ended = organizations.ended(scope, on);
    Map<UUID, String> names =
        OrganizationRef.names(
            Stream.concat(open.stream(), ended.keySet().stream().filter(which)).toList());
    return Stream.concat(
            open.stream().map(unit -> choice(unit, names, "")),
            ended.entrySet().stream()
                .filter(unit -> which.test(unit.getKey()))
                .map(unit ->
                    choice(
                        unit.getKey(),
                        names,
                        " (… – %s)".formatted(PartialDate.day(unit.getValue()).toVietnamese()))))
        .toList();
  }

  private static Field.Choice choice(OrganizationRef unit, Map<UUID, String> names, String until) {
    return Field.Choice.of(
        unit.id().toString(), names.getOrDefault(unit.id(), unit.name()) + until);
  }

  /// @throws Rejected at a field, where an organization of the scope was not there on a day
  public void refuseUnlessOpen(Scope scope, UUID unit, LocalDate day, String field) {
    if (organizations.find(scope, unit, day).isEmpty()) {
      throw new Rejected(field, "entry.problem.notThen", PartialDate.day(day).toVietnamese());
    }
  }

  /// @throws Rejected at a field, where an organization of the scope was not there in a year
  public void refuseUnlessOpenIn(Scope scope, UUID unit, int year, String field) {
    if (organizations.find(scope, unit, LocalDate.of(year, 12, 31)).isEmpty()
        && organizations.find(scope, unit, LocalDate.of(year, 1, 1)).isEmpty()) {
      throw new Rejected(field, "entry.problem.notThen", String.valueOf(year));
    }
  }

  /// The commune of an organization of the scope.
  ///
  /// @throws Rejected where there is none
  public UUID commune(Scope scope, UUID unit, LocalDate on) {
    return organizations
        .find(scope, unit, on)
        .or(() -> ended(scope, unit, on))
        .map(OrganizationRef::communeId)
        .orElseThrow(() -> new Rejected(null, "entry.problem.gone"));
  }

  private Optional<OrganizationRef> ended(Scope scope, UUID unit, LocalDate on) {
    return organizations.ended(scope, on).keySet().stream()
        .filter(other -> other.id().equals(unit))
        .findFirst();
  }
}
