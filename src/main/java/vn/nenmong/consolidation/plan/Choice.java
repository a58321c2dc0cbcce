package vn.nenmong.consolidation.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be decided of one village or cell.
interface Choice {

  UUID id();

  /// The cell or person that was found for it.
  @Nullable UUID chosen();
}
