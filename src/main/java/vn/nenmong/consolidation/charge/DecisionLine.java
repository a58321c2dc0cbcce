package vn.nenmong.consolidation.charge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A charge as the page of a decision shows it.
///
/// @param memberId of the page of the person, where the scope reaches it
/// @param last last day, or null while it goes on
public record DecisionLine(
    UUID cellId,
    String cell,
    String person,
    @Nullable UUID memberId,
    @Nullable PartialDate since,
    @Nullable LocalDate last) {}
