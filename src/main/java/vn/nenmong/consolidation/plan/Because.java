package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/// One place where a constraint is not met.
///
/// @param about villages, cells and people that it is about, the one that could be placed otherwise
///   first
/// @param amount how much of it: kilometres, members that are missing, or one
public record Because(List<UUID> about, BigDecimal amount) implements ConstraintJustification {

  public Because {
    about = List.copyOf(about);
  }

  static Because one(UUID... about) {
    return new Because(List.of(about), BigDecimal.ONE);
  }
}
