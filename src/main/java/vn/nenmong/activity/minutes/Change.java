package vn.nenmong.activity.minutes;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing told of a meeting: a field and what stands in it now.
///
/// @param id made where it was told, once
/// @param value null where there is nothing any more
/// @param base version of the field that was seen there; 0 for none
/// @param at by the clock there, which may be wrong
record Change(
    UUID id,
    UUID cell,
    YearMonth month,
    MeetingKind kind,
    String field,
    @Nullable JsonNode value,
    int base,
    Instant at) {

  MeetingKey meeting() {
    return new MeetingKey(cell, month, kind);
  }

  /// As it is kept: JSON's own null is nothing.
  @Nullable JsonNode content() {
    return value == null || value.isNull() ? null : value;
  }
}
