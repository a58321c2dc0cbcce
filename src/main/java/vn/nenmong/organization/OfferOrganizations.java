package vn.nenmong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.web.Chooser;

/// Offers what someone may look at by itself: of an earlier day the organizations of that day and
/// those of today.
@Component
public class OfferOrganizations {

  private final Organizations organizations;

  OfferOrganizations(Organizations organizations) {
    this.organizations = organizations;
  }

  /// @param which of them are offered
  /// @param chosen code of the one looked at, or empty
  public Chooser run(Scope scope, LocalDate day, Predicate<OrganizationRef> which, String chosen) {
    List<OrganizationRef> then = organizations.choices(scope, day).stream().filter(which).toList();
    return of(
        then,
        organizations.presentChoices(scope, day, then).stream().filter(which).toList(),
        chosen);
  }

  /// @param then organizations of the day
  /// @param present those of today that were not there then
  /// @param chosen code of the one looked at, or empty
  public static Chooser of(
      List<OrganizationRef> then, List<OrganizationRef> present, String chosen) {
    Map<UUID, String> names =
        OrganizationRef.names(Stream.concat(then.stream(), present.stream()).toList());
    return new Chooser(choices(then, names), choices(present, names), chosen);
  }

  private static List<Chooser.Choice> choices(
      List<OrganizationRef> organizations, Map<UUID, String> names) {
    return organizations.stream()
        .map(choice ->
            new Chooser.Choice(
                choice.fullCode(),
                names.getOrDefault(choice.id(), choice.name()),
                choice.isAboveCommunes()))
        .toList();
  }
}
