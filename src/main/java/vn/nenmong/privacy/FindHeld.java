package vn.nenmong.privacy;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;

/// Gathers all that is held on a person, and leaves the line that says who asked.
@Component
class FindHeld {

  private static final int SEEN_ON_PAGE = 50;
  private static final int SEEN_IN_FILE = 100_000;

  private final HeldRepository repository;
  private final Audit audit;
  private final Today today;

  FindHeld(HeldRepository repository, Audit audit, Today today) {
    this.repository = repository;
    this.audit = audit;
    this.today = today;
  }

  /// @param whole whether every look and deed is wanted, for the file
  @Transactional
  Optional<Held> run(Viewer viewer, UUID id, boolean whole) {
    return repository
        .whose(viewer.scope(), id)
        .map(whose -> {
          audit.record(viewer, whose.commune(), whole ? "export" : "view", "held", id, null);
          return held(viewer.scope(), whose, whole ? SEEN_IN_FILE : SEEN_ON_PAGE);
        });
  }

  private Held held(Scope scope, HeldRepository.Whose whose, int seen) {
    Map<Integer, Held.Row> rows = new LinkedHashMap<>();
    for (HeldRepository.FactOfRow fact : repository.facts(scope, whose.id())) {
      rows.merge(
          fact.row(),
          new Held.Row(fact.register(), List.of(new Held.Fact(fact.key(), shown(fact.value())))),
          FindHeld::joined);
    }
    return new Held(
        whose.id(),
        whose.commune(),
        whose.name(),
        List.copyOf(rows.values()),
        repository.seen(scope, whose.id(), seen).stream()
            .map(line ->
                new Held.Seen(local(line.at()), line.account(), line.action(), line.reason()))
            .toList(),
        repository.answers(whose.commune(), today.date()));
  }

  private static Held.Row joined(Held.Row one, Held.Row next) {
    List<Held.Fact> facts = new ArrayList<>(one.facts());
    facts.addAll(next.facts());
    return new Held.Row(one.register(), facts);
  }

  /// Dates as they are written here; anything else as it is kept.
  private static String shown(@Nullable String value) {
    if (value == null) {
      return "";
    }
    return value.matches("\\d{4}-\\d{2}(-\\d{2})?")
        ? PartialDate.parse(value).toVietnamese()
        : value;
  }

  private static LocalDateTime local(OffsetDateTime at) {
    return at.atZoneSameInstant(Today.ZONE).toLocalDateTime();
  }
}
