package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.UUID;

/// An organization or village that another came of, or that came of it.
///
/// @param name as of the day
/// @param day the last of what came before, the first of what came after
/// @param kind of the event, as messages have it
/// @param event its id
public record Kin(UUID id, String name, LocalDate day, boolean before, String kind, UUID event) {}
