package vn.nenmong.activity.minutes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.nenmong.kernel.web.Page;

/// The fields of meetings and what stands in them, in words.
///
/// @param names of people, items, tasks and criteria that are mentioned
record FieldWords(Page page, Map<UUID, String> names) {

  private static final String KEY = "activity.kept.";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// Every id that a field or what stands in it mentions.
  static Set<UUID> mentioned(String field, @Nullable JsonNode value) {
    return Stream.of(field, String.valueOf(value))
        .flatMap(text -> ID.matcher(text).results())
        .map(found -> UUID.fromString(found.group()))
        .collect(Collectors.toSet());
  }

  String field(String field) {
    int slash = field.indexOf('/');
    return slash < 0
        ? t("field." + field)
        : t("field." + field.substring(0, slash), name(id(field)));
  }

  private static UUID id(String field) {
    return UUID.fromString(field.substring(field.indexOf('/') + 1));
  }

  /// @param value null where there is nothing any more
  String value(String field, @Nullable JsonNode value) {
    String kind = field.replaceFirst("/.*", "");
    if (value == null) {
      return t(kind.equals("absent") ? "value.present" : "value.none");
    }
    return switch (kind) {
      case "state" -> t("state." + value.asString());
      case "plannedOn", "heldOn" -> day(value);
      case "chair", "secretary" -> name(UUID.fromString(value.asString()));
      case "readOut" -> t(value.asBoolean() ? "value.yes" : "value.no");
      case "absent" -> Minutes.Absence.of(id(field), value).inWords(page::t);
      case "guest" -> joined(value.path("name").asString(), text(value, "from"));
      case "agenda" -> item(value);
      case "vote" -> vote(Minutes.vote(value));
      case "opinion" -> person(value) + ": " + value.path("text").asString();
      case "conclusion" ->
          joined(
              value.path("text").asString(),
              text(value, "person") == null ? null : person(value),
              text(value, "due") == null ? null : t("value.due", day(value.path("due"))));
      case "target" ->
          joined(value.path("text").asString(), amount(value.path("amount")), text(value, "unit"));
      case "done" -> joined(t("value.done", day(value.path("on"))), text(value, "what"));
      case "study" -> joined(value.path("document").asString(), amount(value.path("present")));
      default -> value.asString();
    };
  }

  private String item(JsonNode value) {
    String reporter = text(value, "reporter");
    return joined(
        value.path("title").asString(),
        page.t("activity.minutes.matter." + value.path("matter").asString()),
        reporter == null ? null : name(UUID.fromString(reporter)));
  }

  private String vote(Minutes.Vote vote) {
    return t(
        vote.secret() ? "value.ballot" : "value.open",
        vote.inFavour(),
        vote.against(),
        vote.blank(),
        t(vote.carried() ? "value.carried" : "value.failed"));
  }

  private String person(JsonNode value) {
    return name(UUID.fromString(value.path("person").asString()));
  }

  private @Nullable String amount(JsonNode number) {
    BigDecimal amount = number.isNumber() ? number.decimalValue() : null;
    return amount == null ? null : page.number(amount);
  }

  private String day(JsonNode value) {
    return page.date(LocalDate.parse(value.asString()));
  }

  private static String joined(@Nullable String... parts) {
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      if (part != null) {
        said.add(part);
      }
    }
    return String.join(", ", said);
  }

  private static @Nullable String text(JsonNode value, String part) {
    return value.path(part).isString() ? value.path(part).asString() : null;
  }

  private String name(UUID id) {
    return Objects.requireNonNullElse(names.get(id), "…");
  }

  private String t(String key, Object... arguments) {
    return page.t(KEY + key, arguments);
  }
}
