package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was built on an event.
///
/// @param register its table
/// @param subject the person, organization or village whose it is, or null
/// @param name of the subject
/// @param day of it, or on which it was written
public record Later(
    String register, @Nullable UUID subject, @Nullable String name, @Nullable LocalDate day) {}
