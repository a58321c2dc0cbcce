package vn.nenmong.figures;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.ReportPeriod;

/// Whose figures, of which days: what every statement is asked with.
///
/// @param topGrade best grade of organizations by the scheme of that day, or null where none is on
///   record
record Question(Subtree subtree, ReportPeriod period, @Nullable TopGrade topGrade) {

  /// @param evidence how well the rule is known, as in `rule_value`
  record TopGrade(String value, String document, String evidence) {}

  Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("top", subtree.top().id().toString());
    parameters.put("organizations", subtree.array(Subtree.Part::open));
    parameters.put("within", subtree.array(part -> true));
    parameters.put("cellsWithin", subtree.array(Subtree.Part::isCell));
    parameters.put("committeesWithin", subtree.array(part -> !part.isCell()));
    parameters.put("communes", Subtree.array(subtree.communes()));
    parameters.put("communesOfAll", Subtree.array(subtree.communesOfAll()));
    parameters.put("from", period.from());
    parameters.put("to", period.to());
    parameters.put("fromYear", period.from().getYear());
    parameters.put("year", period.year());
    parameters.put("topGrade", topGrade == null ? null : topGrade.value());
    return parameters;
  }
}
