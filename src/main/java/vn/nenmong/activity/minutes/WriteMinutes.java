package vn.nenmong.activity.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.time.PartialDate;

/// Puts the minutes of a meeting into words, from what was tapped and typed.
@Component
class WriteMinutes {

  private static final String KEY = "activity.minutes.";

  private final NamesRepository names;

  WriteMinutes(NamesRepository names) {
    this.names = names;
  }

  /// @param rules of the meeting
  /// @param words gives a message in the language of the minutes
  MinutesText text(
      Minutes told,
      MeetingRules rules,
      BiFunction<String, Object[], String> words,
      Function<Number, String> numbers) {
    MeetingKey key = told.meeting().key();
    Words said = new Words(words, numbers, told, rules, names.of(mentioned(told, rules.roster())));
    return new MinutesText(
        names.cell(key.cell(), rules.day()),
        word(
            words,
            KEY + "title." + key.kind().code(),
            key.month().getMonthValue(),
            Integer.toString(key.month().getYear())),
        Stream.of(
                said.part("time", said.time()),
                said.part("people", said.people()),
                said.part("agenda", said.agenda()),
                said.part("opinions", said.opinions()),
                said.part("summary", said.paragraphs("summary")),
                said.part("votes", said.votes()),
                said.part("conclusions", said.conclusions()),
                said.part("done", said.done()),
                said.part("resolution", said.resolution()),
                said.part("study", said.study()),
                said.part("end", said.end()))
            .filter(part -> !part.lines().isEmpty())
            .toList());
  }

  private static Set<UUID> mentioned(Minutes told, Roster roster) {
    return Stream.of(
            roster.people().stream().map(Attendee::id),
            Stream.of("chair", "secretary").map(told::person),
            told.agenda().stream()
                .flatMap(
                    item -> Stream.of(item.subject(), item.reporter()).filter(Objects::nonNull)),
            told.opinions().stream().map(Minutes.Opinion::person),
            told.conclusions().stream().map(Minutes.Conclusion::person),
            told.pledges().keySet().stream())
        .flatMap(people -> people)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static String word(
      BiFunction<String, Object[], String> words, String key, Object... arguments) {
    return words.apply(key, arguments);
  }

  private record Words(
      BiFunction<String, Object[], String> words,
      Function<Number, String> numbers,
      Minutes told,
      MeetingRules rules,
      Map<UUID, String> names) {

    private Roster roster() {
      return rules.roster();
    }

    MinutesText.Part part(String key, List<String> lines) {
      return new MinutesText.Part(key, word(words, KEY + "part." + key), lines);
    }

    List<String> time() {
      List<String> lines = new ArrayList<>();
      if (told.heldOn() != null) {
        lines.add(
            t(
                "time",
                Objects.requireNonNullElse(told.text("began"), "…"),
                PartialDate.day(told.heldOn()).toVietnamese()));
      }
      Optional.ofNullable(told.text("place")).ifPresent(place -> lines.add(t("place", place)));
      return lines;
    }

    List<String> people() {
      if (told.heldOn() == null) {
        return List.of();
      }
      Set<UUID> absent = told.absent();
      List<Attendee> here = roster().people().stream().filter(person -> !person.away()).toList();
      List<Attendee> present = roster().present(absent);
      List<String> lines = new ArrayList<>();
      lines.add(counts("total", here));
      lines.add(counts("present", present));
      absences(true).ifPresent(people -> lines.add(t("absent.reason", people)));
      absences(false).ifPresent(people -> lines.add(t("absent.noReason", people)));
      List<String> away =
          roster().people().stream().filter(Attendee::away).map(Attendee::name).toList();
      if (!away.isEmpty()) {
        lines.add(t("away", String.join(", ", away)));
      }
      if (!told.guests().isEmpty()) {
        lines.add(
            t(
                "guests",
                told.guests().stream()
                    .map(guest ->
                        guest.from() == null
                            ? guest.name()
                            : "%s (%s)".formatted(guest.name(), guest.from()))
                    .collect(Collectors.joining(", "))));
      }
      Stream.of("chair", "secretary")
          .forEach(post ->
              Optional.ofNullable(told.person(post))
                  .ifPresent(person -> lines.add(t(post, name(person)))));
      return lines;
    }

    private String counts(String key, List<Attendee> people) {
      return t(
          key,
          people.size(),
          count(people, person -> person.isOfficial() && !person.guest()),
          count(people, person -> !person.isOfficial() && !person.guest()),
          count(people, Attendee::guest),
          count(people, Attendee::exempt));
    }

    private static long count(List<Attendee> people, Predicate<Attendee> which) {
      return people.stream().filter(which).count();
    }

    private Optional<String> absences(boolean withReason) {
      Set<UUID> theirs = roster().people().stream().map(Attendee::id).collect(Collectors.toSet());
      List<String> people =
          told.absences().stream()
              .filter(absence -> theirs.contains(absence.person()))
              .filter(absence -> withReason != absence.reason().equals("none"))
              .map(absence ->
                  withReason
                      ? "%s (%s)".formatted(name(absence.person()), absence.inWords(words))
                      : name(absence.person()))
              .toList();
      return people.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", people));
    }

    List<String> agenda() {
      List<Minutes.Item> agenda = told.agenda();
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < agenda.size(); i++) {
        Minutes.Item item = agenda.get(i);
        lines.add(
            "%d. %s%s"
                .formatted(
                    i + 1,
                    item.title(),
                    item.reporter() == null ? "" : " – " + name(item.reporter())));
      }
      return lines;
    }

    List<String> opinions() {
      return told.opinions().stream()
          .map(opinion -> "– %s: %s".formatted(name(opinion.person()), opinion.text()))
          .toList();
    }

    List<String> paragraphs(String field) {
      String text = told.text(field);
      return text == null ? List.of() : text.lines().toList();
    }

    List<String> votes() {
      int entitled = rules.entitled(told.absent());
      return told.agenda().stream()
          .filter(item -> item.vote() != null)
          .map(item -> {
            Minutes.Vote vote = Objects.requireNonNull(item.vote());
            String needed =
                rules
                    .majority(item.matter())
                    .map(majority ->
                        t("vote.needed", majority.fraction().needed(entitled), entitled))
                    .orElse("");
            return t(
                "vote." + (vote.secret() ? "ballot" : "open"),
                item.title(),
                vote.inFavour(),
                vote.against(),
                vote.blank(),
                needed,
                t(vote.carried() ? "vote.carried" : "vote.failed"));
          })
          .toList();
    }

    List<String> conclusions() {
      return told.conclusions().stream()
          .map(conclusion ->
              "– "
                  + conclusion.text()
                  + (conclusion.person() == null ? "" : " – " + name(conclusion.person()))
                  + (conclusion.due() == null
                      ? ""
                      : t("due", PartialDate.day(conclusion.due()).toVietnamese())))
          .toList();
    }

    List<String> done() {
      return told.done().stream()
          .map(done ->
              "– " + name(done.task()) + ": " + Objects.requireNonNullElse(done.what(), t("done")))
          .toList();
    }

    List<String> resolution() {
      List<String> lines = new ArrayList<>(paragraphs("resolution"));
      told.targets()
          .forEach(target ->
              lines.add(
                  "– "
                      + target.text()
                      + (target.amount() == null
                              ? ""
                              : ": %s %s"
                                  .formatted(
                                      numbers.apply(target.amount()),
                                      Objects.requireNonNullElse(target.unit(), "")))
                          .stripTrailing()));
      return lines;
    }

    List<String> study() {
      List<String> lines =
          new ArrayList<>(told.studies().stream().map(study -> "– " + study.document()).toList());
      told.pledges()
          .forEach((person, pledge) -> lines.add("– %s: %s".formatted(name(person), pledge)));
      return lines;
    }

    List<String> end() {
      List<String> lines = new ArrayList<>();
      if (told.readOut()) {
        lines.add(t("readOut"));
      }
      Optional.ofNullable(told.text("ended")).ifPresent(at -> lines.add(t("ended", at)));
      return lines;
    }

    private String name(@Nullable UUID person) {
      return names.getOrDefault(person, "…");
    }

    private String t(String key, Object... arguments) {
      return word(words, KEY + "text." + key, arguments);
    }
  }
}
