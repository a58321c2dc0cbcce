package vn.nenmong.consolidation.regulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Regulations that several organizations issued alike.
///
/// @param changed what is new in them, or null
/// @param numbers each with its own number, by organization
record Issue(
    LocalDate issuedOn,
    LocalDate since,
    String title,
    @Nullable String changed,
    Map<UUID, String> numbers) {

  Issue {
    numbers = Map.copyOf(numbers);
  }
}
