package vn.nenmong.membership.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.way.Refusal;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Votes;
import vn.nenmong.rule.RuleValue;

/// Steps in the reader's words.
public final class StepWords {

  private StepWords() {}

  /// What is told of a step, part by part.
  ///
  /// @param names of the people and cells that it names
  static List<String> of(Page page, Step step, Map<UUID, String> names) {
    List<String> words = new ArrayList<>();
    if (step.registered() != null) {
      registered(page, step.registered(), words, names);
      return words;
    }
    if (step.number() != null) {
      words.add(page.t("way.told.number", step.number()));
    }
    if (step.form() != null) {
      words.add(
          step.kind().isBadge()
              ? page.t("way.badge", step.form())
              : page.t("way.form." + step.form()));
    }
    if (step.body() != null) {
      words.add(step.body());
    }
    step.people().stream()
        .map(id -> names.getOrDefault(id, ""))
        .filter(name -> !name.isEmpty())
        .forEach(words::add);
    Votes votes = step.votes();
    if (votes != null) {
      words.add(
          page.t("way.told.votes", page.number(votes.inFavour()), page.number(votes.entitled())));
    }
    if (step.carried() != null) {
      words.add(page.t(step.isCarried() ? "way.outcome.carried" : "way.outcome.failed"));
    }
    if (step.received() != null) {
      words.add(page.t("way.told.received", page.date(step.received())));
    }
    if (step.effective() != null) {
      words.add(page.t("way.told.effective", page.date(step.effective())));
    }
    if (step.cell() != null && names.containsKey(step.cell())) {
      words.add(names.get(step.cell()));
    }
    if (step.place() != null) {
      words.add(step.place());
    }
    if (step.until() != null) {
      words.add(
          page.t(
              step.kind() == StepKind.RECOGNITION_DECISION ? "way.told.asOf" : "way.told.until",
              page.date(step.until())));
    }
    if (step.exception() != null) {
      words.add(page.t("way.told.exception", step.exception()));
    }
    if (step.reason() != null) {
      words.add(step.reason());
    }
    return words;
  }

  private static void registered(
      Page page, Registered said, List<String> words, Map<UUID, String> names) {
    words.add(page.t("way.phase." + said.phase().code()));
    if (said.cell() != null && names.containsKey(said.cell())) {
      words.add(names.get(said.cell()));
    }
    date(page, "way.told.class", said.candidature().classTaken(), words);
    date(page, "way.told.dossier", said.candidature().dossierCompleted(), words);
    date(page, "way.told.admitted", said.membership().admitted(), words);
    date(page, "way.told.recognised", said.membership().recognised(), words);
  }

  private static void date(Page page, String key, @Nullable PartialDate date, List<String> words) {
    if (date != null) {
      words.add(page.t(key, page.date(date)));
    }
  }

  /// Where a value of a rule is shown as the one that holds.
  public static String address(RuleValue rule) {
    LocalDate from = rule.valid().from();
    return "/rules/" + rule.code() + (from == null ? "" : "?on=" + from);
  }

  /// The reason against a step, its days and names written out.
  public static String refusal(Page page, Refusal refusal) {
    return page.t(
        refusal.key(),
        refusal.arguments().stream()
            .map(argument ->
                argument instanceof LocalDate day
                    ? page.date(day)
                    : argument instanceof PartialDate date
                        ? page.date(date)
                        : argument instanceof Number number ? page.number(number) : argument)
            .toArray());
  }
}
