package vn.nenmong.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a rule is written. Numbers of documents begin anew with each congress, so that only
/// number, body and date together tell one.
///
/// @param clause article or point, or null where it is not known
public record Source(
    String number,
    String body,
    @Nullable LocalDate date,
    @Nullable String clause,
    Evidence evidence) {}
