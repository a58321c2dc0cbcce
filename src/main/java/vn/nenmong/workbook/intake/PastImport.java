package vn.nenmong.workbook.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import of the past with all that is kept of it.
///
/// @param result as JSON, or null for one that was made before results were kept
/// @param mapping as JSON, or null for a workbook
public record PastImport(
    UUID id,
    Instant at,
    String account,
    String fileName,
    String sha256,
    @Nullable String result,
    @Nullable String mapping) {}
