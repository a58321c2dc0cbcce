package vn.nenmong.consolidation.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A cell as an office lists it.
///
/// @param villages that it leads, by name
/// @param joint those of them whose members meet with others
/// @param minorities members of other ethnic groups than Kinh; who tells none counts for neither
record CellLine(
    UUID id,
    String code,
    String name,
    String kind,
    @Nullable String villages,
    int members,
    int official,
    int probationary,
    int women,
    int minorities,
    @Nullable String secretary,
    @Nullable String deputies,
    @Nullable String committee,
    @Nullable PartialDate founded,
    @Nullable String decision,
    @Nullable String joint) {}
