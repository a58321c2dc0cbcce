package vn.nenmong.activity.minutes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the fields of a meeting say, read as what they mean.
record Minutes(Meeting meeting) {

  /// @param leave whether leave was asked for
  record Absence(UUID person, String reason, boolean leave, @Nullable String note) {

    static Absence of(UUID person, JsonNode value) {
      return new Absence(
          person,
          value.path("reason").asString(),
          value.path("leave").asBoolean(false),
          line(value, "note"));
    }

    /// @param words gives a message
    String inWords(BiFunction<String, Object[], String> words) {
      return Stream.of(
              words.apply("activity.minutes.text.reason." + reason, new Object[0]),
              leave ? words.apply("activity.minutes.text.leave", new Object[0]) : null,
              note)
          .filter(Objects::nonNull)
          .collect(Collectors.joining(", "));
    }
  }

  record Guest(UUID id, String name, @Nullable String from) {}

  /// @param vote what came of it, where it was voted on
  record Item(
      UUID id,
      int order,
      String title,
      Matter matter,
      @Nullable UUID subject,
      @Nullable UUID reporter,
      @Nullable Integer minutes,
      @Nullable Vote vote) {}

  record Vote(boolean secret, int inFavour, int against, int blank, boolean carried) {
    int given() {
      return inFavour + against + blank;
    }
  }

  record Opinion(UUID person, String text, @Nullable UUID item) {}

  record Conclusion(UUID id, String text, @Nullable UUID person, @Nullable LocalDate due) {}

  record Target(UUID id, String text, @Nullable BigDecimal amount, @Nullable String unit) {}

  record Done(UUID task, LocalDate on, @Nullable String what) {}

  record Study(UUID id, String document, @Nullable Integer present) {}

  @Nullable LocalDate heldOn() {
    return day("heldOn");
  }

  /// Which day decides: the meeting's, else that it is planned for, else the last of its month.
  LocalDate day() {
    return Optional.ofNullable(heldOn())
        .or(() -> Optional.ofNullable(plannedOn()))
        .orElseGet(meeting.key().month()::atEndOfMonth);
  }

  @Nullable LocalDate plannedOn() {
    return day("plannedOn");
  }

  @Nullable String text(String field) {
    return meeting.value(field).map(JsonNode::asString).orElse(null);
  }

  @Nullable UUID person(String field) {
    return meeting.value(field).map(value -> UUID.fromString(value.asString())).orElse(null);
  }

  boolean readOut() {
    return meeting.value("readOut").map(JsonNode::asBoolean).orElse(false);
  }

  private @Nullable LocalDate day(String field) {
    return meeting.value(field).map(value -> LocalDate.parse(value.asString())).orElse(null);
  }

  List<Absence> absences() {
    return meeting
        .many("absent")
        .map(absent -> Absence.of(absent.getKey(), absent.getValue()))
        .toList();
  }

  Set<UUID> absent() {
    return absences().stream().map(Absence::person).collect(Collectors.toSet());
  }

  List<Guest> guests() {
    return meeting
        .many("guest")
        .map(guest ->
            new Guest(
                guest.getKey(),
                guest.getValue().path("name").asString(),
                line(guest.getValue(), "from")))
        .toList();
  }

  /// In their order.
  List<Item> agenda() {
    Map<UUID, Vote> votes =
        meeting
            .many("vote")
            .collect(Collectors.toMap(Map.Entry::getKey, vote -> vote(vote.getValue())));
    return meeting
        .many("agenda")
        .map(item -> item(item.getKey(), item.getValue(), votes.get(item.getKey())))
        .sorted(Comparator.comparingInt(Item::order).thenComparing(Item::id))
        .toList();
  }

  /// Whether the cell resolved something: what was put to the vote and failed was not resolved.
  boolean hasResolved() {
    List<Vote> votes =
        agenda().stream()
            .filter(item -> item.matter() == Matter.RESOLUTION)
            .flatMap(item -> Stream.ofNullable(item.vote()))
            .toList();
    return (text("resolution") != null || !targets().isEmpty())
        && (votes.isEmpty() || votes.stream().anyMatch(Vote::carried));
  }

  /// @return what an item of the agenda is about; null where there is no such item
  @Nullable Matter matter(UUID item) {
    return meeting
        .value("agenda/" + item)
        .map(value -> item(item, value, null).matter())
        .orElse(null);
  }

  private static Item item(UUID id, JsonNode value, @Nullable Vote vote) {
    return new Item(
        id,
        value.path("order").asInt(0),
        value.path("title").asString(),
        Matter.of(value.path("matter").asString()).orElse(Matter.INFORMATION),
        id(value, "subject"),
        id(value, "reporter"),
        value.path("minutes").isInt() ? value.path("minutes").asInt() : null,
        vote);
  }

  static Vote vote(JsonNode value) {
    return new Vote(
        value.path("way").asString().equals("ballot"),
        value.path("for").asInt(),
        value.path("against").asInt(),
        value.path("blank").asInt(),
        value.path("carried").asBoolean());
  }

  List<Opinion> opinions() {
    return meeting
        .many("opinion")
        .map(opinion ->
            new Opinion(
                UUID.fromString(opinion.getValue().path("person").asString()),
                opinion.getValue().path("text").asString(),
                id(opinion.getValue(), "agenda")))
        .toList();
  }

  List<Conclusion> conclusions() {
    return meeting
        .many("conclusion")
        .map(conclusion ->
            new Conclusion(
                conclusion.getKey(),
                conclusion.getValue().path("text").asString(),
                id(conclusion.getValue(), "person"),
                Optional.ofNullable(line(conclusion.getValue(), "due"))
                    .map(LocalDate::parse)
                    .orElse(null)))
        .toList();
  }

  List<Target> targets() {
    return meeting
        .many("target")
        .map(target ->
            new Target(
                target.getKey(),
                target.getValue().path("text").asString(),
                target.getValue().path("amount").isNumber()
                    ? target.getValue().path("amount").decimalValue()
                    : null,
                line(target.getValue(), "unit")))
        .toList();
  }

  List<Done> done() {
    return meeting
        .many("done")
        .map(done ->
            new Done(
                done.getKey(),
                LocalDate.parse(done.getValue().path("on").asString()),
                line(done.getValue(), "what")))
        .toList();
  }

  List<Study> studies() {
    return meeting
        .many("study")
        .map(study ->
            new Study(
                study.getKey(),
                study.getValue().path("document").asString(),
                study.getValue().path("present").isInt()
                    ? study.getValue().path("present").asInt()
                    : null))
        .toList();
  }

  /// By person.
  Map<UUID, String> pledges() {
    return meeting
        .many("pledge")
        .collect(Collectors.toMap(Map.Entry::getKey, pledge -> pledge.getValue().asString()));
  }

  /// By criterion.
  Map<UUID, Integer> scores() {
    return meeting
        .many("score")
        .collect(Collectors.toMap(Map.Entry::getKey, score -> score.getValue().asInt()));
  }

  private static @Nullable UUID id(JsonNode value, String part) {
    return Optional.ofNullable(line(value, part)).map(UUID::fromString).orElse(null);
  }

  private static @Nullable String line(JsonNode value, String part) {
    return value.path(part).isString() ? value.path(part).asString() : null;
  }
}
