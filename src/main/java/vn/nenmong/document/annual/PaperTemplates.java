package vn.nenmong.document.annual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.document.template.PaperTemplate;
import vn.nenmong.organization.OrganizationRef;

/// Finds the template of a commune's report: the office's own, else the program's of the layout
/// that is in force on the day of the paper.
@Component
class PaperTemplates {

  /// The margins that a template comes with; others are set in a copy of it.
  private static final String NEWEST = "20/20/30/15";

  private final TemplateRepository repository;

  PaperTemplates(TemplateRepository repository) {
    this.repository = repository;
  }

  PaperTemplate inUse(Scope scope, OrganizationRef commune, LocalDate day, LocalDate dated) {
    return own(scope, commune, day, null).orElseGet(() -> standard(commune.id(), dated));
  }

  /// @param version one that the office has put in, or null for the one in use
  Optional<PaperTemplate> own(
      Scope scope, OrganizationRef commune, LocalDate day, @Nullable Integer version) {
    return repository.file(scope, commune.id(), day, version).map(PaperTemplate::new);
  }

  /// The program's own.
  ///
  /// @param commune whose paper it is; null where nobody's
  /// @param dated day of the paper
  PaperTemplate standard(@Nullable UUID commune, LocalDate dated) {
    Layout layout = repository.layout(commune, dated);
    return packed(layout.resource())
        .orElseGet(
            () -> packed(Layout.resource(NEWEST)).orElseThrow().withMargins(layout.margins()));
  }

  private static Optional<PaperTemplate> packed(String resource) {
    try (var in = PaperTemplates.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(new PaperTemplate(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
