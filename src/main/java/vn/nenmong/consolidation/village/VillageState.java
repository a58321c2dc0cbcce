package vn.nenmong.consolidation.village;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A village among those of many communes.
record VillageState(UUID commune, @Nullable UUID cell, Coverage coverage) {}
