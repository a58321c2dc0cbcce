package vn.nenmong.activity.minutes;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.web.Page;

/// What the phones of cell secretaries ask for and tell. `docs/phone.md` describes it.
@RestController
class PhoneApi {

  private static final int MOST_CHANGES = 50;

  /// @param phone an id that the phone has made for itself once
  record Told(@Nullable UUID phone, List<Change> changes) {}

  record Answers(List<OutcomeAnswer> outcomes, List<MeetingAnswer> meetings) {}

  record OutcomeAnswer(UUID id, Outcome outcome, @Nullable String why) {}

  /// @param agreed whether the chair agrees that approved minutes are changed
  record Choice(UUID change, boolean take, @Nullable Boolean agreed) {}

  private final PackBag bag;
  private final TakeChanges take;
  private final SettleChange settle;
  private final Photos photos;

  PhoneApi(PackBag bag, TakeChanges take, SettleChange settle, Photos photos) {
    this.bag = bag;
    this.take = take;
    this.settle = settle;
    this.photos = photos;
  }

  @GetMapping("/api/phone/bag")
  Bag bag(
      @ModelAttribute(binding = false) Page page, @ModelAttribute(binding = false) Viewer viewer) {
    return bag.of(viewer, page);
  }

  @PostMapping("/api/phone/changes")
  Answers take(
      @RequestBody Told told,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer) {
    if (told.changes().size() > MOST_CHANGES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    List<TakeChanges.Answer> answers = take.run(viewer, told.phone(), told.changes());
    return new Answers(
        answers.stream()
            .map(answer ->
                new OutcomeAnswer(answer.change().id(), answer.outcome(), why(answer.why(), page)))
            .toList(),
        bag.answers(
            take.meetings(
                answers.stream()
                    .filter(answer -> answer.outcome() != Outcome.REFUSED || isKnown(answer))
                    .map(TakeChanges.Answer::change)
                    .toList())));
  }

  private static boolean isKnown(TakeChanges.Answer answer) {
    return answer.why() == null || !answer.why().code().endsWith(".cell");
  }

  private static @Nullable String why(@Nullable Refused refused, Page page) {
    return refused == null ? null : page.t(refused.code(), refused.arguments());
  }

  @PostMapping("/api/phone/settle")
  ResponseEntity<?> settle(
      @RequestBody Choice choice,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer) {
    try {
      Meeting meeting =
          settle.run(viewer, choice.change(), choice.take(), Boolean.TRUE.equals(choice.agreed()));
      return ResponseEntity.ok(bag.answers(List.of(meeting)).getFirst());
    } catch (Refused e) {
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .body(Map.of("why", page.t(e.code(), e.arguments())));
    }
  }

  @GetMapping("/api/phone/photos/{id}")
  Photos.Received photo(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    return photos
        .received(viewer, id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// @param size of the whole photo in bytes
  /// @param offset of this piece
  @PutMapping("/api/phone/photos/{id}")
  ResponseEntity<Photos.Received> photo(
      @PathVariable UUID id,
      @RequestParam UUID cell,
      @RequestParam String month,
      @RequestParam String kind,
      @RequestParam int size,
      @RequestParam int offset,
      @RequestBody byte[] piece,
      @ModelAttribute(binding = false) Viewer viewer) {
    MeetingKey key = MeetingAddress.key(cell, month, kind);
    Photos.Received before = photos.begin(viewer, id, key, size);
    if (before.received() != offset) {
      return ResponseEntity.status(HttpStatus.CONFLICT).body(before);
    }
    return ResponseEntity.ok(photos.add(viewer, id, offset, piece));
  }

  @ExceptionHandler
  ResponseEntity<Void> otherContent(TakeChanges.OtherContent e) {
    return ResponseEntity.unprocessableContent().build();
  }
}
