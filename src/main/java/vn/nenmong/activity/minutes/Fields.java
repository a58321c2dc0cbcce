package vn.nenmong.activity.minutes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields that a meeting may have: their names, and what may stand in each. `docs/phone.md` has
/// the same list for those who write the phone's pages.
final class Fields {

  private static final int LONGEST_TEXT = 8_000;
  private static final int LONGEST_LINE = 500;
  private static final int MOST_MINUTES = 600;
  private static final int MOST_VOTES = 5_000;
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final List<String> REASONS = List.of("away", "ill", "family", "other", "none");

  /// Fields of which a meeting has one.
  private static final Map<String, Predicate<JsonNode>> SINGLE =
      Map.ofEntries(
          Map.entry("state", value -> MeetingState.of(value.asString("")).isPresent()),
          Map.entry("plannedOn", Fields::isDay),
          Map.entry("plannedAt", Fields::isTime),
          Map.entry("place", Fields::isLine),
          Map.entry("heldOn", Fields::isDay),
          Map.entry("began", Fields::isTime),
          Map.entry("ended", Fields::isTime),
          Map.entry("missedReason", Fields::isLine),
          Map.entry("chair", Fields::isId),
          Map.entry("secretary", Fields::isId),
          Map.entry("resolution", Fields::isText),
          Map.entry("summary", Fields::isText),
          Map.entry("readOut", JsonNode::isBoolean));

  /// Fields of which there may be many, each with an id behind `/`.
  private static final Map<String, Predicate<JsonNode>> MANY =
      Map.ofEntries(
          Map.entry(
              "absent",
              value ->
                  REASONS.contains(value.path("reason").asString(""))
                      && none(value, "leave", JsonNode::isBoolean)
                      && none(value, "note", Fields::isLine)),
          Map.entry(
              "guest", value -> isLine(value.path("name")) && none(value, "from", Fields::isLine)),
          Map.entry(
              "agenda",
              value ->
                  isLine(value.path("title"))
                      && Matter.of(value.path("matter").asString("")).isPresent()
                      && none(value, "order", JsonNode::isInt)
                      && none(value, "reporter", Fields::isId)
                      && none(value, "subject", Fields::isId)
                      && none(value, "minutes", minutes -> isWithin(minutes, MOST_MINUTES))),
          Map.entry(
              "vote",
              value ->
                  List.of("open", "ballot").contains(value.path("way").asString(""))
                      && isWithin(value.path("for"), MOST_VOTES)
                      && isWithin(value.path("against"), MOST_VOTES)
                      && isWithin(value.path("blank"), MOST_VOTES)
                      && value.path("carried").isBoolean()),
          Map.entry(
              "opinion",
              value ->
                  isId(value.path("person"))
                      && isText(value.path("text"))
                      && none(value, "agenda", Fields::isId)),
          Map.entry(
              "conclusion",
              value ->
                  isText(value.path("text"))
                      && none(value, "person", Fields::isId)
                      && none(value, "due", Fields::isDay)),
          Map.entry(
              "target",
              value ->
                  isLine(value.path("text"))
                      && none(value, "amount", JsonNode::isNumber)
                      && none(value, "unit", Fields::isLine)),
          Map.entry(
              "done", value -> isDay(value.path("on")) && none(value, "what", Fields::isText)),
          Map.entry(
              "study",
              value ->
                  isLine(value.path("document"))
                      && none(value, "present", present -> isWithin(present, MOST_VOTES))),
          Map.entry("pledge", Fields::isText),
          Map.entry("score", value -> isWithin(value, 100)));

  private Fields() {}

  /// @param value null where there is nothing any more, which every field but the state may say
  /// @return whether there is such a field, and this may stand in it
  static boolean take(String name, @Nullable JsonNode value) {
    int slash = name.indexOf('/');
    Predicate<JsonNode> may =
        slash < 0
            ? SINGLE.get(name)
            : isId(name.substring(slash + 1)) ? MANY.get(name.substring(0, slash)) : null;
    return may != null && (value == null ? !name.equals("state") : may.test(value));
  }

  private static boolean none(JsonNode value, String part, Predicate<JsonNode> may) {
    JsonNode there = value.path(part);
    return there.isMissingNode() || there.isNull() || may.test(there);
  }

  private static boolean isWithin(JsonNode value, int most) {
    return value.isInt() && value.asInt() >= 0 && value.asInt() <= most;
  }

  private static boolean isLine(JsonNode value) {
    return value.isString()
        && !value.asString().isBlank()
        && value.asString().length() <= LONGEST_LINE;
  }

  private static boolean isText(JsonNode value) {
    return value.isString()
        && !value.asString().isBlank()
        && value.asString().length() <= LONGEST_TEXT;
  }

  private static boolean isTime(JsonNode value) {
    return value.isString() && TIME.matcher(value.asString()).matches();
  }

  private static boolean isDay(JsonNode value) {
    try {
      return value.isString() && LocalDate.parse(value.asString()).getYear() > 1929;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isId(JsonNode value) {
    return value.isString() && isId(value.asString());
  }

  private static boolean isId(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
