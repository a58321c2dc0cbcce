package vn.nenmong.activity.minutes;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.text.Vietnamese;

/// The minutes of a meeting for its papers, which are Vietnamese whatever the reader's language.
@Component
public class FindMinutes {

  /// @param day of the meeting
  /// @param chair name, where it is told
  /// @param resolution lines of the cell's resolution with its targets; none where there is none
  public record Found(
      UUID communeId,
      UUID cellId,
      YearMonth month,
      LocalDate day,
      boolean thematic,
      MinutesText text,
      @Nullable String chair,
      @Nullable String secretary,
      List<String> resolution) {}

  private final MinutesRepository minutes;
  private final FindRules rules;
  private final WriteMinutes write;
  private final NamesRepository names;
  private final MessageSource messages;

  FindMinutes(
      MinutesRepository minutes,
      FindRules rules,
      WriteMinutes write,
      NamesRepository names,
      MessageSource messages) {
    this.minutes = minutes;
    this.rules = rules;
    this.write = write;
    this.names = names;
    this.messages = messages;
  }

  /// @return nothing where there is no such meeting in the scope, or it was not held
  public Optional<Found> run(Scope scope, UUID id) {
    return minutes.find(scope, id).filter(meeting -> meeting.state().wasHeld()).map(this::found);
  }

  private Found found(Meeting meeting) {
    Minutes told = new Minutes(meeting);
    UUID chair = told.person("chair");
    UUID secretary = told.person("secretary");
    Map<UUID, String> known =
        names.of(
            Stream.of(chair, secretary).flatMap(Stream::ofNullable).collect(Collectors.toSet()));
    NumberFormat numbers = NumberFormat.getInstance(Vietnamese.LOCALE);
    MinutesText text =
        write.text(
            told,
            rules.of(told),
            (key, arguments) -> messages.getMessage(key, arguments, Vietnamese.LOCALE),
            numbers::format);
    return new Found(
        meeting.communeId(),
        meeting.key().cell(),
        meeting.key().month(),
        told.day(),
        meeting.key().kind() == MeetingKind.THEMATIC,
        text,
        chair == null ? null : known.get(chair),
        secretary == null ? null : known.get(secretary),
        text.parts().stream()
            .filter(part -> part.key().equals("resolution") && told.hasResolved())
            .flatMap(part -> part.lines().stream())
            .toList());
  }
}
