package vn.nenmong.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The words in which rules are kept that say no number.
final class Vocabulary {

  /// Each with what may stand in its place.
  private static final List<Set<String>> ALTERNATIVES =
      List.of(
          Set.of("YES", "NO"),
          Set.of("REQUIRED", "NO"),
          Set.of("THCS_OR_EQUIV", "THCS_DIPLOMA", "THCS_COMPLETED"),
          Set.of("APPLICATION", "CV", "VERIFICATION", "OPINIONS"),
          Set.of("CELL", "BTV_DANG_UY_XA", "BTV_HUYEN_UY"),
          Set.of("ISSUED", "RECEIVED"),
          Set.of("ADMISSION_DECISION", "CEREMONY"),
          Set.of("END_OF_PROBATION", "RECOGNITION_DECISION"),
          Set.of("REPRIMAND", "WARNING", "REMOVAL", "EXPULSION"),
          Set.of("MEMBER", "TEMPORARILY_OUT", "EXEMPT_ABSENT"),
          Set.of("excellent", "clean_and_strong"),
          Set.of("XS", "T", "HT", "KHT", "TSVM", "HTT", "YK"));

  private Vocabulary() {}

  /// The words of one value.
  static List<String> of(String value) {
    return Arrays.asList(value.split("[,/]"));
  }

  /// All words that a rule can have.
  ///
  /// @param values those it has had
  static Set<String> of(Collection<String> values) {
    Set<String> said = new TreeSet<>();
    values.stream()
        .filter(value -> Kind.of(value).isOfWords())
        .forEach(value -> said.addAll(of(value)));
    Set<String> known = new TreeSet<>(said);
    ALTERNATIVES.stream()
        .filter(words -> !Collections.disjoint(words, said))
        .forEach(known::addAll);
    return known;
  }
}
