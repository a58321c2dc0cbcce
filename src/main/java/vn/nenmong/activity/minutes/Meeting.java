package vn.nenmong.activity.minutes;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A meeting with what stands in its fields.
///
/// @param version how many changes were made to it
/// @param onBehalf account that entered it for the cell, or null
record Meeting(
    UUID id,
    UUID communeId,
    MeetingKey key,
    MeetingState state,
    int version,
    @Nullable String onBehalf,
    Map<String, Standing> fields) {

  /// What stands in a field.
  ///
  /// @param value null where there is nothing any more
  /// @param version of the meeting when it was set
  /// @param phone on which it was set; null at the office
  record Standing(@Nullable JsonNode value, int version, @Nullable UUID phone, String account) {}

  Meeting {
    fields = new TreeMap<>(fields);
  }

  Optional<JsonNode> value(String field) {
    return Optional.ofNullable(fields.get(field)).map(Standing::value);
  }

  /// Fields of which there may be many, by their ids, without those in which nothing stands.
  Stream<Map.Entry<UUID, JsonNode>> many(String name) {
    String prefix = name + "/";
    return fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith(prefix))
        .flatMap(field ->
            Optional.ofNullable(field.getValue().value())
                .map(value ->
                    Map.entry(UUID.fromString(field.getKey().substring(prefix.length())), value))
                .stream());
  }
}
