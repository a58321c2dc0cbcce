package vn.nenmong.consolidation.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who of the committee is in charge of which cells today.
///
/// @param without cells that nobody is in charge of
public record ChargeOutlook(List<Person> people, List<Unit> without) {

  public record Unit(UUID id, String name) {}

  /// @param memberOf the cell that reviews them
  public record Person(
      String name, String title, @Nullable UUID memberOf, boolean experienced, List<Unit> cells) {}
}
