package vn.nenmong.resolution.register;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.EntryForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Enters resolutions and programmes.
@Component
class ResolutionForm implements EntryForm {

  private final ResolutionRepository resolutions;
  private final Units units;
  private final Today today;

  ResolutionForm(ResolutionRepository resolutions, Units units, Today today) {
    this.resolutions = resolutions;
    this.units = units;
    this.today = today;
  }

  @Override
  public String register() {
    return "resolutions";
  }

  @Override
  public String title() {
    return "resolution.entry";
  }

  @Override
  public String page() {
    return "/resolutions";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("number", "resolution.register.number", Kind.TEXT).needed(),
        Field.of("issuedOn", "resolution.register.issuedOn", Kind.DAY).needed().dittoed(),
        Field.of("kind", "resolution.register.kind", Kind.TEXT).needed().dittoed(),
        Field.of("subject", "resolution.register.subject", Kind.LONG_TEXT).needed(),
        choice("organization", "resolution.register.organization", units.all(viewer.scope(), on))
            .needed()
            .dittoed(),
        Field.of("thematic", "resolution.register.thematic", Kind.YES));
  }

  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return resolutions
        .find(scope, id)
        .map(kept -> {
          Map<String, String> values = new HashMap<>();
          values.put("number", kept.number());
          values.put("issuedOn", kept.issuedOn().toString());
          values.put("kind", kept.kind());
          values.put("subject", kept.subject());
          values.put("organization", kept.organizationId().toString());
          if (kept.thematic()) {
            values.put("thematic", "yes");
          }
          return new Kept(kept.communeId(), kept.number() + ": " + kept.subject(), values);
        });
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("organization")), today.date());
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    return resolutions.insert(commune, values);
  }

  @Override
  public void correct(UUID id, Values values) {
    resolutions.update(id, values);
  }

  @Override
  public void remove(UUID id) {
    resolutions.delete(id);
  }
}
