package vn.nenmong;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// The rules as the migrations put them there.
public final class TestRules {

  /// A day on which the rows that still hold are tried.
  private static final LocalDate LATE = LocalDate.of(2026, 8, 3);

  /// Tries both sides of the bound that a row sets.
  public interface Probe {
    void tryOn(LocalDate day, int bound);
  }

  private TestRules() {}

  public static Rulebook of(TestDatabase database) {
    return new Rulebooks(database.jdbc()).common();
  }

  /// Every row of a rule, of which there is one at least, on its first and its last day.
  public static Stream<DynamicTest> eachRow(Rulebook rules, Rule rule, Probe probe) {
    List<RuleValue> rows = rules.history(rule.code());
    assertThat(rows).isNotEmpty();
    return rows.stream()
        .flatMap(value ->
            days(value)
                .map(day ->
                    DynamicTest.dynamicTest(
                        rule.code() + " on " + day, () -> probe.tryOn(day, value.integer()))));
  }

  private static Stream<LocalDate> days(RuleValue value) {
    LocalDate last = value.valid().lastDay();
    return Stream.of(value.valid().from(), last == null ? LATE : last).distinct();
  }
}
