package vn.nenmong.document.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.document.template.PaperTemplate;
import vn.nenmong.document.template.TemplateCheck;

/// Finds the template of a commune's paper: the office's own, else the program's of the layout that
/// is in force on the day of the paper.
@Component
public class PaperTemplates {

  /// The margins that a template comes with; others are set in a copy of it.
  private static final String NEWEST = "20/20/30/15";

  private final TemplateRepository repository;

  PaperTemplates(TemplateRepository repository) {
    this.repository = repository;
  }

  /// @param day on which the commune lies in the scope
  /// @param dated day of the paper
  /// @param needed names of tags that the paper can't do without: one of the office's own that
  ///   lacks them is not used
  public PaperTemplate inUse(
      Scope scope, PaperKind kind, UUID commune, LocalDate day, LocalDate dated, String... needed) {
    return own(scope, kind, commune, day, null)
        .filter(template -> has(template, kind, needed))
        .orElseGet(() -> standard(kind, commune, dated));
  }

  /// Whether the office has put one of its own in and uses it.
  ///
  /// @param needed as above
  public boolean hasOwn(
      Scope scope, PaperKind kind, UUID commune, LocalDate day, String... needed) {
    return own(scope, kind, commune, day, null)
        .filter(template -> has(template, kind, needed))
        .isPresent();
  }

  private static boolean has(PaperTemplate template, PaperKind kind, String... needed) {
    return needed.length == 0
        || TemplateCheck.check(template.file(), kind.vocabulary())
            .used()
            .containsAll(Set.of(needed));
  }

  /// How papers of a day are laid out.
  ///
  /// @param commune whose paper it is; null where nobody's
  public Layout layout(@Nullable UUID commune, LocalDate day) {
    return repository.layout(commune, day);
  }

  /// @param version one that the office has put in, or null for the one in use
  Optional<PaperTemplate> own(
      Scope scope, PaperKind kind, UUID commune, LocalDate day, @Nullable Integer version) {
    return repository.file(scope, kind, commune, day, version).map(PaperTemplate::new);
  }

  /// The program's own.
  ///
  /// @param commune whose paper it is; null where nobody's
  /// @param dated day of the paper
  PaperTemplate standard(PaperKind kind, @Nullable UUID commune, LocalDate dated) {
    Layout layout = repository.layout(commune, dated);
    return packed(kind.resource(layout.value()))
        .orElseGet(() -> packed(kind.resource(NEWEST)).orElseThrow().withMargins(layout.margins()));
  }

  private static Optional<PaperTemplate> packed(String resource) {
    try (var in = PaperTemplates.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(new PaperTemplate(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
