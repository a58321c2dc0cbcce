package vn.nenmong.activity.minutes;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A meeting as phones are told of it; `docs/phone.md` describes it.
record MeetingAnswer(
    UUID id,
    UUID cell,
    YearMonth month,
    MeetingKind kind,
    int version,
    Map<String, Standing> fields,
    List<Open> beside,
    List<Open> proposed,
    @Nullable Frame frame) {

  record Standing(@Nullable JsonNode value, int version) {}

  record Open(UUID id, String field, @Nullable JsonNode value, String by, Instant at) {}

  static MeetingAnswer of(
      Meeting meeting, List<MinutesRepository.OpenChange> open, @Nullable Frame frame) {
    Map<String, Standing> fields = new TreeMap<>();
    meeting
        .fields()
        .forEach((name, standing) ->
            fields.put(name, new Standing(standing.value(), standing.version())));
    return new MeetingAnswer(
        meeting.id(),
        meeting.key().cell(),
        meeting.key().month(),
        meeting.key().kind(),
        meeting.version(),
        fields,
        open(meeting, open, Outcome.BESIDE),
        open(meeting, open, Outcome.PROPOSED),
        frame);
  }

  private static List<Open> open(
      Meeting meeting, List<MinutesRepository.OpenChange> open, Outcome outcome) {
    return open.stream()
        .filter(change -> change.meetingId().equals(meeting.id()) && change.outcome() == outcome)
        .map(change ->
            new Open(
                change.id(), change.field(), change.value(), change.account(), change.toldAt()))
        .toList();
  }
}
