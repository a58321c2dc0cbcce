package vn.nenmong.figures.kept;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.EntryForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Values;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Says that a register of a year is complete, so that figures are counted from it.
@Component
class RegisterYearForm implements EntryForm {

  private final RegisterYearRepository years;
  private final Organizations organizations;

  RegisterYearForm(RegisterYearRepository years, Organizations organizations) {
    this.years = years;
    this.organizations = organizations;
  }

  @Override
  public String register() {
    return "register-years";
  }

  @Override
  public String title() {
    return "figures.kept.entry";
  }

  @Override
  public String page() {
    return "/registers";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("commune", "figures.kept.commune", communes(viewer.scope(), on)).needed().dittoed(),
        Field.of("year", "figures.kept.year", Kind.YEAR).needed().dittoed(),
        choice(
                "register",
                "figures.kept.register",
                Registers.ALL.stream()
                    .map(register -> Choice.word(register, "figures.register." + register))
                    .toList())
            .needed());
  }

  private List<Choice> communes(Scope scope, LocalDate on) {
    return organizations.choices(scope, on).stream()
        .filter(OrganizationRef::isCommune)
        .map(commune -> Choice.of(commune.id().toString(), commune.name()))
        .toList();
  }

  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return years
        .find(scope, id)
        .map(kept ->
            new Kept(
                kept.communeId(),
                kept.commune() + ", " + kept.year(),
                Map.of(
                    "commune",
                    kept.communeId().toString(),
                    "year",
                    String.valueOf(kept.year()),
                    "register",
                    kept.register())));
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return UUID.fromString(values.needed("commune"));
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    return years.insert(values);
  }

  @Override
  public void correct(UUID id, Values values) {
    years.update(id, values);
  }

  @Override
  public void remove(UUID id) {
    years.delete(id);
  }
}
