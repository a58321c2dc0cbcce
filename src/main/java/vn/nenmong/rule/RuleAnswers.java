package vn.nenmong.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;

/// Rules for other programs and the command line.
@Component
public class RuleAnswers {

  public record DocumentAnswer(String number, String body, @Nullable LocalDate date) {}

  /// @param validFrom first day of the value, whatever document says it; null where none is known
  /// @param validTo its last day; null while it goes on
  /// @param document that says it on the day
  /// @param own whether an office added it
  /// @param decides whether the program decides anything by it, or it is for information alone
  public record RuleAnswer(
      String code,
      String value,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      DocumentAnswer document,
      @Nullable String clause,
      Evidence evidence,
      boolean own,
      boolean decides) {}

  /// @param why name of a holiday or an exchange; a weekend without
  public record PassedAnswer(LocalDate day, boolean worked, String why) {}

  /// @param due last day on which the time limit is kept; null where it can't be counted
  /// @param unknownYear year whose days off are not known, where that is why
  /// @param passed days that were not counted, and weekends that were
  public record DeadlineAnswer(
      RuleAnswer rule,
      LocalDate from,
      @Nullable LocalDate due,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer unknownYear,
      List<PassedAnswer> passed) {}

  public List<RuleAnswer> on(Rulebook rules, LocalDate day) {
    return rules.on(day).stream().map(value -> answer(rules, value, day)).toList();
  }

  /// @throws Refused where the code is none, none is known for the day, or it is no time limit
  public DeadlineAnswer explain(Rulebook rules, String code, LocalDate from) {
    if (rules.history(code).isEmpty()) {
      throw new Refused("rule.unknown", code);
    }
    Optional<RuleValue> rule = rules.on(from, code);
    if (rule.isEmpty()) {
      throw new Refused("rule.unknownOn", code, day(from));
    }
    Deadline deadline =
        rules.deadline(code, from).orElseThrow(() -> new Refused("rule.noDeadline", code));
    return new DeadlineAnswer(
        answer(rules, deadline.rule(), from),
        from,
        deadline.due(),
        deadline.reached().unknownYear(),
        deadline.reached().passed().stream()
            .map(passed ->
                new PassedAnswer(
                    passed.day(),
                    passed.worked(),
                    passed.why() == null
                        ? passed.day().getDayOfWeek().name().toLowerCase(Locale.ROOT)
                        : passed.why()))
            .toList());
  }

  private static RuleAnswer answer(Rulebook rules, RuleValue value, LocalDate day) {
    Period valid = rules.validity(value, day);
    Source source = value.source();
    return new RuleAnswer(
        value.code(),
        value.value(),
        valid.from(),
        valid.lastDay(),
        new DocumentAnswer(source.number(), source.body(), source.date()),
        source.clause(),
        source.evidence(),
        value.unit() != null,
        Rule.decides(value.code()));
  }

  private static String day(LocalDate day) {
    return PartialDate.day(day).toVietnamese();
  }
}
