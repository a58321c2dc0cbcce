package vn.nenmong.consolidation.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// Something in a member's life.
///
/// @param kind what it is: the end of a message key below `consolidation.life`
/// @param at when, as far as it is known; null when it is not
/// @param until its last day, where it has ended by the day looked at
/// @param what in words of the record: a title, a course, a grade
/// @param place where: a cell, a committee, a village
/// @param unit the organization of that place, or null
public record LifeEvent(
    String kind,
    @Nullable PartialDate at,
    @Nullable PartialDate until,
    @Nullable String what,
    @Nullable String place,
    @Nullable UUID unit) {}
